import { wasRead } from '#components/status/data-state.tsx';
import { NoCost } from '#components/status/no-cost.tsx';
import { CurrencyPanel } from '#components/status/currency-panel.tsx';
import { formatMonthName } from '#components/ui/format-dates.ts';
import { formatMoney } from '#components/ui/format-numbers.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

export function Currencies({ overview }: { overview: Overview }) {
  const { period, previous, totals } = overview;
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
                ? `no ${money.currency} held for ${formatMonthName(previous.period)}`
                : `all of ${formatMonthName(previous.period)}: ${formatMoney(before.credit, money.currency)}`
            }
            hrefs={{
              credit: `/customers?period=${period}`,
              missed: `/customers?period=${period}&sort=-missed`,
              cost: `/customers?period=${period}&sort=-cost`,
              ineligible: `/costs?period=${period}&groupBy=class`,
            }}
          />
        );
      })}
    </div>
  );
}
