import { formatMoney, formatPercent } from '#components/ui/format-numbers.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { NoData } from './money.tsx';
import { PART_LOOKS } from './part-looks.ts';

/** "71 %", or "at least 71 %" while unclassified cost leaves it open. */
export function Coverage({ money }: { money: Money }) {
  if (money.coverage !== null) return <span className="tabular-nums">{formatPercent(money.coverage)}</span>;
  if (money.coverageAtLeast === null) return <NoData why="no cost to cover" />;
  return (
    <span className="whitespace-nowrap tabular-nums">
      <span className="text-faint">at least </span>
      {formatPercent(money.coverageAtLeast)}
    </span>
  );
}

type Part = { name: string; amount: number; look: string };

/** Cost that cannot earn has no part in coverage. */
function parts(money: Money): Part[] {
  const credited = Math.max(0, Number(money.creditedGross));
  const missed = Math.max(0, Number(money.eligibleGross) - Number(money.creditedGross));
  const open = Math.max(0, Number(money.unclassifiedGross));
  return [
    { ...PART_LOOKS.credited, amount: credited },
    { ...PART_LOOKS.notEarned, amount: missed },
    { ...PART_LOOKS.unclassified, amount: open },
  ];
}

export function CoverageBar({ money, thick = false }: { money: Money; thick?: boolean }) {
  const shown = parts(money).filter((part) => part.amount > 0);
  const whole = shown.reduce((total, part) => total + part.amount, 0);
  const text = shown
    .map((part) => `${part.name} ${formatMoney(String(part.amount), money.currency)}`)
    .join(', ');
  return (
    <span
      role="img"
      aria-label={whole === 0 ? `${money.currency}: no cost to cover` : `${money.currency}: ${text}`}
      title={text}
      className={`flex gap-px overflow-hidden rounded-full bg-subtle ${thick ? 'h-2.5' : 'h-1.5'}`}
    >
      {shown.map((part) => (
        <span key={part.name} className={part.look} style={{ width: `${(part.amount / whole) * 100}%` }} />
      ))}
    </span>
  );
}

/** One bar for each currency. */
export function CoverageBars({ totals }: { totals: Money[] }) {
  if (totals.length === 0) return <NoData why="no cost" />;
  return (
    <span className="grid gap-1">
      {totals.map((money) => (
        <CoverageBar key={money.currency} money={money} />
      ))}
    </span>
  );
}
