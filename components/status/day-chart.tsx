import { useId } from 'react';
import { formatDay } from '#components/ui/format-dates.ts';
import { formatMoneyShort } from '#components/ui/format-numbers.ts';
import { DayTable } from './day-table.tsx';
import { CHART, shapeChart, type Bar, type ChartDay } from './day-chart-shape.ts';

type DayChartProps = { days: ChartDay[]; currency: string; finding: string };

/** Cost by day, credited below and not credited above, drawn on the server. */
export function DayChart({ days, currency, finding }: DayChartProps) {
  const id = useId();
  const { bars, marks, baseline } = shapeChart(days);
  return (
    <figure className="grid gap-2">
      <figcaption id={`${id}-title`} className="text-sm font-medium">
        {finding}
      </figcaption>
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        className="h-auto w-full text-faint"
      >
        <Hatching id={`${id}-hatch`} />
        {marks.map((mark) => (
          <g key={mark.y}>
            <line
              x1={CHART.left}
              x2={CHART.width}
              y1={mark.y}
              y2={mark.y}
              stroke={mark.y === baseline ? 'var(--color-line-strong)' : 'var(--color-line)'}
            />
            <text x={CHART.left - 8} y={mark.y + 4} textAnchor="end" fontSize="11" fill="currentColor">
              {formatMoneyShort(String(mark.value), currency)}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => (
          <DayBar
            key={bar.day}
            bar={bar}
            hatch={`url(#${id}-hatch)`}
            labelled={isLabelled(index, bars.length)}
          />
        ))}
      </svg>
      <Legend unsettled={days.some((day) => !day.settled)} />
      <DayTable days={days} currency={currency} />
    </figure>
  );
}

const isLabelled = (index: number, count: number): boolean =>
  index === 0 || index === count - 1 || (index % 7 === 0 && count - index > 4);

function DayBar({ bar, hatch, labelled }: { bar: Bar; hatch: string; labelled: boolean }) {
  const opacity = bar.settled ? 1 : 0.45;
  const middle = bar.x + bar.width / 2;
  return (
    <g>
      <g opacity={opacity}>
        <rect
          x={bar.x}
          y={bar.creditedY}
          width={bar.width}
          height={bar.creditedHeight}
          fill="var(--color-earn-fill)"
        />
        <rect x={bar.x} y={bar.openY} width={bar.width} height={bar.openHeight} fill={hatch} />
      </g>
      {labelled && (
        <text x={middle} y={CHART.height - 6} textAnchor="middle" fontSize="11" fill="currentColor">
          {formatDay(bar.day)}
        </text>
      )}
    </g>
  );
}

function Hatching({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--color-mute-fill)" />
      <rect width="2" height="6" fill="var(--color-surface)" opacity="0.75" />
    </pattern>
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
