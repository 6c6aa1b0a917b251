import { useFormats, useTexts } from '#language';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { NoData } from './money.tsx';
import { PART_LOOKS } from './part-looks.ts';
import type { PartName } from './day-chart-shape.ts';

/** "71 %", or "at least 71 %" while unclassified cost leaves it open. */
export function Coverage({ money }: { money: Money }) {
  const t = useTexts('figures');
  const { percent } = useFormats();
  if (money.coverage !== null) return <span className="tabular-nums">{percent(money.coverage)}</span>;
  if (money.coverageAtLeast === null) return <NoData why={t('noCostToCover')} />;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {t.rich('coverageAtLeast', {
        faint: <span className="text-faint" />,
        percent: percent(money.coverageAtLeast),
      })}
    </span>
  );
}

type Part = { name: PartName; amount: number };

/** Cost that cannot earn has no part in coverage. */
function parts(money: Money): Part[] {
  const credited = Math.max(0, Number(money.creditedGross));
  const missed = Math.max(0, Number(money.eligibleGross) - Number(money.creditedGross));
  const open = Math.max(0, Number(money.unclassifiedGross));
  return [
    { name: 'credited', amount: credited },
    { name: 'notEarned', amount: missed },
    { name: 'unclassified', amount: open },
  ];
}

export function CoverageBar({ money, thick = false }: { money: Money; thick?: boolean }) {
  const t = useTexts('figures');
  const formats = useFormats();
  const { currency } = money;
  const shown = parts(money).filter((part) => part.amount > 0);
  const whole = shown.reduce((total, part) => total + part.amount, 0);
  const amounts = shown.map(({ name, amount }) =>
    t('partAmount', { part: t(`part.${name}`), amount: formats.money(String(amount), currency) }),
  );
  const text = whole === 0 ? t('noCostToCover') : amounts.join(', ');
  return (
    <span
      role="img"
      aria-label={t('ofCurrency', { currency, text })}
      title={text}
      className={`flex gap-px overflow-hidden rounded-full bg-subtle ${thick ? 'h-2.5' : 'h-1.5'}`}
    >
      {shown.map((part) => (
        <span
          key={part.name}
          className={PART_LOOKS[part.name].look}
          style={{ width: `${(part.amount / whole) * 100}%` }}
        />
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
