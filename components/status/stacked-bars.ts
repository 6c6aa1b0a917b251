export type PartName = 'credited' | 'notEarned' | 'unclassified' | 'ineligible';

/** From the axis up: what earned, what was missed, what is open, what can never earn. */
export const PART_NAMES: readonly PartName[] = ['credited', 'notEarned', 'unclassified', 'ineligible'];

/** One bar: its place on the axis, and whether its amounts are not to be relied on yet. */
export type Stack = { place: number; pale: boolean; amounts: Record<PartName, number> };

/** Amounts at the top and the bottom of the plot; `bottom` is 0 unless refunds outweigh a part of it. */
export type Scale = { top: number; bottom: number };

/** The plot is as high and as wide as these, whatever it is stretched to. */
export const PLOT = 100;
export const WIDTH = 300;

/** A round number at or above the value, whose half reads well too. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

const sumOf = (amounts: Record<PartName, number>, isWanted: (amount: number) => boolean): number =>
  PART_NAMES.reduce((total, name) => total + (isWanted(amounts[name]) ? amounts[name] : 0), 0);

const isAbove = (amount: number): boolean => amount > 0;
const isBelow = (amount: number): boolean => amount < 0;

/** So much of the plot stands below the axis at least where anything does: enough to be seen. */
const LEAST_BELOW = 0.1;

export function scaleOf(stacks: readonly Stack[]): Scale {
  const highest = Math.max(0, ...stacks.map(({ amounts }) => sumOf(amounts, isAbove)));
  const lowest = Math.min(0, ...stacks.map(({ amounts }) => sumOf(amounts, isBelow)));
  if (lowest === 0) return { top: highest === 0 ? 1 : roundUp(highest), bottom: 0 };
  const top = highest === 0 ? 0 : roundUp(highest);
  return { top, bottom: -Math.max(roundUp(-lowest), top * LEAST_BELOW) };
}

/** How far down the plot an amount stands. */
export const heightOf = ({ top, bottom }: Scale, amount: number): number =>
  ((top - amount) / (top - bottom)) * PLOT;

const short = (value: number): number => Number(value.toFixed(2));

const GAP = 0.15;

export type Shape = { name: PartName; pale: boolean; path: string };

/** All boxes of a part that look alike are one shape: a browser draws few large ones faster than many small ones. */
export function shapesOf(stacks: readonly Stack[], places: number): Shape[] {
  const scale = scaleOf(stacks);
  const slot = WIDTH / Math.max(1, places);
  const boxOf = ({ place, amounts }: Stack, index: number): string => {
    const amount = amounts[PART_NAMES[index] ?? 'credited'];
    if (amount === 0) return '';
    // Stacked away from the axis, what outweighs on one side of it and refunds on the other.
    const nearer = PART_NAMES.slice(0, index).reduce(
      (sum, name) => sum + (isAbove(amounts[name]) === isAbove(amount) ? amounts[name] : 0),
      0,
    );
    const [from, to] = [heightOf(scale, nearer), heightOf(scale, nearer + amount)];
    const width = slot * (1 - 2 * GAP);
    return `M${short(slot * (place + GAP))} ${short(from)}h${short(width)}V${short(to)}h${short(-width)}z`;
  };
  return PART_NAMES.flatMap((name, index) =>
    [false, true].flatMap((pale): Shape[] => {
      const path = stacks
        .filter((stack) => stack.pale === pale)
        .map((stack) => boxOf(stack, index))
        .join('');
      return path === '' ? [] : [{ name, pale, path }];
    }),
  );
}
