import type { Money as MoneyRow } from '#lib/queries/schemas/shared.ts';
import { Money, NoData } from './money.tsx';

/** The estimate of credit missed; "up to" while some of the cost is not known to be eligible. */
type MissedProps = { money: Pick<MoneyRow, 'currency' | 'missed' | 'missedAtMost'> };

export function Missed({ money }: MissedProps) {
  const open = Number(money.missed) !== Number(money.missedAtMost);
  return (
    <span className="whitespace-nowrap">
      {open && <span className="font-normal text-faint">up to </span>}
      <Money amount={money.missedAtMost} currency={money.currency} />
    </span>
  );
}

/** One line per currency; currencies are never added. */
export function MissedList({ totals }: { totals: MoneyRow[] }) {
  if (totals.length === 0) return <NoData why="no cost read" />;
  return (
    <span className="inline-grid">
      {totals.map((money) => (
        <Missed key={money.currency} money={money} />
      ))}
    </span>
  );
}
