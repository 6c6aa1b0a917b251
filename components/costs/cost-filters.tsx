import { useWording } from '#language';
import type { Wording } from '#lib/texts/wording.ts';
import type { GridHead } from '#components/grid/grid-shape.ts';
import { ListFilters, type ListFilter } from '#components/layout/list-filters.tsx';
import { CLASS_LOOKS } from '#components/status/class-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import { Segments } from '#components/ui/segments.tsx';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { CostList } from '#lib/queries/schemas/costs.ts';
import { hrefOfView, isFiltered, PATH, VIEWS, type Choice } from './choice.ts';
import { isNoGroup } from './key-words.ts';

type CostFiltersProps = { choice: Choice; list: CostList; heads: readonly GridHead[] };

// Keys of a table of classes.
const CLASSES = Object.keys(CLASS_LOOKS) as CostClass[];
const CREDITED = ['yes', 'no', 'unknown'] as const;

export function CostFilters({ choice, list, heads }: CostFiltersProps) {
  const wording = useWording();
  const t = wording.texts('costs');
  const current = list.groupBy.join(',');
  return (
    <ListFilters
      path={PATH}
      choice={choice}
      search={null}
      selects={selectsIn(wording)}
      heads={heads}
      count={
        isFiltered(choice)
          ? t('rowsOf', { shown: list.total, count: list.unfilteredTotal })
          : t('rows', { count: list.total })
      }
      chips={chipsOf(choice, list, wording)}
      segments={
        <Segments
          label={t('costBy')}
          segments={VIEWS.map(({ name, groupBy }) => ({
            href: hrefOfView(choice, groupBy),
            label: t(`key.${name}`),
            current: groupBy.join(',') === current,
          }))}
        />
      }
    />
  );
}

function selectsIn({ texts }: Wording): ListFilter[] {
  const t = texts('costs');
  const words = texts('costWords');
  return [
    {
      ...{ name: 'class', label: t('key.class'), all: t('anyClass') },
      options: CLASSES.map((value) => ({ value, label: words(`class.${value}.name`) })),
    },
    {
      ...{ name: 'credited', label: t('key.credited'), all: t('withOrWithout') },
      options: CREDITED.map((value) => ({ value, label: t(`credited.${value}`) })),
    },
  ];
}

function chipsOf(choice: Choice, { names }: CostList, { texts, formats }: Wording): FilterChip[] {
  const t = texts('costs');
  const chip = (name: keyof Choice, text: string): FilterChip => ({
    text,
    hrefWithout: addressWith(PATH, choice, { [name]: undefined }),
  });
  const { customer, subscription, resourceGroup, service, day } = choice;
  const groupOf = (name: string) => (isNoGroup(name) ? t('noGroup') : name);
  const subscriptionOf = (id: string) =>
    id === 'none' ? t('withoutSubscription') : t('subscriptionIs', { name: names.subscription ?? id });
  return [
    ...(customer === undefined
      ? []
      : [chip('customer', t('customerIs', { name: names.customer ?? customer }))]),
    ...(subscription === undefined ? [] : [chip('subscription', subscriptionOf(subscription))]),
    ...(resourceGroup === undefined
      ? []
      : [chip('resourceGroup', t('groupIs', { name: groupOf(resourceGroup) }))]),
    ...(service === undefined ? [] : [chip('service', t('serviceIs', { name: service }))]),
    ...(day === undefined ? [] : [chip('day', formats.date(day))]),
  ];
}
