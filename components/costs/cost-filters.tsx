import { ListFilters } from '#components/layout/list-filters.tsx';
import { CLASS_WORDS } from '#components/status/class-words.ts';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import { formatDate } from '#components/ui/format-dates.ts';
import { plural } from '#components/ui/format-numbers.ts';
import { Segments } from '#components/ui/segments.tsx';
import type { CostList } from '#lib/queries/schemas/costs.ts';
import { hrefOfView, PATH, VIEWS, type Choice } from './choice.ts';
import { CREDITED_WORDS, groupName } from './key-words.ts';

type CostFiltersProps = { choice: Choice; list: CostList };

const CLASS_OPTIONS = Object.entries(CLASS_WORDS).map(([value, { name }]) => ({ value, label: name }));
const CREDITED_OPTIONS = (['yes', 'no', 'unknown'] as const).map((value) => ({
  value,
  label: CREDITED_WORDS[value].name,
}));

const SELECTS = [
  { name: 'class', label: 'Class', all: 'Any class', options: CLASS_OPTIONS },
  { name: 'credited', label: 'Credit applied', all: 'With credit or without', options: CREDITED_OPTIONS },
];

export function CostFilters({ choice, list }: CostFiltersProps) {
  const current = list.groupBy.join(',');
  return (
    <ListFilters
      path={PATH}
      choice={choice}
      search={null}
      selects={SELECTS}
      count={plural(list.total, 'row')}
      chips={chipsOf(choice, list)}
      segments={
        <Segments
          label="Cost by"
          segments={VIEWS.map(({ name, groupBy }) => ({
            href: hrefOfView(choice, groupBy),
            label: name,
            current: groupBy.join(',') === current,
          }))}
        />
      }
    />
  );
}

function chipsOf(choice: Choice, { names }: CostList): FilterChip[] {
  const chip = (name: keyof Choice, text: string): FilterChip => ({
    text,
    hrefWithout: addressWith(PATH, choice, { [name]: undefined }),
  });
  const { customer, subscription, resourceGroup, service, day } = choice;
  const subscriptionName =
    subscription === 'none'
      ? 'without a subscription'
      : `Subscription: ${names.subscription ?? subscription}`;
  return [
    ...(customer === undefined ? [] : [chip('customer', `Customer: ${names.customer ?? customer}`)]),
    ...(subscription === undefined ? [] : [chip('subscription', subscriptionName)]),
    ...(resourceGroup === undefined
      ? []
      : [chip('resourceGroup', `Resource group: ${groupName(resourceGroup)}`)]),
    ...(service === undefined ? [] : [chip('service', `Service: ${service}`)]),
    ...(day === undefined ? [] : [chip('day', formatDate(day))]),
  ];
}
