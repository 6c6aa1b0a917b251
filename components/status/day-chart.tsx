import { useId } from 'react';
import { formatDay } from '#components/ui/format-dates.ts';
import { formatMoneyShort } from '#components/ui/format-numbers.ts';
import { DayTable } from './day-table.tsx';
import { PLOT, SLOT, shapeChart, type Bar, type ChartDay } from './day-chart-shape.ts';
import type { Day } from '#lib/core/periods.ts';
import { dayFinding } from './day-finding.ts';

type DayChartProps = { days: ChartDay[]; currency: string };

/** Cost by day, credited below and not credited above. Drawn on the server; words stand outside the drawing. */
export function DayChart({ days, currency }: DayChartProps) {
  const id = useId();
  const { bars, top, month } = shapeChart(days);
  return (
    <figure className="grid content-start gap-3">
      <figcaption id={`${id}-title`} className="text-sm font-medium">
        {dayFinding(days)}
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-2xs text-faint">
        <div aria-hidden="true" className="flex h-28 flex-col justify-between text-right leading-none">
          {[1, 0.5, 0].map((part) => (
            <span key={part} className="-my-1">
              {formatMoneyShort(String(top * part), currency)}
            </span>
          ))}
        </div>
        <Bars bars={bars} slots={month.length} labelledBy={`${id}-title`} hatchId={`${id}-hatch`} />
        <Ends month={month} />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Legend unsettled={days.some((day) => !day.settled)} />
        <DayTable days={days} currency={currency} />
      </div>
    </figure>
  );
}

type BarsProps = { bars: Bar[]; slots: number; labelledBy: string; hatchId: string };

function Bars({ bars, slots, labelledBy, hatchId }: BarsProps) {
  const width = Math.max(1, slots) * SLOT;
  return (
    <svg
      viewBox={`0 0 ${width} ${PLOT}`}
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={labelledBy}
      className="h-28 w-full overflow-visible"
    >
      <Hatching id={hatchId} />
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
      {bars.map((bar) => (
        <g key={bar.day} opacity={bar.settled ? 1 : 0.45}>
          <rect
            x={bar.x + 1.5}
            y={PLOT - bar.credited}
            width={SLOT - 3}
            height={bar.credited}
            fill="var(--color-earn-fill)"
          />
          <rect
            x={bar.x + 1.5}
            y={PLOT - bar.credited - bar.open}
            width={SLOT - 3}
            height={bar.open}
            fill={`url(#${hatchId})`}
          />
        </g>
      ))}
    </svg>
  );
}

function Hatching({ id }: { id: string }) {
  return (
    <pattern id={id} width="2.4" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(20)">
      <rect width="2.4" height="6" fill="var(--color-mute-fill)" />
      <rect width="0.9" height="6" fill="var(--color-surface)" opacity="0.75" />
    </pattern>
  );
}

function Ends({ month }: { month: Day[] }) {
  const named = [month[0], month[Math.floor((month.length - 1) / 2)], month.at(-1)].filter(
    (day) => day !== undefined,
  );
  return (
    <div aria-hidden="true" className="col-start-2 flex justify-between pt-1.5">
      {named.map((day) => (
        <span key={day}>{formatDay(day)}</span>
      ))}
    </div>
  );
}

function Legend({ unsettled }: { unsettled: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
      <Key swatch="bg-earn-fill">received credit</Key>
      <Key swatch="bg-mute-fill hatch">not credited, not yet classified</Key>
      {unsettled && <Key swatch="bg-earn-fill opacity-45">pale: too new to judge</Key>}
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
