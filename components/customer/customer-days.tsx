import { DayChart } from '#components/status/day-chart.tsx';
import { dayFinding } from '#components/status/day-finding.ts';
import { Card } from '#components/ui/card.tsx';
import { formatMonth } from '#components/ui/format-dates.ts';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';

export function CustomerDays({ customer }: { customer: CustomerDetail }) {
  const currencies = [...new Set(customer.days.map((day) => day.currency))];
  if (currencies.length === 0) {
    return (
      <Card title={`No cost by day for ${formatMonth(customer.period)}`}>
        <p className="text-sm text-soft">None was read, or there was none.</p>
      </Card>
    );
  }
  return (
    <Card
      title={`Cost by day, ${formatMonth(customer.period)}`}
      note="Before credit, by whether credit was applied."
    >
      <div className={`grid gap-8 ${currencies.length > 1 ? 'xl:grid-cols-2' : 'max-w-4xl'}`}>
        {currencies.map((currency) => {
          const days = customer.days.filter((day) => day.currency === currency);
          return (
            <DayChart key={currency} days={days} currency={currency} finding={dayFinding(days, currency)} />
          );
        })}
      </div>
    </Card>
  );
}
