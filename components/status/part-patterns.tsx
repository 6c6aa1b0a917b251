import { PART_LOOKS } from './part-looks.ts';
import type { PartName } from './stacked-bars.ts';

const patternId = (id: string, name: PartName): string => `${id}-${name}`;

/** What a part is filled with: its pattern, or its colour alone. */
export const fillOf = (id: string, name: PartName): string =>
  PART_LOOKS[name].pattern === 'plain' ? PART_LOOKS[name].fill : `url(#${patternId(id, name)})`;

type PartPatternsProps = { id: string; names: readonly PartName[] };

/** One tile per part. The plot is stretched sideways, so the tiles are narrow to look even. */
export const PartPatterns = ({ id, names }: PartPatternsProps) =>
  names
    .filter((name) => PART_LOOKS[name].pattern !== 'plain')
    .map((name) => (
      <pattern
        key={name}
        id={patternId(id, name)}
        width="2.4"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform={PART_LOOKS[name].pattern === 'hatch' ? 'rotate(20)' : undefined}
      >
        <rect width="2.4" height="6" fill={PART_LOOKS[name].fill} />
        <Marks pattern={PART_LOOKS[name].pattern} />
      </pattern>
    ));

function Marks({ pattern }: { pattern: (typeof PART_LOOKS)[PartName]['pattern'] }) {
  const mark = { fill: 'var(--color-surface)', opacity: 0.7 };
  if (pattern === 'stripes') return <rect y="2.4" width="2.4" height="1.4" {...mark} />;
  if (pattern === 'hatch') return <rect width="0.9" height="6" {...mark} />;
  if (pattern === 'dots') return <ellipse cx="1.2" cy="3" rx="0.5" ry="1.3" {...mark} />;
  return null;
}
