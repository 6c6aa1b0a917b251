import { formatMoney, isZero } from '#components/ui/format-numbers.ts';
import type { Money as MoneyRow } from '#lib/queries/schemas/shared.ts';

type Figure = Exclude<keyof MoneyRow, 'currency' | 'coverage' | 'coverageAtLeast'>;

/** Zero is printed faint; no data is a dash with a spoken name. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  return (
    <span className={`whitespace-nowrap tabular-nums ${isZero(amount) ? 'text-faint' : ''}`}>
      {formatMoney(amount, currency)}
    </span>
  );
}

export const NoData = ({ why = 'no data' }: { why?: string }) => (
  <span className="text-faint" title={why}>
    <span aria-hidden="true">–</span>
    <span className="sr-only">{why}</span>
  </span>
);

type MoneyListProps = { totals: MoneyRow[]; figure: Figure };

/** One line per currency; currencies are never added. */
export function MoneyList({ totals, figure }: MoneyListProps) {
  if (totals.length === 0) return <NoData why="no cost read" />;
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
