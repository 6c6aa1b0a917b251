import { ListFilters } from '#components/layout/list-filters.tsx';
import { CAUSE_OPTIONS } from '#components/status/cause-options.ts';
import { ACCESS_LOOKS, CREDIT_LOOKS, LINKED_LOOKS } from '#components/status/verdict-looks.ts';
import { VerdictSegments } from '#components/status/verdict-segments.tsx';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { ACCESS, CREDIT, LINKED } from '#lib/core/statuses.ts';
import type { SubscriptionList } from '#lib/queries/schemas/subscriptions.ts';
import { isFiltered, PATH, type Choice } from './choice.ts';

type SubscriptionFiltersProps = { choice: Choice; list: SubscriptionList };

const SELECTS = [
  {
    narrow: true,
    name: 'linked',
    label: 'Linked',
    all: 'Linked or not',
    options: LINKED.map((value) => ({ value, label: LINKED_LOOKS[value].word })),
  },
  {
    narrow: true,
    name: 'access',
    label: 'Access',
    all: 'Any access',
    options: ACCESS.map((value) => ({ value, label: `Access: ${ACCESS_LOOKS[value].word.toLowerCase()}` })),
  },
  {
    narrow: true,
    name: 'credit',
    label: 'Credit',
    all: 'Any credit',
    options: CREDIT.map((value) => ({ value, label: `Credit: ${CREDIT_LOOKS[value].word.toLowerCase()}` })),
  },
] as const;

const CAUSE = { name: 'cause', label: 'Cause', all: 'Any cause', options: CAUSE_OPTIONS };

export const SubscriptionFilters = ({ choice, list }: SubscriptionFiltersProps) => (
  <ListFilters
    path={PATH}
    choice={choice}
    search={{ label: 'Search subscriptions', placeholder: 'Name or id, also of the customer' }}
    selects={[...SELECTS, CAUSE]}
    count={`${isFiltered(choice) ? `${formatCount(list.total)} of ` : ''}${plural(list.unfilteredTotal, 'subscription')}`}
    chips={chipsOf(choice, list)}
    segments={<VerdictSegments path={PATH} choice={choice} list={list} />}
  />
);

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
