import { useTexts, useWording } from '#language';
import type { Wording } from '#lib/texts/wording.ts';
import { ListFilters, type ListFilter } from '#components/layout/list-filters.tsx';
import { useCauseOptions } from '#components/status/use-cause-options.ts';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { FINDING_STATES } from '#lib/core/statuses.ts';
import type { Gaps } from '#lib/queries/schemas/gaps.ts';
import { PATH, type Choice } from './choice.ts';
import { allHeads, findingHeads } from './finding-columns.ts';
import { useFindingLooks } from './use-finding-looks.ts';

type GapFiltersProps = { choice: Choice; gaps: Gaps };

export function GapFilters({ choice, gaps }: GapFiltersProps) {
  const wording = useWording();
  const t = wording.texts('gaps');
  return (
    <ListFilters
      path={PATH}
      choice={choice}
      search={{ label: t('filters.search'), placeholder: t('filters.placeholder') }}
      selects={useSelects()}
      heads={(choice.cause === undefined ? allHeads : findingHeads)(choice, wording)}
      count={countOf(choice, gaps, wording)}
      chips={chipsOf(choice, gaps, wording)}
      segments={<StateSegments choice={choice} gaps={gaps} />}
    />
  );
}

function useSelects(): ListFilter[] {
  const t = useTexts('gaps');
  const causes = useCauseOptions();
  return [
    {
      ...{ name: 'cause', label: t('filters.cause'), all: t('filters.everyCause') },
      options: causes,
    },
    {
      ...{ name: 'owner', label: t('filters.owner'), all: t('filters.anyOwner'), narrow: true },
      options: [
        { value: 'me', label: t('filters.mine') },
        { value: 'none', label: t('filters.nobodys') },
      ],
    },
  ];
}

const inAll = ({ byState }: Gaps): number =>
  FINDING_STATES.reduce((total, state) => total + byState[state], 0);

const toDo = ({ byState }: Gaps): number => byState.open + byState['in-progress'] + byState.waiting;

/** "5 of 60 findings": of those in the chosen state. */
function countOf({ state = 'active' }: Choice, gaps: Gaps, { texts }: Wording): string {
  const t = texts('gaps');
  const count = state === 'all' ? inAll(gaps) : state === 'active' ? toDo(gaps) : gaps.byState[state];
  return gaps.total === count ? t('findings', { count }) : t('findingsCountOf', { shown: gaps.total, count });
}

function StateSegments({ choice, gaps }: GapFiltersProps) {
  const { texts } = useWording();
  const t = texts('gaps');
  const looks = useFindingLooks();
  const current = choice.state ?? 'active';
  const segment = (state: Choice['state'], label: string, count: number) => ({
    href: addressWith(PATH, choice, { state: state === 'active' ? undefined : state }),
    label,
    count,
    current: current === state,
  });
  return (
    <Segments
      label={t('filters.state')}
      segments={[
        segment('active', t('filters.toDo'), toDo(gaps)),
        ...FINDING_STATES.map((state) => segment(state, looks.state(state).word, gaps.byState[state])),
        segment('all', t('filters.all'), inAll(gaps)),
      ]}
    />
  );
}

function chipsOf(choice: Choice, { customer, items }: Gaps, { texts }: Wording): FilterChip[] {
  const t = texts('gaps');
  const chips: FilterChip[] = [];
  if (choice.customer !== undefined) {
    chips.push({
      text: t('filters.ofCustomer', { name: customer?.displayName ?? choice.customer }),
      hrefWithout: addressWith(PATH, choice, { customer: undefined }),
    });
  }
  if (choice.subscription !== undefined) {
    chips.push({
      text: t('filters.ofSubscription', { name: items[0]?.subscriptionName ?? choice.subscription }),
      hrefWithout: addressWith(PATH, choice, { subscription: undefined }),
    });
  }
  return chips;
}
