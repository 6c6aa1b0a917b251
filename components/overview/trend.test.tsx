import { expect, test } from 'vitest';
import { wordsOf } from '#components/language/testing/words-of.tsx';
import type { Overview } from '#lib/queries/schemas/overview.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';
import { Trend } from './trend.tsx';
import { currenciesOf, monthsOf, stacksOf, turnOf } from './trend-months.ts';

type Month = Overview['trend'][number];

const money = (currency: string, credit: string, rest: Partial<Money> = {}): Money => ({
  ...{ currency, net: '85', gross: '100', credit, missed: '0', missedAtMost: '0', eligibleGross: '100' },
  ...{ creditedGross: '100', unclassifiedGross: '0', ineligibleGross: '0', coverage: '1' },
  ...{ coverageAtLeast: '1', rate: '0.15', rateBasis: 'seen' },
  ...rest,
});

const month = (period: string, totals: Money[], rest: Partial<Month> = {}): Month => ({
  ...{ period, open: false, read: 'complete', totals },
  ...rest,
});

const words = (trend: Month[]) => wordsOf(<Trend trend={trend} />);

test('a month that nothing is held of has no bar, and words say that it is not zero', () => {
  const trend = [
    month('2026-08', [money('EUR', '10')]),
    month('2026-09', [], { read: 'none' }),
    month('2026-10', [money('EUR', '0')]),
  ];
  const months = monthsOf(trend, 'EUR');
  expect(stacksOf(months).map(({ place }) => place)).toEqual([0, 2]);
  expect(words(trend)).toContain('Of 1 month no cost is held: it is a gap, not zero.');
  expect(words(trend)).toContain('September 2026');
  expect(words(trend)).toContain('no cost of the month is held');
});

test('currencies stand beside each other and are never added; a month without one says so', () => {
  const trend = [
    month('2026-09', [money('EUR', '10'), money('SEK', '100.10')]),
    month('2026-10', [money('EUR', '12.5')]),
  ];
  expect(currenciesOf(trend)).toEqual(['EUR', 'SEK']);
  const told = words(trend);
  expect(told).toContain('Credit earned rose from €10.00 in September 2026 to €12.50 in October 2026');
  expect(told).toContain('Credit earned was SEK\u00a0100.10 in September 2026');
  expect(told).toContain('no cost in this currency');
});

test('an open month is pale and an estimate, and closed months alone are compared', () => {
  const trend = [
    month('2026-09', [money('EUR', '0.3')]),
    month('2026-10', [money('EUR', '0.1')]),
    month('2026-11', [money('EUR', '900')], { open: true }),
  ];
  expect(stacksOf(monthsOf(trend, 'EUR')).map(({ pale }) => pale)).toEqual([false, false, true]);
  expect(turnOf(monthsOf(trend, 'EUR'))?.to.period).toBe('2026-10');
  expect(words(trend)).toContain('Credit earned fell from €0.30 in September 2026 to €0.10 in October 2026');
  expect(words(trend)).toContain('November 2026 is not closed: its amounts are an estimate.');
});

test('a month read in part says that there may be more, and coverage that is open says at least', () => {
  const open = { missed: '1', missedAtMost: '4', coverage: null, coverageAtLeast: '0.4' };
  const trend = [
    month('2026-10', [money('EUR', '10', open)], { read: 'partial' }),
    month('2026-11', [money('EUR', '1')], { open: true }),
  ];
  const told = words(trend);
  expect(told).toContain('1 month was read in part: more may have been earned and missed.');
  expect(told).toContain('Coverage was at least 40 % in October 2026');
  expect(stacksOf(monthsOf(trend, 'EUR'))[0]?.amounts).toMatchObject({ notEarned: 1, unclassified: 3 });
});

test('more refunds than credit stand below the line, in the drawing and in words', () => {
  const trend = [month('2026-09', [money('EUR', '-20')]), month('2026-10', [money('EUR', '50')])];
  expect(words(trend)).toContain('below the line: refunds outweigh the cost');
  expect(words(trend)).toContain('-€20.00');
});

test('a month alone is no trend, and words say what is missing', () => {
  expect(words([month('2026-10', [], { read: 'none' })])).toBe('');
  expect(words([month('2026-10', [money('EUR', '1')])])).toBe(
    'Cost of October 2026 alone is held: months stand beside each other once a second one is read.',
  );
});
