import { useFormats, useTexts } from '#language';
import { isZero } from '#components/ui/is-zero.ts';
import type { Money as MoneyRow } from '#lib/queries/schemas/shared.ts';

type Figure = Exclude<keyof MoneyRow, 'currency' | 'coverage' | 'coverageAtLeast'>;

/** Zero is printed faint; no data is a dash with a spoken name. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  const { money } = useFormats();
  return (
    <span className={`whitespace-nowrap tabular-nums ${isZero(amount) ? 'text-faint' : ''}`}>
      {money(amount, currency)}
    </span>
  );
}

export function NoData({ why }: { why?: string }) {
  const t = useTexts('figures');
  const reason = why ?? t('noData');
  return (
    <span className="text-faint" title={reason}>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{reason}</span>
    </span>
  );
}

type MoneyListProps = { totals: MoneyRow[]; figure: Figure };

/** One line per currency; currencies are never added. */
export function MoneyList({ totals, figure }: MoneyListProps) {
  const t = useTexts('figures');
  if (totals.length === 0) return <NoData why={t('noCostRead')} />;
  return (
    <span className="inline-grid">
      {totals.map((row) => (
        <span key={row.currency} className="whitespace-nowrap">
          <Money amount={row[figure]} currency={row.currency} />
        </span>
      ))}
    </span>
  );
}
