import { MissedList } from '#components/status/missed.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatMonth } from '#components/ui/format-dates.ts';
import type { FindingDetail } from '#lib/queries/schemas/findings.ts';

/** What each month missed while the cause led it. */
export const FindingMoney = ({ finding: { missed, months } }: { finding: FindingDetail }) => (
  <Card title="What it may have missed" note="An estimate, month by month while the cause led.">
    {months.length === 0 ? (
      <p className="text-sm text-soft">No cost was read of the months that it led.</p>
    ) : (
      <table className="w-full text-sm">
        <caption className="sr-only">Missed credit by month</caption>
        <tbody>
          {months.map((month) => (
            <tr key={month.period} className="border-b last:border-b-0">
              <th scope="row" className="py-1.5 text-left align-baseline font-normal text-soft">
                {formatMonth(month.period)}
              </th>
              <td className="py-1.5 text-right tabular-nums">
                <MissedList totals={month.missed} />
              </td>
            </tr>
          ))}
        </tbody>
        {months.length > 1 && (
          <tfoot>
            <tr className="border-t-2 font-semibold">
              <th scope="row" className="py-1.5 text-left align-baseline">
                All
              </th>
              <td className="py-1.5 text-right tabular-nums">
                <MissedList totals={missed} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    )}
  </Card>
);
