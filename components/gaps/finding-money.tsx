import { useFormats, useTexts } from '#language';
import { MissedList } from '#components/status/missed.tsx';
import { Card } from '#components/ui/card.tsx';
import type { FindingDetail } from '#lib/queries/schemas/findings.ts';

/** What each month missed while the cause led it. */
export function FindingMoney({ finding: { missed, months } }: { finding: FindingDetail }) {
  const t = useTexts('finding');
  const formats = useFormats();
  return (
    <Card title={t('money.title')} note={t('money.note')}>
      {months.length === 0 ? (
        <p className="text-sm text-soft">{t('money.none')}</p>
      ) : (
        <table className="w-full text-sm">
          <caption className="sr-only">{t('money.caption')}</caption>
          <tbody>
            {months.map((month) => (
              <tr key={month.period} className="border-b last:border-b-0">
                <th scope="row" className="py-1.5 text-left align-baseline font-normal text-soft">
                  {formats.month(month.period)}
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
                  {t('money.all')}
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
}
