import { useFormats, useTexts } from '#language';
import { ChartFrame } from '#components/status/chart-frame.tsx';
import { WIDTH } from '#components/status/stacked-bars.ts';
import { coverageLine, LINE_HEIGHT, type Share } from './coverage-line.ts';
import { shareOf, type TrendMonth } from './trend-months.ts';

type CoverageTrendProps = { months: readonly TrendMonth[]; ends: readonly string[]; currency: string };

/** Coverage by month as one line. */
export function CoverageTrend({ months, ends, currency }: CoverageTrendProps) {
  const { percent } = useFormats();
  const { line, known, atLeast } = coverageLine(months.map(shareOf), WIDTH);
  const id = `coverage-${currency}`;
  const marks = [1, 0.5, 0].map((at) => ({ at, text: percent(String(at)), room: at === 0 ? 0 : 1 }));
  const stroke = { fill: 'none', vectorEffect: 'non-scaling-stroke', strokeLinecap: 'round' } as const;
  return (
    <div className="grid content-start gap-3">
      <p id={id} className="text-sm font-medium">
        {useCovered(months)}
      </p>
      <ChartFrame marks={marks} ends={ends} className="h-16 @3xl:h-28">
        <svg
          viewBox={`0 0 ${WIDTH} ${LINE_HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={id}
          className="size-full overflow-visible"
        >
          <path d={`M0 0H${WIDTH}M0 50H${WIDTH}`} {...stroke} stroke="var(--color-line)" />
          <path d={`M0 ${LINE_HEIGHT}H${WIDTH}`} {...stroke} stroke="var(--color-line-strong)" />
          <path d={line} {...stroke} stroke="var(--color-earn-fill)" strokeWidth="1.5" />
          <path d={known + atLeast} {...stroke} stroke="var(--color-earn-fill)" strokeWidth="7" />
          <path d={atLeast} {...stroke} stroke="var(--color-surface)" strokeWidth="3" />
        </svg>
      </ChartFrame>
    </div>
  );
}

/** Of the first and the last closed month of which it is known. */
function useCovered(months: readonly TrendMonth[]): string {
  const t = useTexts('overview');
  const { percent, month } = useFormats();
  const told = months.flatMap((one) => {
    const share = one.open ? null : shareOf(one);
    return share === null ? [] : [{ period: one.period, share }];
  });
  const [from, to] = [told[0], told.at(-1)];
  if (from === undefined || to === undefined) return t('trend.noCoverage');
  const shareText = ({ value, atLeast }: NonNullable<Share>): string => {
    const text = percent(String(value));
    return atLeast ? t('trend.atLeastShare', { percent: text }) : text;
  };
  const last = { last: shareText(to.share), lastMonth: month(to.period) };
  if (from.period === to.period) return t('trend.coveredOnce', last);
  return t('trend.covered', { first: shareText(from.share), firstMonth: month(from.period), ...last });
}
