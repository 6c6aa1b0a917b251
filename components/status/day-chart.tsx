import { useFormats, useTexts } from '#language';
import { monthOf, stackOf, type ChartDay } from './day-chart-shape.ts';
import { useDayFinding } from './day-finding.ts';
import { DayTable } from './day-table.tsx';
import { ChartLegend, StackedChart } from './stacked-chart.tsx';

const wordsOf = (t: ReturnType<typeof useTexts<'figures'>>) => ({
  credited: t('part.credited'),
  notEarned: t('part.notEarned'),
  unclassified: t('part.unclassified'),
  ineligible: t('part.ineligible'),
});

type DayChartProps = { days: ChartDay[]; currency: string };

/** Cost by day, what earned below and what did not above. */
export function DayChart({ days, currency }: DayChartProps) {
  const t = useTexts('figures');
  const formats = useFormats();
  const id = `days-${currency}`;
  const finding = useDayFinding(days);
  const stacks = days.map(stackOf);
  const month = monthOf(days);
  const named = [month[0], month[Math.floor((month.length - 1) / 2)], month.at(-1)];
  return (
    <figure className="grid content-start gap-3">
      <figcaption id={`${id}-title`} className="text-sm font-medium">
        {finding}
      </figcaption>
      <StackedChart
        stacks={stacks}
        places={month.length}
        ends={named.flatMap((day) => (day === undefined ? [] : [formats.day(day)]))}
        currency={currency}
        id={id}
      />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <ChartLegend stacks={stacks} words={wordsOf(t)} pale={t('paleDays')} />
        <DayTable days={days} currency={currency} />
      </div>
    </figure>
  );
}
