import { useWording } from '#language';
import { ListFilters } from '#components/layout/list-filters.tsx';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import { addDays, dayOf, type Day } from '#lib/core/periods.ts';
import { CHANGE_KINDS } from '#lib/core/statuses.ts';
import type { ChangesPage } from '#lib/queries/schemas/changes.ts';
import type { Wording } from '#lib/texts/wording.ts';
import { isFiltered, PATH, type Choice } from './choice.ts';

type ChangeFiltersProps = { choice: Choice; list: ChangesPage; now: string };

export function ChangeFilters({ choice, list, now }: ChangeFiltersProps) {
  const wording = useWording();
  const t = wording.texts('changesPage');
  const kinds = wording.texts('changes');
  const count = list.unfilteredTotal;
  return (
    <ListFilters
      path={PATH}
      choice={choice}
      search={{ label: t('search'), placeholder: t('placeholder') }}
      selects={[
        {
          ...{ name: 'kind', label: t('what'), all: t('everyKind') },
          options: CHANGE_KINDS.map((value) => ({ value, label: kinds(`kind.${value}`) })),
        },
        {
          ...{ name: 'since', label: t('since'), all: t('anyTime'), narrow: true },
          options: sinceOptions(choice.since, dayOf(now), wording),
        },
      ]}
      count={isFiltered(choice) ? t('countOf', { shown: list.total, count }) : t('count', { count })}
      chips={chipsOf(choice, list, wording)}
      segments={null}
    />
  );
}

const DAYS_BACK = [1, 7, 30] as const;

/** Days that people ask for, and the one that the address names besides. */
function sinceOptions(asked: string | undefined, today: Day, { texts, formats }: Wording) {
  const t = texts('changesPage');
  const usual = DAYS_BACK.map((days) => ({
    value: String(addDays(today, -days)),
    label: t(`sinceDays.${days}`),
  }));
  if (asked === undefined || usual.some(({ value }) => value === asked)) return usual;
  const label = t('sinceThen', {
    day: asked.includes('T') ? formats.instant(asked) : formats.date(asked),
  });
  return [...usual, { value: asked, label }];
}

/** A customer or subscription is chosen on its own page. */
function chipsOf(choice: Choice, { customer, items }: ChangesPage, { texts }: Wording): FilterChip[] {
  const t = texts('changesPage');
  const subscription = items.find(
    ({ subscriptionId }) => subscriptionId === choice.subscription?.toLowerCase(),
  );
  return [
    ...(choice.customer === undefined
      ? []
      : [
          {
            text: t('ofCustomer', { name: customer?.displayName ?? choice.customer }),
            hrefWithout: addressWith(PATH, choice, { customer: undefined }),
          },
        ]),
    ...(choice.subscription === undefined
      ? []
      : [
          {
            text: t('ofSubscription', { name: subscription?.subscriptionName ?? choice.subscription }),
            hrefWithout: addressWith(PATH, choice, { subscription: undefined }),
          },
        ]),
  ];
}
