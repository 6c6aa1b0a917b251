import { useTexts, useWording } from '#language';
import type { GridHead } from '#components/grid/grid-shape.ts';
import { ListFilters, type ListFilter } from '#components/layout/list-filters.tsx';
import { useCauseOptions } from '#components/status/use-cause-options.ts';
import { useLooks } from '#components/status/use-looks.ts';
import type { Look } from '#components/status/verdict-looks.ts';
import { VerdictSegments } from '#components/status/verdict-segments.tsx';
import { addressWith } from '#components/ui/address.ts';
import type { FilterChip } from '#components/ui/filter-chips.tsx';
import { ACCESS, CREDIT, LINKED } from '#lib/core/statuses.ts';
import type { SubscriptionList } from '#lib/queries/schemas/subscriptions.ts';
import { PATH, type Choice } from './choice.ts';
import { subscriptionCount } from './subscription-columns.ts';

type SubscriptionFiltersProps = { choice: Choice; list: SubscriptionList; heads: readonly GridHead[] };

/** What the subscriptions are narrowed by. */
export function SubscriptionFilters({ choice, list, heads }: SubscriptionFiltersProps) {
  const t = useTexts('subscriptions');
  const chips = useChips(choice, list);
  return (
    <ListFilters
      path={PATH}
      choice={choice}
      search={{ label: t('search'), placeholder: t('placeholder') }}
      selects={useSelects()}
      heads={heads}
      count={subscriptionCount(useWording(), choice, list)}
      chips={chips}
      segments={<VerdictSegments path={PATH} choice={choice} list={list} />}
    />
  );
}

function useSelects(): ListFilter[] {
  const t = useTexts('subscriptions');
  const looks = useLooks();
  const causes = useCauseOptions();
  const lower = ({ word }: Look): { word: string } => ({ word: word.toLocaleLowerCase() });
  return [
    {
      ...{ name: 'linked', label: t('filter.linked'), all: t('filter.anyLinked'), narrow: true },
      options: LINKED.map((value) => ({ value, label: looks.linked(value).word })),
    },
    {
      ...{ name: 'access', label: t('filter.access'), all: t('filter.anyAccess'), narrow: true },
      options: ACCESS.map((value) => ({ value, label: t('filter.accessIs', lower(looks.access(value))) })),
    },
    {
      ...{ name: 'credit', label: t('filter.credit'), all: t('filter.anyCredit'), narrow: true },
      options: CREDIT.map((value) => ({ value, label: t('filter.creditIs', lower(looks.credit(value))) })),
    },
    { name: 'cause', label: t('filter.cause'), all: t('filter.anyCause'), options: causes },
  ];
}

function useChips(choice: Choice, { customer }: SubscriptionList): FilterChip[] {
  const t = useTexts('subscriptions');
  const lists = useTexts('lists');
  const { customer: tenantId, q } = choice;
  const chips: FilterChip[] = [];
  if (tenantId !== undefined) {
    chips.push({
      text: t('chipCustomer', { name: customer?.displayName ?? tenantId }),
      hrefWithout: addressWith(PATH, choice, { customer: undefined }),
    });
  }
  if (q !== undefined) {
    chips.push({
      text: lists('nameHolds', { text: q }),
      hrefWithout: addressWith(PATH, choice, { q: undefined }),
    });
  }
  return chips;
}
