import { CAUSE_OPTIONS } from '#components/status/cause-options.ts';
import { ACCESS_LOOKS, CREDIT_LOOKS, LINKED_LOOKS } from '#components/status/verdict-looks.ts';
import { VerdictSegments } from '#components/status/verdict-segments.tsx';
import { addressWith } from '#components/ui/address.ts';
import { FilterChips, type FilterChip } from '#components/ui/filter-chips.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { SearchBox } from '#components/ui/search-box.tsx';
import { ACCESS, CREDIT, LINKED } from '#lib/core/statuses.ts';
import type { SubscriptionList } from '#lib/queries/schemas/subscriptions.ts';
import { isFiltered, PATH, type Choice } from './choice.ts';

type SubscriptionFiltersProps = { choice: Choice; list: SubscriptionList };

const SELECTS = [
  {
    name: 'linked',
    label: 'Linked',
    all: 'Linked or not',
    options: LINKED.map((value) => ({ value, label: LINKED_LOOKS[value].word })),
  },
  {
    name: 'access',
    label: 'Access',
    all: 'Any access',
    options: ACCESS.map((value) => ({ value, label: `Access: ${ACCESS_LOOKS[value].word.toLowerCase()}` })),
  },
  {
    name: 'credit',
    label: 'Credit',
    all: 'Any credit',
    options: CREDIT.map((value) => ({ value, label: `Credit: ${CREDIT_LOOKS[value].word.toLowerCase()}` })),
  },
] as const;

export function SubscriptionFilters({ choice, list }: SubscriptionFiltersProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <VerdictSegments path={PATH} choice={choice} list={list} />
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox
          path={PATH}
          label="Search subscriptions"
          placeholder="Name or id, also of the customer"
          value={choice.q ?? ''}
          keep={{ ...choice, q: undefined }}
        />
        {SELECTS.map(({ name, label, all, options }) => (
          <FilterSelect
            key={name}
            path={PATH}
            name={name}
            label={label}
            all={all}
            value={choice[name] ?? ''}
            options={[...options]}
            keep={{ ...choice, [name]: undefined }}
            narrow
          />
        ))}
        <FilterSelect
          path={PATH}
          name="cause"
          label="Cause"
          all="Any cause"
          value={choice.cause ?? ''}
          options={CAUSE_OPTIONS}
          keep={{ ...choice, cause: undefined }}
        />
        <p role="status" className="text-sm text-soft sm:ml-auto">
          {isFiltered(choice) && `${formatCount(list.total)} of `}
          {plural(list.unfilteredTotal, 'subscription')}
        </p>
      </div>
      <FilterChips chips={chipsOf(choice, list)} />
    </div>
  );
}

function chipsOf(choice: Choice, { customer }: SubscriptionList): FilterChip[] {
  const { customer: tenantId, q } = choice;
  const chips: FilterChip[] = [];
  if (tenantId !== undefined) {
    chips.push({
      text: `Customer: ${customer?.displayName ?? tenantId}`,
      hrefWithout: addressWith(PATH, choice, { customer: undefined }),
    });
  }
  if (q !== undefined) {
    chips.push({
      text: `Name or id holds “${q}”`,
      hrefWithout: addressWith(PATH, choice, { q: undefined }),
    });
  }
  return chips;
}
