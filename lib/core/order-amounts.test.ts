import { expect, it } from 'vitest';
import type { CostClass } from './cost-classes.ts';
import { requireDecimal } from './money.ts';
import { orderAmounts, orderCredit } from './order-amounts.ts';

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

type Credited = readonly [...Line, credit: string | null];

const byCredit = (...lines: Credited[]) => {
  const { credit, coverage } = orderCredit(
    lines.map(([currency, costClass, net, netUsd, told]) => ({
      ...{ currency, costClass, net: requireDecimal(net) },
      netUsd: netUsd === null ? null : requireDecimal(netUsd),
      credit: told === null ? null : requireDecimal(told),
    })),
    requireDecimal('0.15'),
  );
  return [credit.round(6).toFixed(), coverage?.toFixed() ?? null];
};

it.each<[string, Credited[], [string, string | null]]>([
  ['nothing: there is nothing to cover', [], ['0', null]],
  [
    'credit in dollars of every currency, as told, else at the assumed rate',
    [
      ['SEK', 'EARNED', '900', '90', '100'],
      ['EUR', 'EARNED', '85', '170', null],
    ],
    ['40', '1'],
  ],
  [
    'the largest credit of one currency where a part has no dollars',
    [
      ['SEK', 'EARNED', '900', null, '100'],
      ['EUR', 'EARNED', '85', '170', null],
    ],
    ['100', '1'],
  ],
  [
    'dollars, though cost without credit lacks them',
    [
      ['EUR', 'EARNED', '90', '180', '10'],
      ['EUR', 'ELIGIBLE_NOT_EARNED', '300', null, '0'],
    ],
    ['20', '0.25'],
  ],
  [
    'the lowest coverage of several currencies, whatever their size',
    [
      ['SEK', 'EARNED', '90000', null, '10000'],
      ['EUR', 'EARNED', '90', null, '10'],
      ['EUR', 'ELIGIBLE_NOT_EARNED', '100', null, '0'],
    ],
    ['10000', '0.5'],
  ],
  [
    'at least what is certain, while lines are not classified',
    [
      ['EUR', 'EARNED', '90', null, '10'],
      ['EUR', 'UNCLASSIFIED', '300', null, null],
    ],
    ['10', '0.25'],
  ],
  [
    'no coverage where refunds outweigh the cost, and their credit taken back',
    [
      ['EUR', 'EARNED', '-90', null, '-10'],
      ['EUR', 'ELIGIBLE_NOT_EARNED', '50', null, '0'],
    ],
    ['-10', null],
  ],
  ['no coverage of cost that cannot earn', [['EUR', 'INELIGIBLE_SPOT', '50', '55', '0']], ['0', null]],
])('orders by %s', (_name, lines, expected) => {
  expect(byCredit(...lines)).toEqual(expected);
});
