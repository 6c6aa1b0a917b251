import { DayChart } from '#components/status/day-chart.tsx';
import { dayFinding } from '#components/status/day-finding.ts';
import { Card } from '#components/ui/card.tsx';
import { formatMonth } from '#components/ui/format-dates.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

export function DailyCredit({ overview }: { overview: Overview }) {
  const currencies = [...new Set(overview.days.map((day) => day.currency))];
  if (currencies.length === 0) return null;
  return (
    <Card
      title={`Cost by day, ${formatMonth(overview.period)}`}
      note="Before credit, by whether credit was applied."
    >
      <div className={`grid gap-8 ${currencies.length > 1 ? 'xl:grid-cols-2' : ''}`}>
        {currencies.map((currency) => {
          const days = overview.days.filter((day) => day.currency === currency);
          return (
            <DayChart key={currency} days={days} currency={currency} finding={dayFinding(days, currency)} />
          );
        })}
      </div>
    </Card>
  );
}
