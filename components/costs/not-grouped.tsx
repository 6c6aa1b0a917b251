import { Money } from '#components/status/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { CostList } from '#lib/queries/schemas/costs.ts';

/** Says how much of the month's cost no row can hold, and why. */
export function NotGrouped({ list: { notGrouped, groupBy } }: { list: CostList }) {
  if (notGrouped.length === 0) return null;
  const what = groupBy.includes('service') ? 'service' : 'resource group';
  return (
    <Notice tone="wait" icon="info" title={`Part of the cost is not known by ${what}`}>
      {notGrouped.map(({ currency, gross }, index) => (
        <span key={currency}>
          {index > 0 && ', '}
          <Money amount={gross} currency={currency} />
        </span>
      ))}{' '}
      before credit was read by a cost query, which tells no resource groups and no services; cost details
      reports and exports do.
    </Notice>
  );
}
