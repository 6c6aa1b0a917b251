import { useFormats, useTexts } from '#language';
import { isZero } from '#components/ui/is-zero.ts';
import { DayTable } from './day-table.tsx';
import {
  PART_NAMES,
  PLOT,
  SLOT,
  shapeChart,
  shapesOf,
  type Bar,
  type ChartDay,
  type PartName,
} from './day-chart-shape.ts';
import { DayPatterns, patternId } from './day-patterns.tsx';
import type { Day } from '#lib/core/periods.ts';
import { useDayFinding } from './day-finding.ts';
import { PART_LOOKS } from './part-looks.ts';

type DayChartProps = { days: ChartDay[]; currency: string };

/** Cost by day, what earned below and what did not above. Drawn on the server; words stand outside the drawing. */
export function DayChart({ days, currency }: DayChartProps) {
  const id = `days-${currency}`;
  const finding = useDayFinding(days);
  const { moneyShort } = useFormats();
  const { bars, top, month } = shapeChart(days);
  return (
    <figure className="grid content-start gap-3">
      <figcaption id={`${id}-title`} className="text-sm font-medium">
        {finding}
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-2xs text-faint">
        <div aria-hidden="true" className="flex h-28 flex-col justify-between text-right leading-none">
          {[1, 0.5, 0].map((part) => (
            <span key={part} className="-my-1">
              {moneyShort(String(top * part), currency)}
            </span>
          ))}
        </div>
        <Bars bars={bars} slots={month.length} labelledBy={`${id}-title`} patterns={id} />
        <Ends month={month} />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Legend days={days} />
        <DayTable days={days} currency={currency} />
      </div>
    </figure>
  );
}

type BarsProps = { bars: Bar[]; slots: number; labelledBy: string; patterns: string };

function Bars({ bars, slots, labelledBy, patterns }: BarsProps) {
  const width = Math.max(1, slots) * SLOT;
  return (
    <svg
      viewBox={`0 0 ${width} ${PLOT}`}
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={labelledBy}
      className="h-28 w-full overflow-visible"
    >
      <DayPatterns id={patterns} />
      {[0, 50, 100].map((y) => (
        <line
          key={y}
          x2={width}
          y1={y}
          y2={y}
          vectorEffect="non-scaling-stroke"
          stroke={y === PLOT ? 'var(--color-line-strong)' : 'var(--color-line)'}
        />
      ))}
      {shapesOf(bars).map(({ name, settled, path }) => (
        <path
          key={`${name} ${settled}`}
          d={path}
          opacity={settled ? undefined : 0.45}
          fill={`url(#${patternId(patterns, name)})`}
        />
      ))}
    </svg>
  );
}

function Ends({ month }: { month: Day[] }) {
  const formats = useFormats();
  const named = [month[0], month[Math.floor((month.length - 1) / 2)], month.at(-1)].filter(
    (day) => day !== undefined,
  );
  return (
    <div aria-hidden="true" className="col-start-2 flex justify-between pt-1.5">
      {named.map((day) => (
        <span key={day}>{formats.day(day)}</span>
      ))}
    </div>
  );
}

const AMOUNTS = {
  credited: 'creditedGross',
  notEarned: 'notEarnedGross',
  unclassified: 'unclassifiedGross',
  ineligible: 'ineligibleGross',
} as const satisfies Record<PartName, keyof ChartDay>;

/** Only the parts that are there; what received credit is always named. */
function Legend({ days }: { days: ChartDay[] }) {
  const t = useTexts('figures');
  const shown = PART_NAMES.filter(
    (name) => name === 'credited' || days.some((day) => !isZero(day[AMOUNTS[name]])),
  );
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
      {shown.map((name) => (
        <Key key={name} swatch={PART_LOOKS[name].look}>
          {t(`part.${name}`)}
        </Key>
      ))}
      {days.some((day) => !day.settled) && <Key swatch="bg-earn-fill opacity-45">{t('paleDays')}</Key>}
    </ul>
  );
}

function Key({ swatch, children }: { swatch: string; children: string }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2.5 rounded-[2px] ${swatch}`} />
      {children}
    </li>
  );
}
