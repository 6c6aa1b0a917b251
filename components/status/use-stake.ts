import { useFormats, useTexts } from '#language';
import { isPositive } from '#components/ui/is-zero.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';

type Staked = { totals: Money[]; period: string; open: boolean };

/** What credit was missed, in a sentence; empty where none was. */
export function useStake(): (of: Staked) => string {
  const t = useTexts('overview');
  const formats = useFormats();
  return ({ totals, period, open }) => {
    const missed = totals.filter((money) => isPositive(money.missedAtMost));
    if (missed.length === 0) return '';
    const month = formats.monthName(period);
    const money = formats.list(missed.map((row) => formats.money(row.missedAtMost, row.currency)));
    const upTo = missed.some((row) => Number(row.missed) !== Number(row.missedAtMost));
    const when = open ? t('finding.soFar', { month }) : month;
    return t(upTo ? 'finding.upTo' : 'finding.estimated', { money, when });
  };
}
