import { ListFilters } from '#components/layout/list-filters.tsx';
import { CAUSE_OPTIONS } from '#components/status/cause-options.ts';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { Segments } from '#components/ui/segments.tsx';
import { FINDING_STATES } from '#lib/core/statuses.ts';
import type { Gaps } from '#lib/queries/schemas/gaps.ts';
import { PATH, type Choice } from './choice.ts';
import { STATE_LOOKS } from './finding-looks.ts';

type GapFiltersProps = { choice: Choice; gaps: Gaps };

const OWNER_OPTIONS = [
  { value: 'me', label: 'Mine' },
  { value: 'none', label: 'Nobody’s' },
];

const SELECTS = [
  { name: 'cause', label: 'Cause', all: 'Every cause', options: CAUSE_OPTIONS },
  { name: 'owner', label: 'Owner', all: 'Any owner', options: OWNER_OPTIONS, narrow: true },
];

export const GapFilters = ({ choice, gaps }: GapFiltersProps) => (
  <ListFilters
    path={PATH}
    choice={choice}
    search={{ label: 'Search findings', placeholder: 'Customer or subscription' }}
    selects={SELECTS}
    count={plural(gaps.total, 'finding')}
    chips={chipsOf(choice, gaps)}
    segments={<StateSegments choice={choice} gaps={gaps} />}
  />
);

function StateSegments({ choice, gaps: { byState } }: GapFiltersProps) {
  const active = byState.open + byState['in-progress'] + byState.waiting;
  const all = FINDING_STATES.reduce((total, state) => total + byState[state], 0);
  const current = choice.state ?? 'active';
  const segment = (state: Choice['state'], label: string, count: number) => ({
    href: addressWith(PATH, choice, { state: state === 'active' ? undefined : state }),
    label,
    count,
    current: current === state,
  });
  return (
    <Segments
      label="State"
      segments={[
        segment('active', 'To do', active),
        ...FINDING_STATES.map((state) => segment(state, STATE_LOOKS[state].word, byState[state])),
        segment('all', 'All', all),
      ]}
    />
  );
}

function chipsOf(choice: Choice, { customer, items }: Gaps): FilterChip[] {
  const chips: FilterChip[] = [];
  if (choice.customer !== undefined) {
    chips.push({
      text: `Customer: ${customer?.displayName ?? choice.customer}`,
      hrefWithout: addressWith(PATH, choice, { customer: undefined }),
    });
  }
  if (choice.subscription !== undefined) {
    chips.push({
      text: `Subscription: ${items[0]?.subscriptionName ?? choice.subscription}`,
      hrefWithout: addressWith(PATH, choice, { subscription: undefined }),
    });
  }
  return chips;
}
