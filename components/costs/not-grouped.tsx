import { useTexts } from '#language';
import { Money } from '#components/status/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { CostList } from '#lib/queries/schemas/costs.ts';

/** Says how much of the month's cost no row can hold, and why. */
export function NotGrouped({ list: { notGrouped, groupBy } }: { list: CostList }) {
  const t = useTexts('costs');
  if (notGrouped.length === 0) return null;
  return (
    <Notice
      tone="wait"
      icon="info"
      title={t(groupBy.includes('service') ? 'notGrouped.service' : 'notGrouped.group')}
    >
      {t.rich('notGrouped.why', {
        amounts: (
          <span>
            {notGrouped.map(({ currency, gross }, index) => (
              <span key={currency}>
                {index > 0 && ', '}
                <Money amount={gross} currency={currency} />
              </span>
            ))}
          </span>
        ),
      })}
    </Notice>
  );
}
