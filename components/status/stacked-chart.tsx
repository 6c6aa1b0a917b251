import type { ReactNode } from 'react';
import { useFormats, useTexts } from '#language';
import { ChartFrame } from './chart-frame.tsx';
import { fillOf, PartPatterns } from './part-patterns.tsx';
import { PART_LOOKS } from './part-looks.ts';
import {
  heightOf,
  PART_NAMES,
  PLOT,
  scaleOf,
  shapesOf,
  WIDTH,
  type PartName,
  type Scale,
  type Stack,
} from './stacked-bars.ts';

type StackedChartProps = {
  stacks: readonly Stack[];
  /** Places on the axis, also those without a bar. */
  places: number;
  /** Below the axis, from its first to its last place. */
  ends: readonly string[];
  currency: string;
  /** Of the chart, for what refers to its parts. */
  id: string;
};

/** Amounts of one currency as bars: drawn on the server, with its words outside the drawing. `ID-title` names it. */
export function StackedChart({ stacks, places, ends, currency, id }: StackedChartProps) {
  const { moneyShort } = useFormats();
  const marks = marksOf(scaleOf(stacks)).map(({ amount, room }) => ({
    ...{ at: amount, text: moneyShort(String(amount), currency), room },
  }));
  return (
    <ChartFrame marks={marks} ends={ends} className="h-28">
      <Bars stacks={stacks} places={places} id={id} />
    </ChartFrame>
  );
}

/** Less of the plot leaves no room for a mark of its own. */
const ROOM_OF_MARK = 15;

/** Amounts along the axis, each with how much of the plot stands below it. */
function marksOf(scale: Scale): { amount: number; room: number }[] {
  const { top, bottom } = scale;
  if (bottom === 0) {
    return [
      { amount: top, room: PLOT / 2 },
      { amount: top / 2, room: PLOT / 2 },
      { amount: 0, room: 0 },
    ];
  }
  const axis = heightOf(scale, 0);
  return [
    ...(axis < ROOM_OF_MARK ? [] : [{ amount: top, room: axis }]),
    { amount: 0, room: PLOT - axis },
    ...(PLOT - axis < ROOM_OF_MARK ? [] : [{ amount: bottom, room: 0 }]),
  ];
}

type BarsProps = Pick<StackedChartProps, 'stacks' | 'places' | 'id'>;

function Bars({ stacks, places, id }: BarsProps) {
  const scale = scaleOf(stacks);
  const axis = heightOf(scale, 0);
  const shapes = shapesOf(stacks, places);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${PLOT}`}
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={`${id}-title`}
      className="size-full overflow-visible"
    >
      <PartPatterns id={id} names={[...new Set(shapes.map(({ name }) => name))]} />
      {[0, axis / 2, axis, PLOT].map((y) => (
        <line
          key={y}
          x2={WIDTH}
          y1={y}
          y2={y}
          vectorEffect="non-scaling-stroke"
          stroke={y === axis ? 'var(--color-line-strong)' : 'var(--color-line)'}
        />
      ))}
      {shapes.map(({ name, pale, path }) => (
        <path key={`${name} ${pale}`} d={path} opacity={pale ? 0.45 : undefined} fill={fillOf(id, name)} />
      ))}
    </svg>
  );
}

type ChartLegendProps = {
  stacks: readonly Stack[];
  words: Readonly<Record<PartName, string>>;
  /** What a pale bar says. */
  pale: string;
};

/** Only the parts that are there; what received credit is always named. */
export function ChartLegend({ stacks, words, pale }: ChartLegendProps) {
  const t = useTexts('figures');
  const shown = PART_NAMES.filter(
    (name) => name === 'credited' || stacks.some(({ amounts }) => amounts[name] !== 0),
  );
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
      {shown.map((name) => (
        <Key key={name} swatch={PART_LOOKS[name].look}>
          {words[name]}
        </Key>
      ))}
      {stacks.some((stack) => stack.pale) && <Key swatch="bg-earn-fill opacity-45">{pale}</Key>}
      {scaleOf(stacks).bottom < 0 && <li>{t('belowAxis')}</li>}
    </ul>
  );
}

/** What a look of the drawing stands for. */
export function Key({ swatch, children }: { swatch: string; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2.5 rounded-[2px] ${swatch}`} />
      {children}
    </li>
  );
}
