import { formatPercent } from '#components/ui/format-numbers.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { coverageShape } from './coverage-shape.ts';
import { NoData } from './money.tsx';

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

export function CoverageBar({ money, thick = false }: { money: Money; thick?: boolean }) {
  const { segments, text } = coverageShape(money);
  return (
    <span
      role="img"
      aria-label={
        segments.length === 0 ? `${money.currency}: no cost to cover` : `${money.currency}: ${text}`
      }
      title={text}
      className={`flex gap-px overflow-hidden rounded-full bg-subtle ${thick ? 'h-2.5' : 'h-1.5'}`}
    >
      {segments.map(({ name, look, share }) => (
        <span key={name} className={look} style={{ flexGrow: share }} />
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
