/** A share of 0 to 1, or at least that much; null: not known. */
export type Share = { value: number; atLeast: boolean } | null;

export const LINE_HEIGHT = 100;

type CoverageLine = {
  /** Through all shares that stand beside each other: what is not known is a gap. */
  line: string;
  /** Points of shares that are known, and of those that may be higher. */
  known: string;
  atLeast: string;
};

const short = (value: number): number => Number(value.toFixed(2));

export function coverageLine(shares: readonly Share[], width: number): CoverageLine {
  const slot = width / Math.max(1, shares.length);
  const points = shares.map((share, place) =>
    share === null
      ? null
      : { ...share, at: `${short(slot * (place + 0.5))} ${short((1 - share.value) * LINE_HEIGHT)}` },
  );
  const dots = (atLeast: boolean): string =>
    points.map((point) => (point?.atLeast === atLeast ? `M${point.at}h0` : '')).join('');
  const line = points.map((point, place) => {
    if (point === null) return '';
    return (points[place - 1] ?? null) === null ? `M${point.at}` : `L${point.at}`;
  });
  return { line: line.join(''), known: dots(false), atLeast: dots(true) };
}
