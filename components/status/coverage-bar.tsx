import { useFormats, useTexts, useWording } from '#language';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { coverageShape, noCoverageText } from './coverage-shape.ts';
import { NoData } from './money.tsx';

/** "71 %", or "at least 71 %" while unclassified cost leaves it open. */
export function Coverage({ money }: { money: Money }) {
  const t = useTexts('figures');
  const { percent } = useFormats();
  if (money.coverage !== null) return <span className="tabular-nums">{percent(money.coverage)}</span>;
  if (money.coverageAtLeast === null) return <NoData why={t(noCoverageText(money))} />;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {t.rich('coverageAtLeast', {
        faint: <span className="text-faint" />,
        percent: percent(money.coverageAtLeast),
      })}
    </span>
  );
}

export function CoverageBar({ money, thick = false }: { money: Money; thick?: boolean }) {
  const { segments, text } = coverageShape(useWording(), money);
  return (
    <span
      role="img"
      aria-label={text}
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
  const t = useTexts('figures');
  if (totals.length === 0) return <NoData why={t('noCost')} />;
  return (
    <span className="grid gap-1">
      {totals.map((money) => (
        <CoverageBar key={money.currency} money={money} />
      ))}
    </span>
  );
}
