import { expect, it } from 'vitest';
import type { CostClass } from './cost-classes.ts';
import { requireDecimal } from './money.ts';
import { orderAmounts } from './order-amounts.ts';

type Line = readonly [currency: string, CostClass, net: string, netUsd: string | null];

const ordered = (...lines: Line[]) => {
  const { cost, missed } = orderAmounts(
    lines.map(([currency, costClass, net, netUsd]) => ({
      ...{ currency, costClass, net: requireDecimal(net) },
      netUsd: netUsd === null ? null : requireDecimal(netUsd),
    })),
  );
  return [cost.toFixed(), missed.toFixed()];
};

it.each<[string, Line[], [string, string]]>([
  ['nothing', [], ['0', '0']],
  [
    'dollars of every currency',
    [
      ['SEK', 'ELIGIBLE_NOT_EARNED', '3500', '330'],
      ['EUR', 'EARNED', '100', '110'],
    ],
    ['440', '330'],
  ],
  [
    'the largest amount of one currency where a part has no dollars',
    [
      ['SEK', 'UNCLASSIFIED', '3500', null],
      ['EUR', 'EARNED', '100', '110'],
    ],
    ['3500', '3500'],
  ],
  [
    'dollars of what may be missed, though another class lacks them',
    [
      ['EUR', 'CREDIT_UNKNOWN', '10', '11'],
      ['SEK', 'EARNED', '900', null],
    ],
    ['900', '11'],
  ],
  ['refunds', [['EUR', 'ELIGIBLE_NOT_EARNED', '-5', null]], ['-5', '-5']],
])('orders by %s', (_name, lines, expected) => {
  expect(ordered(...lines)).toEqual(expected);
});
