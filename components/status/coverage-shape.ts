import { formatMoney } from '#components/ui/format-numbers.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { PART_LOOKS } from './part-looks.ts';

export type CoverageSegment = { name: string; look: string; share: number };

/** Parts of the cost that can earn, and in words what they are; cost that cannot has no part in coverage. */
export function coverageShape(money: Money): { segments: CoverageSegment[]; text: string } {
  const credited = Math.max(0, Number(money.creditedGross));
  const missed = Math.max(0, Number(money.eligibleGross) - Number(money.creditedGross));
  const open = Math.max(0, Number(money.unclassifiedGross));
  const shown = [
    { ...PART_LOOKS.credited, amount: credited },
    { ...PART_LOOKS.notEarned, amount: missed },
    { ...PART_LOOKS.unclassified, amount: open },
  ].filter(({ amount }) => amount > 0);
  const whole = shown.reduce((total, { amount }) => total + amount, 0);
  return {
    segments: shown.map(({ name, look, amount }) => ({
      name,
      look,
      share: Math.round((amount / whole) * 1000),
    })),
    text: shown
      .map(({ name, amount }) => `${name} ${formatMoney(String(amount), money.currency)}`)
      .join(', '),
  };
}
