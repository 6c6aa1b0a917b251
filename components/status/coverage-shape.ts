import { isZero } from '#components/ui/is-zero.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import type { Wording } from '#lib/texts/wording.ts';
import type { PartName } from './stacked-bars.ts';
import { PART_LOOKS } from './part-looks.ts';

/** Why no share of it can be told. */
export const noCoverageText = ({
  eligibleGross,
  unclassifiedGross,
}: Money): 'noCostToCover' | 'refundsOutweigh' =>
  isZero(eligibleGross) && isZero(unclassifiedGross) ? 'noCostToCover' : 'refundsOutweigh';

export type CoverageSegment = { name: PartName; look: string; share: number };

/** Parts of the cost that can earn, and in words what they are; cost that cannot has no part in coverage. */
export function coverageShape(
  { texts, formats }: Wording,
  money: Money,
): { segments: CoverageSegment[]; text: string } {
  const t = texts('figures');
  const { currency } = money;
  const amounts: [PartName, number][] = [
    ['credited', Number(money.creditedGross)],
    ['notEarned', Number(money.eligibleGross) - Number(money.creditedGross)],
    ['unclassified', Number(money.unclassifiedGross)],
  ];
  const shown = money.coverageAtLeast === null ? [] : amounts.filter(([, amount]) => amount > 0);
  const whole = shown.reduce((total, [, amount]) => total + amount, 0);
  const words = shown.map(([name, amount]) =>
    t('partAmount', { part: t(`part.${name}`), amount: formats.money(String(amount), currency) }),
  );
  return {
    segments: shown.map(([name, amount]) => ({
      ...{ name, look: PART_LOOKS[name].look, share: Math.round((amount / whole) * 1000) },
    })),
    text: t('ofCurrency', {
      currency,
      text: shown.length === 0 ? t(noCoverageText(money)) : words.join(', '),
    }),
  };
}
