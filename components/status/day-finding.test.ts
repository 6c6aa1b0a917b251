import { createElement } from 'react';
import { expect, test } from 'vitest';
import { wordsOf } from '#components/language/testing/words-of.tsx';
import { useDayFinding } from './day-finding.ts';
import type { ChartDay } from './day-chart-shape.ts';

const Title = ({ days }: { days: ChartDay[] }) => useDayFinding(days);
const dayFinding = (days: ChartDay[]): string => wordsOf(createElement(Title, { days }));

type Amounts = { credited?: string; missed?: string; open?: string; never?: string };

const day = (date: string, { credited = '0', missed = '0', open = '0', never = '0' }: Amounts): ChartDay => ({
  day: date,
  currency: 'EUR',
  creditedGross: credited,
  notEarnedGross: missed,
  unclassifiedGross: open,
  ineligibleGross: never,
  settled: true,
});

const tooNew = (row: ChartDay): ChartDay => ({ ...row, settled: false });

test('counts only settled days in the share and names the days too new to judge', () => {
  const days = [
    day('2026-11-01', { credited: '60', open: '40' }),
    tooNew(day('2026-11-02', { open: '900' })),
  ];
  expect(dayFinding(days)).toBe('60 % of the cost up to 1 Nov received credit; 1 day too new to judge');
});

test('says all and none in words', () => {
  expect(dayFinding([day('2026-11-01', { credited: '10' })])).toBe(
    'All of the eligible cost up to 1 Nov received credit',
  );
  expect(dayFinding([day('2026-11-01', { open: '10' })])).toBe(
    'None of the cost up to 1 Nov received credit',
  );
});

test('leaves cost that cannot earn out of the share, and speaks of eligible cost once all is classified', () => {
  const days = [day('2026-11-01', { credited: '30', missed: '10', never: '500' })];
  expect(dayFinding(days)).toBe('75 % of the eligible cost up to 1 Nov received credit');
  expect(dayFinding([day('2026-11-01', { never: '500' })])).toBe('No cost up to 1 Nov can earn credit');
});

test('tells no share where refunds outweigh a part of the cost', () => {
  const refunded = 'Refunds outweigh cost up to 2 Nov';
  expect(dayFinding([day('2026-11-01', { credited: '10' }), day('2026-11-02', { credited: '-80' })])).toBe(
    refunded,
  );
  expect(dayFinding([day('2026-11-02', { credited: '100', missed: '-20' })])).toBe(refunded);
});

test('claims nothing while no day is settled', () => {
  expect(dayFinding([tooNew(day('2026-11-20', { credited: '5', open: '5' }))])).toBe(
    'No settled cost yet; 1 day too new to judge',
  );
});
