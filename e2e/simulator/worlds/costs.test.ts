import { describe, expect, test } from 'vitest';
import { charge, daily, itemised } from './charges.ts';
import type { CostPlan } from './cost-types.ts';
import { costLines, microsOf } from './costs.ts';
import type { SubscriptionBilling } from './types.ts';

const BILLING: SubscriptionBilling = {
  plan: 'azure-plan',
  status: 'Active',
  since: '2023-09-01T00:00:00Z',
  until: null,
  resellerId: null,
};

const linesOf = (cost: CostPlan, day = '2026-10-12', billing: SubscriptionBilling | null = BILLING) =>
  costLines({ subscriptionId: '7b000000-0000-4000-8000-000000000001', cost, billing }, day);

const total = (lines: readonly { micros: number }[]): number =>
  lines.reduce((sum, { micros }) => sum + micros, 0);

describe('an amount', () => {
  test.each([
    ['128.35', 128_350_000],
    ['-0.000001', -1],
    ['0', 0],
    ['-0', 0],
  ])('%s is %i millionths', (text, micros) => expect(microsOf(text)).toBe(micros));

  test.each(['1.2345678', 'ten', '1e3', ''])('that is none is refused: %s', (text) =>
    expect(() => microsOf(text)).toThrow(),
  );
});

test('a day is spread over resource groups and services, and adds up to the amount written', () => {
  const lines = linesOf(daily('EUR', '41.61', '0.07'));
  expect(total(lines.filter(({ kind }) => kind === 'earned'))).toBe(41_610_000);
  expect(total(lines.filter(({ kind }) => kind === 'eligible'))).toBe(70_000);
  expect(new Set(lines.map(({ resourceGroup }) => resourceGroup)).size).toBe(3);
  expect(new Set(lines.map(({ service }) => service)).size).toBe(3);
});

test('where access is narrow, credit lies in that resource group and nothing else does', () => {
  const lines = linesOf({ ...daily('EUR', '10', '20'), creditedGroup: 'rg-web' });
  const groupsOf = (wanted: string) =>
    lines.filter(({ kind }) => kind === wanted).map(({ resourceGroup }) => resourceGroup);
  expect(new Set(groupsOf('earned'))).toEqual(new Set(['rg-web']));
  expect(new Set(groupsOf('eligible'))).toEqual(new Set(['rg-data', 'rg-network']));
});

test('credit may begin on a day, and the whole day is credited from then on', () => {
  const plan = {
    kind: 'varied',
    currency: 'EUR',
    baseCents: 5000,
    monthlyGrowthPercent: 0,
    creditedPercent: 100,
    creditedFrom: '2026-10-12',
  } as const;
  const kindsOn = (day: string) => new Set(linesOf(plan, day).map(({ kind }) => kind));
  expect(kindsOn('2026-10-11')).toEqual(new Set(['eligible']));
  expect(kindsOn('2026-10-12')).toEqual(new Set(['earned']));
});

test('a charge falls on its day of the month and between its days', () => {
  const plan = itemised(
    'USD',
    charge('reservation-purchase', '700', { onDay: 4 }),
    charge('earned', '-3.50', { from: '2026-10-10', until: '2026-10-12' }),
  );
  expect(linesOf(plan, '2026-10-04').map(({ kind }) => kind)).toEqual(['reservation-purchase']);
  expect(linesOf(plan, '2026-10-12').map(({ micros }) => micros)).toEqual([-3_500_000]);
  expect(linesOf(plan, '2026-10-13')).toEqual([]);
});

test('only what the partner bills has cost: from the first day of billing to before its end', () => {
  const billing = { ...BILLING, since: '2026-10-10T08:00:00Z', until: '2026-10-12T08:00:00Z' };
  const hasCost = (day: string) => linesOf(daily('EUR', '1', null), day, billing).length > 0;
  expect(['2026-10-09', '2026-10-10', '2026-10-11', '2026-10-12'].map(hasCost)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(linesOf(daily('EUR', '1', null), '2026-10-12', null)).toEqual([]);
});
