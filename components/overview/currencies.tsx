import { useFormats, useTexts } from '#language';
import { wasRead } from '#components/status/data-state.tsx';
import { NoCost } from '#components/status/no-cost.tsx';
import { CurrencyPanel } from '#components/status/currency-panel.tsx';
import type { Overview } from '#lib/queries/schemas/overview.ts';

export function Currencies({ overview }: { overview: Overview }) {
  const t = useTexts('overview');
  const formats = useFormats();
  const { period, previous, totals } = overview;
  const month = formats.monthName(previous.period);
  if (totals.length === 0) {
    return <NoCost period={period} read={wasRead(overview.completeness, 'costs')} />;
  }
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      {totals.map((money) => {
        const before = previous.totals.find((row) => row.currency === money.currency);
        return (
          <CurrencyPanel
            key={money.currency}
            money={money}
            days={overview.days}
            className="xl:last:odd:col-span-2"
            before={
              before === undefined
                ? t('noBefore', { currency: money.currency, month })
                : t('before', { month, money: formats.money(before.credit, money.currency) })
            }
            hrefs={{
              credit: `/customers?period=${period}`,
              missed: `/customers?period=${period}&sort=-missed`,
              cost: `/customers?period=${period}&sort=-cost`,
              classes: `/costs?period=${period}&groupBy=class`,
            }}
          />
        );
      })}
    </div>
  );
}
