import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { English } from '#lib/texts/en/all-areas.ts';
import { PageHeader } from './page-header.tsx';

export type AddressProblem = { name: string; message: string };

type WrongAddressProps = { page: keyof English['pages']; problems: AddressProblem[]; home: string };

/** An address whose filters cannot be read: names them instead of guessing. */
export function WrongAddress({ page, problems, home }: WrongAddressProps) {
  const t = useTexts('layout');
  const pages = useTexts('pages');
  return (
    <>
      <PageHeader title={pages(page)} />
      <EmptyState
        icon="warn"
        title={t('wrongFilter')}
        action={
          <AppLink href={home} className={BUTTON.primary}>
            {t('withoutFilters')}
          </AppLink>
        }
      >
        <ul className="grid gap-1">
          {problems.map((problem) => (
            <li key={problem.name}>
              <code className="font-mono text-sm text-ink">{problem.name}</code>: {problem.message}
            </li>
          ))}
        </ul>
      </EmptyState>
    </>
  );
}
