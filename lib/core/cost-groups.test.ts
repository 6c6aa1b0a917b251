import { describe, expect, it } from 'vitest';
import { areWaysKnown, groupByProfile, isInGroup } from './cost-steps.ts';
import type { TriedWay } from './cost-plan.ts';
import type { PlannedStep } from './sync-plan.ts';
import { CUSTOMER, STRANGER, US } from './testing/made-facts.ts';

const billed = (tenantId: typeof CUSTOMER, billingProfileName: string | null) => ({
  tenantId,
  billingAccountName: 'A',
  billingProfileName,
});

const told = (customers: ReturnType<typeof billed>[]) =>
  groupByProfile(customers).map(({ tenantIds, scopes }) => [[...tenantIds], [...scopes].sort()]);

describe('what is planned together', () => {
  it('is the customers of a profile', () => {
    expect(told([billed(CUSTOMER, 'P'), billed(STRANGER, 'Q'), billed(US, 'P')])).toEqual([
      [[CUSTOMER, US], ['A/P']],
      [[STRANGER], ['A/Q']],
    ]);
  });

  it('is all that a customer of two profiles joins', () => {
    expect(told([billed(CUSTOMER, 'P'), billed(STRANGER, 'Q'), billed(CUSTOMER, 'Q')])).toEqual([
      [
        [CUSTOMER, STRANGER],
        ['A/P', 'A/Q'],
      ],
    ]);
  });

  it('is what no profile is known of', () => {
    expect(told([billed(CUSTOMER, null), billed(STRANGER, null)])).toEqual([[[CUSTOMER, STRANGER], ['A/']]]);
  });

  it('owns the steps of its profiles and of its customers, and no others', () => {
    const [group] = groupByProfile([billed(CUSTOMER, 'P')]);
    if (group === undefined) throw new Error('no group');
    expect(isInGroup(group, { tenantId: '', scope: 'A/P' })).toBe(true);
    expect(isInGroup(group, { tenantId: CUSTOMER, scope: '' })).toBe(true);
    expect(isInGroup(group, { tenantId: '', scope: 'A/Q' })).toBe(false);
    expect(isInGroup(group, { tenantId: STRANGER, scope: '' })).toBe(false);
  });
});

describe('ways are known', () => {
  const step = (way: PlannedStep['way'], scope: string): PlannedStep => ({
    ...{ source: 'costs', tenantId: scope === '' ? CUSTOMER : '', period: '', scope, way, calls: 1 },
  });
  const tried = (way: TriedWay['way'], permitted: boolean): TriedWay => ({
    ...{ way, permitted, at: '2026-11-20T00:00:00Z' },
    scope:
      way === 'query-customer'
        ? { kind: 'customer', billingAccountName: 'A', customerId: 'c' }
        : { kind: 'profile', billingAccountName: 'A', billingProfileName: 'P' },
  });

  it.each<[string, PlannedStep[], TriedWay[], boolean]>([
    ['where each was permitted at its profile', [step('export', 'A/P')], [tried('export', true)], true],
    ['not where another profile was', [step('export', 'A/Q')], [tried('export', true)], false],
    ['not where it was refused', [step('export', 'A/P')], [tried('export', false)], false],
    ['not where another way was', [step('export', 'A/P')], [tried('report-profile', true)], false],
    ['where any customer was', [step('query-customer', '')], [tried('query-customer', true)], true],
    ['not while nothing was tried', [step('export', 'A/P')], [], false],
  ])('%s', (_name, steps, ways, expected) => {
    expect(areWaysKnown(steps, ways)).toBe(expected);
  });
});
