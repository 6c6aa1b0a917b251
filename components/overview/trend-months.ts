import type { Stack } from '#components/status/stacked-bars.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import type { Share } from './coverage-line.ts';

/** A month of one currency; money null: none of it is held. */
export type TrendMonth = Omit<Overview['trend'][number], 'totals'> & { money: Money | null };

export const currenciesOf = (trend: Overview['trend']): string[] =>
  [...new Set(trend.flatMap(({ totals }) => totals.map(({ currency }) => currency)))].sort();

export const monthsOf = (trend: Overview['trend'], currency: string): TrendMonth[] =>
  trend.map(({ totals, ...month }) => ({
    ...month,
    money: totals.find((money) => money.currency === currency) ?? null,
  }));

/** What was earned, what was missed, and what may have been: a month that nothing is held of has no bar. */
export const stacksOf = (months: readonly TrendMonth[]): Stack[] =>
  months.flatMap(({ money, open }, place) =>
    money === null
      ? []
      : [
          {
            ...{ place, pale: open },
            amounts: {
              credited: Number(money.credit),
              notEarned: Number(money.missed),
              unclassified: Number(money.missedAtMost) - Number(money.missed),
              ineligible: 0,
            },
          },
        ],
  );

export function shareOf({ money }: TrendMonth): Share {
  const value = money?.coverage ?? money?.coverageAtLeast ?? null;
  return value === null ? null : { value: Number(value), atLeast: money?.coverage === null };
}

export type Turn = { from: TrendMonth & { money: Money }; to: TrendMonth & { money: Money } };

/** The first and the last closed month that money is held of; null where no month is closed. */
export function turnOf(months: readonly TrendMonth[]): Turn | null {
  const closed = months.flatMap(({ money, ...month }) =>
    money === null || month.open ? [] : [{ ...month, money }],
  );
  const [from, to] = [closed[0], closed.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

export function directionOf({ from, to }: Turn): 'rose' | 'fell' | 'stayed' {
  const [before, now] = [Number(from.money.credit), Number(to.money.credit)];
  if (before === now) return 'stayed';
  return now > before ? 'rose' : 'fell';
}
