import { describe, expect, it } from 'vitest';
import {
  callsOf,
  daysWithCost,
  leastCallsOf,
  planCostReads,
  type CostPlanInput,
  type CostScope,
  type PlannedProfile,
  type TriedWay,
} from './cost-plan.ts';
import { COST_WAYS, type CostWay } from './facts.ts';
import { parsePeriod } from './periods.ts';

const period = parsePeriod('2026-11');
if (period === null) throw new Error('no month');
const NOW = '2026-11-21T10:00:00Z';
const ACCOUNT = 'a:b_2019-05-31';
const PROFILE: CostScope = { kind: 'profile', billingAccountName: ACCOUNT, billingProfileName: 'P-1' };
const customer = (customerId: string): CostScope => ({
  kind: 'customer',
  billingAccountName: ACCOUNT,
  customerId,
});

const profile: PlannedProfile = {
  billingAccountName: ACCOUNT,
  billingProfileName: 'P-1',
  customers: [
    { customerId: 'c-1', subscriptions: 3 },
    { customerId: 'c-2', subscriptions: 4 },
  ],
};

const refused = (way: CostWay, scope: CostScope, at = '2026-11-20T10:00:00Z'): TriedWay => ({
  way,
  scope,
  permitted: false,
  at,
});

const planned = (tried: readonly TriedWay[], change: Partial<CostPlanInput> = {}): string[] =>
  planCostReads({ profiles: [profile], tried, period, now: NOW, ...change }).map(
    ({ way, scope }) => `${way} ${scope.kind === 'profile' ? scope.billingProfileName : scope.customerId}`,
  );

const upTo = (way: CostWay): TriedWay[] =>
  COST_WAYS.slice(0, COST_WAYS.indexOf(way)).map((one) =>
    refused(one, one === 'report-customer' ? customer('c-1') : PROFILE),
  );

describe('the plan of cost reads', () => {
  it.each<[CostWay, string[]]>([
    ['export', ['export P-1']],
    ['report-profile', ['report-profile P-1']],
    ['report-customer', ['report-customer c-1', 'report-customer c-2']],
    ['query-profile', ['query-profile P-1']],
    ['query-customer', ['query-customer c-1', 'query-customer c-2']],
  ])('takes %s where everything cheaper is refused', (way, reads) => {
    expect(planned(upTo(way))).toEqual(reads);
  });

  it('tries a refused way again after a week, because a right may have been granted', () => {
    expect(planned([refused('export', PROFILE, '2026-11-13T10:00:00Z')])).toEqual(['export P-1']);
  });

  it('is not kept from a way by a refusal at another scope', () => {
    const other: CostScope = { kind: 'profile', billingAccountName: ACCOUNT, billingProfileName: 'P-2' };
    expect(planned([refused('export', other)])).toEqual(['export P-1']);
  });

  it('asks for the whole profile rather than for customers of whom one is refused', () => {
    const tried = [...upTo('report-customer'), refused('report-customer', customer('c-2'))];
    expect(planned(tried)).toEqual(['query-profile P-1']);
  });

  it('leaves out only the customers that nothing may read', () => {
    const tried = [...upTo('query-customer'), refused('query-customer', customer('c-1'))];
    expect(planned(tried)).toEqual(['query-customer c-2']);
  });

  describe('of many customers whose profile may not be queried', () => {
    const many = {
      ...profile,
      customers: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ customerId: `c-${n}`, subscriptions: 1 })),
    };
    const closed = upTo('query-customer');
    const query = (n: number, at: string, permitted = false): TriedWay => ({
      ...refused('query-customer', customer(`c-${n}`), at),
      permitted,
    });
    const LAST_NIGHT = '2026-11-20T09:00:00Z';
    const TONIGHT = '2026-11-21T09:00:00Z';
    const plannedOf = (tried: readonly TriedWay[]): string[] =>
      planned([...closed, ...tried], { profiles: [many] });

    it('plans a query of each while nothing is known', () => {
      expect(plannedOf([])).toHaveLength(8);
    });

    it('tries three more where one refused, and no more that night', () => {
      expect(plannedOf([query(1, TONIGHT)])).toEqual([2, 3, 4].map((n) => `query-customer c-${n}`));
      expect(plannedOf([1, 2, 3, 4].map((n) => query(n, TONIGHT)))).toEqual([]);
    });

    it('tries four others the next night, whoever was tried longest ago first', () => {
      const before = [query(5, '2026-11-01T09:00:00Z'), ...[1, 2, 3].map((n) => query(n, LAST_NIGHT))];
      expect(plannedOf(before)).toEqual([4, 6, 7, 8].map((n) => `query-customer c-${n}`));
    });

    it('queries all but those who refused as soon as one was granted', () => {
      expect(plannedOf([query(1, TONIGHT), query(2, TONIGHT, true)])).toEqual(
        [2, 3, 4, 5, 6, 7, 8].map((n) => `query-customer c-${n}`),
      );
    });
  });

  it('keeps asking for reports of customers where one of them was granted', () => {
    const granted: TriedWay = { ...refused('report-customer', customer('c-1')), permitted: true };
    const tried = [...upTo('report-customer'), refused('query-profile', PROFILE), granted];
    const apart = refused('report-customer', customer('c-2'));
    expect(planned([...tried, apart])).toEqual(['report-customer c-1', 'query-customer c-2']);
  });

  it('asks customers one by one where their profile is not known', () => {
    expect(planned([], { profiles: [{ ...profile, billingProfileName: null }] })).toEqual([
      'report-customer c-1',
      'report-customer c-2',
    ]);
  });
});

describe('the calls of a way', () => {
  it.each<[CostWay, number, number, number]>([
    ['export', 50_000, 3, 3],
    ['report-profile', 1_000, 5, 5],
    ['query-profile', 37, 4, 6],
    ['query-profile', 5_000, 41, 49],
    ['query-customer', 5, 4, 4],
  ])('%s for %i subscriptions are %i at the least and %i as a rule', (way, subscriptions, least, usual) => {
    const size = { subscriptions, days: 31 };
    expect(leastCallsOf(way, size)).toBe(least);
    expect(callsOf(way, size)).toBe(usual);
  });

  it.each([
    ['2026-10', 31],
    ['2026-11', 20],
    ['2026-12', 1],
  ])('are of the days that have cost: %s has %i', (text, days) => {
    const month = parsePeriod(text);
    if (month === null) throw new Error('no month');
    expect(daysWithCost(month, NOW)).toBe(days);
  });
});
