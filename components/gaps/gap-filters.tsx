import { CAUSE_OPTIONS } from '#components/status/cause-options.ts';
import { addressWith } from '#components/ui/address.ts';
import { FilterChips, type FilterChip } from '#components/ui/filter-chips.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { SearchBox } from '#components/ui/search-box.tsx';
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

export function GapFilters({ choice, gaps }: GapFiltersProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 print:hidden">
      <StateSegments choice={choice} gaps={gaps} />
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox
          path={PATH}
          label="Search findings"
          placeholder="Customer or subscription"
          value={choice.q ?? ''}
          keep={{ ...choice, q: undefined }}
        />
        <FilterSelect
          path={PATH}
          name="cause"
          label="Cause"
          all="Every cause"
          value={choice.cause ?? ''}
          options={CAUSE_OPTIONS}
          keep={{ ...choice, cause: undefined, sort: undefined }}
        />
        <FilterSelect
          path={PATH}
          name="owner"
          label="Owner"
          all="Any owner"
          value={choice.owner ?? ''}
          options={OWNER_OPTIONS}
          keep={{ ...choice, owner: undefined }}
          narrow
        />
        <p role="status" className="text-sm text-soft sm:ml-auto">
          {plural(gaps.total, 'finding')}
        </p>
      </div>
      <FilterChips chips={chipsOf(choice, gaps)} />
    </div>
  );
}

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
