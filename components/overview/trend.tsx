import { useFormats, useTexts } from '#language';
import { ChartLegend, Key, StackedChart } from '#components/status/stacked-chart.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Overview } from '#lib/queries/schemas/overview.ts';
import { CoverageTrend } from './coverage-trend.tsx';
import {
  currenciesOf,
  directionOf,
  monthsOf,
  shareOf,
  stacksOf,
  turnOf,
  type TrendMonth,
} from './trend-months.ts';
import { TrendTable } from './trend-table.tsx';

/** Credit earned and missed, and coverage, by month and currency. */
export function Trend({ trend }: Pick<Overview, 'trend'>) {
  const t = useTexts('overview');
  const note = useNote(trend);
  const currencies = currenciesOf(trend);
  const held = trend.filter(({ totals }) => totals.length > 0);
  if (held.length < 2) return <NoTrend months={held} />;
  return (
    <Card title={t('trend.title', { months: trend.length })} note={note}>
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-2">
        {currencies.map((currency) => (
          <CurrencyTrend key={currency} currency={currency} months={monthsOf(trend, currency)} />
        ))}
      </div>
    </Card>
  );
}

/** One month alone has nothing to stand beside. */
function NoTrend({ months: [only] }: { months: Overview['trend'] }) {
  const t = useTexts('overview');
  const { month } = useFormats();
  if (only === undefined) return null;
  return <p className="text-sm text-soft">{t('trend.oneMonth', { month: month(only.period) })}</p>;
}

/** What is not closed, not read, or read in part: said once for all currencies. */
function useNote(trend: Overview['trend']): string {
  const t = useTexts('overview');
  const { list, month } = useFormats();
  const open = trend.filter((one) => one.open && one.read !== 'none').map(({ period }) => month(period));
  const unread = trend.filter(({ read }) => read === 'none').length;
  const partial = trend.filter(({ read }) => read === 'partial').length;
  return [
    ...(open.length > 0 ? [t('trend.open', { months: list(open), count: open.length })] : []),
    ...(unread > 0 ? [t('trend.unread', { count: unread })] : []),
    ...(partial > 0 ? [t('trend.partial', { count: partial })] : []),
  ].join(' ');
}

type CurrencyTrendProps = { currency: string; months: readonly TrendMonth[] };

function CurrencyTrend({ currency, months }: CurrencyTrendProps) {
  const t = useTexts('overview');
  const figures = useTexts('figures');
  const formats = useFormats();
  const id = `months-${currency}`;
  const stacks = stacksOf(months);
  const named = [months[0], months[Math.floor((months.length - 1) / 2)], months.at(-1)];
  const ends = named.flatMap((month) => (month === undefined ? [] : [formats.month(month.period)]));
  const words = {
    credited: t('trend.part.credited'),
    notEarned: t('trend.part.notEarned'),
    unclassified: t('trend.part.unclassified'),
    ineligible: figures('part.ineligible'),
  };
  return (
    <figure className="@container grid content-start gap-3 xl:only:col-span-2">
      <div className="grid gap-x-10 gap-y-4 @3xl:grid-cols-2">
        <div className="grid content-start gap-3">
          <p id={`${id}-title`} className="text-sm font-medium">
            {useEarned(months, currency)}
          </p>
          <StackedChart stacks={stacks} places={months.length} ends={ends} currency={currency} id={id} />
        </div>
        <CoverageTrend months={months} ends={ends} currency={currency} />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
          <ChartLegend stacks={stacks} words={words} pale={t('trend.pale')} />
          {months.some((month) => shareOf(month)?.atLeast) && (
            <ul>
              <Key swatch="rounded-full! border-[2.5px] border-earn-fill">{t('trend.atLeast')}</Key>
            </ul>
          )}
        </div>
        <TrendTable months={months} currency={currency} />
      </div>
    </figure>
  );
}

/** From the first closed month to the last. */
function useEarned(months: readonly TrendMonth[], currency: string): string {
  const t = useTexts('overview');
  const { money, month } = useFormats();
  const turn = turnOf(months);
  if (turn === null) return t('trend.noneClosed', { currency });
  const { from, to } = turn;
  const last = { last: money(to.money.credit, currency), lastMonth: month(to.period) };
  if (from.period === to.period) return t('trend.once', last);
  const first = { first: money(from.money.credit, currency), firstMonth: month(from.period) };
  return t(`trend.${directionOf(turn)}`, { ...first, ...last });
}
