import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from './page-header.tsx';

export type AddressProblem = { name: string; message: string };

type WrongAddressProps = { title: string; problems: AddressProblem[]; home: string };

/** An address whose filters cannot be read: names them instead of guessing. */
export function WrongAddress({ title, problems, home }: WrongAddressProps) {
  const t = useTexts('layout');
  return (
    <>
      <PageHeader title={title} />
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
