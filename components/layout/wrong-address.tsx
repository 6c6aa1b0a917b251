import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { QueryFault } from '#lib/queries/schemas/query-fault.ts';
import type { English } from '#lib/texts/en/all-areas.ts';
import { PageHeader } from './page-header.tsx';

/** A parameter of the address, and what is wrong with it. */
export type AddressProblem = { name: string } & QueryFault;

type WrongAddressProps = { page: keyof English['pages']; problems: AddressProblem[]; home: string };

/** An address whose filters cannot be read: names them instead of guessing. */
export function WrongAddress({ page, problems, home }: WrongAddressProps) {
  const t = useTexts('layout');
  const pages = useTexts('pages');
  const faultText = useFaultText();
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
              <code className="font-mono text-sm text-ink">{problem.name}</code>: {faultText(problem)}
            </li>
          ))}
        </ul>
      </EmptyState>
    </>
  );
}

function useFaultText(): (problem: AddressProblem) => string {
  const t = useTexts('layout');
  return (problem) => {
    switch (problem.fault) {
      case 'choice': {
        const forms = problem.forms.map((form) => t(`valueForm.${form}`));
        return t('fault.choice', { values: [...problem.values, ...forms].join(', ') });
      }
      case 'several':
      case 'together':
        return t(`fault.${problem.fault}`, { values: problem.values.join(', ') });
      case 'least':
      case 'most':
      case 'longest':
        return t(`fault.${problem.fault}`, { limit: problem.limit });
      default:
        return t(`fault.${problem.fault}`);
    }
  };
}
