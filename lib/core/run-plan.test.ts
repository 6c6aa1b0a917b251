import { describe, expect, it } from 'vitest';
import type { TriedWay } from './cost-plan.ts';
import type { CostedCustomer } from './cost-steps.ts';
import { parseTenantId } from './ids.ts';
import { parsePeriod } from './periods.ts';
import { planOlder, planOlderMonth, planRun, summarisePlan, type RunFacts } from './run-plan.ts';
import type { PlannedStep } from './sync-plan.ts';
import { CUSTOMER, STRANGER, US } from './testing/made-facts.ts';

const [october, november] = [parsePeriod('2026-10'), parsePeriod('2026-11')];
if (october === null || november === null) throw new Error('period');

const NOTHING: RunFacts = {
  ...{ now: '2026-11-21T09:00:00Z', held: {}, links: 2, subscriptions: 0, customers: [] },
  followUps: { holders: new Map(), denials: new Map(), movedPerhaps: [] },
  ...{ linkTenants: [], scheduledScopes: new Map(), months: [], older: [], tried: [], samples: [] },
};

const costed = (heldAsOf: string | null, subscriptions = 1): CostedCustomer => ({
  ...{ tenantId: CUSTOMER, billingAccountName: 'A', billingProfileName: 'P', customerId: 'c' },
  ...{ subscriptions, heldAsOf },
});

const refused = (way: TriedWay['way']): TriedWay => ({
  ...{ way, permitted: false, at: '2026-11-20T09:00:00Z' },
  scope: { kind: 'profile', billingAccountName: 'A', billingProfileName: 'P' },
});

const told = (facts: Partial<RunFacts>) =>
  planRun({ ...NOTHING, ...facts }).map(({ source, period, way, calls }) =>
    [source, period, way, calls].filter((part) => part !== '' && part !== null).join(' '),
  );

describe('the plan of a run', () => {
  it('begins with the lists that everything else hangs on, of unknown length while nothing is held', () => {
    const plan = planRun(NOTHING);
    expect(plan[0]).toMatchObject({ source: 'billing-accounts', calls: 1 });
    expect(plan.find(({ source }) => source === 'subscriptions')).toMatchObject({ calls: null });
    expect(plan.find(({ source }) => source === 'partner-links')).toMatchObject({ calls: 2 });
  });

  it('counts a query for each month that is held against one', () => {
    const scope = { kind: 'profile', billingAccountName: 'A', billingProfileName: 'P' } as const;
    const samples = [october, november].map((period) => ({ scope, period }));
    expect(told({ samples }).filter((row) => row.startsWith('costs'))).toEqual([
      ...['costs query-profile 1', 'costs query-profile 1'],
    ]);
    const [none, some] = [planRun(NOTHING), planRun({ ...NOTHING, samples })].map(summarisePlan);
    expect((some?.calls ?? 0) - (none?.calls ?? 0)).toBe(2);
  });

  it('asks for all subscriptions together before it asks any customer', () => {
    const sources = planRun({
      ...NOTHING,
      ...{ subscriptions: 5_000, held: { 'role-assignments': 12_345 } },
      customers: [{ tenantId: STRANGER, seen: 0, unseen: 2 }],
    }).map(({ source }) => source);
    expect(sources.indexOf('role-assignments')).toBeLessThan(sources.indexOf('customer-subscriptions'));
    expect(told({ subscriptions: 5_000, held: { 'role-assignments': 12_345 } })).toContain(
      'role-assignments resource-graph 13',
    );
  });

  it.each<[string, string | null, boolean]>([
    ['a month of which nothing is held', null, true],
    ['a closed month that was read before it closed', '2026-11-04T00:00:00Z', true],
    ['no closed month that was read since', '2026-11-06T01:00:00Z', false],
  ])('reads the cost of %s', (_name, heldAsOf, expected) => {
    const plan = told({ months: [{ period: october, customers: [costed(heldAsOf)] }] });
    expect(plan.some((step) => step.startsWith('costs 2026-10'))).toBe(expected);
  });

  it('takes the cheapest way that was not refused, and asks for its dimensions only where it queries', () => {
    const months = [
      { period: november, customers: [costed(null)] },
      { period: october, customers: [costed(null)] },
    ];
    expect(told({ months })).toContain('costs 2026-11 export 3');
    expect(told({ months }).join()).not.toContain('cost-dimensions');
    const tried = (['export', 'report-profile'] as const).map(refused);
    const byQuery = told({
      months,
      tried: [
        ...tried,
        {
          ...{ way: 'report-customer', permitted: false, at: '2026-11-20T09:00:00Z' },
          scope: { kind: 'customer', billingAccountName: 'A', customerId: 'c' },
        },
      ],
    });
    expect(byQuery.slice(-3)).toEqual([
      'cost-dimensions 1',
      'costs 2026-11 query-profile 6',
      'costs 2026-10 query-profile 6',
    ]);
  });
});

describe('older months', () => {
  const older = (count: number, customers: readonly CostedCustomer[]) => ({
    older: ['2026-09', '2026-08', '2026-07', '2026-06'].slice(0, count).map((text) => {
      const period = parsePeriod(text);
      if (period === null) throw new Error('period');
      return { period, customers };
    }),
  });

  const onlyQueries: TriedWay[] = [
    ...(['export', 'report-profile'] as const).map(refused),
    {
      ...{ way: 'report-customer', permitted: false, at: '2026-11-20T09:00:00Z' },
      scope: { kind: 'customer', billingAccountName: 'A', customerId: 'c' },
    },
  ];

  it('come last, by the way that is cheapest', () => {
    const months = [{ period: november, customers: [costed(null)] }];
    expect(told({ months, ...older(2, [costed(null)]) }).slice(-3)).toEqual([
      'costs 2026-11 export 3',
      'costs 2026-09 export 3',
      'costs 2026-08 export 3',
    ]);
    const files = (['export', 'report-profile'] as const).map(refused);
    const plan = told({ tried: files, ...older(1, [costed(null)]) });
    expect(plan.at(-1)).toBe('costs 2026-09 report-customer 5');
  });

  it('are read by queries where only those are permitted, with the dimensions that they need', () => {
    const plan = told({ tried: onlyQueries, ...older(2, [costed(null)]) });
    expect(plan.filter((step) => step.startsWith('cost'))).toEqual([
      'cost-dimensions 1',
      'costs 2026-09 query-profile 6',
      'costs 2026-08 query-profile 6',
    ]);
  });

  it('are not read by queries because a file of theirs alone is refused', () => {
    const facts = { customers: [costed(null)], tried: [], period: november, now: NOTHING.now };
    expect(planOlderMonth(facts, onlyQueries)).toEqual([]);
    expect(planOlderMonth({ ...facts, tried: onlyQueries }, [])).toHaveLength(1);
  });

  it('are not read twice', () => {
    expect(told(older(1, [costed('2026-10-07T00:00:00Z')])).join()).not.toContain('costs');
  });

  const customersOf = (count: number): CostedCustomer[] =>
    Array.from({ length: count }, (_, index) => {
      const tenantId = parseTenantId(`cccccccc-0000-4000-8000-${String(index).padStart(12, '0')}`);
      if (tenantId === null) throw new Error('tenant');
      // No profile is known: each customer is read by itself.
      return { ...costed(null), tenantId, billingProfileName: null, customerId: `c${index}` };
    });

  it.each([
    ['all of them where they take minutes', 100, 4],
    ['one where that takes more than an hour already', 1_500, 1],
    ['some of them where they take half an hour each', 550, 2],
  ])('are %s', (_name, count, expected) => {
    const plan = planRun({ ...NOTHING, ...older(4, customersOf(count)) });
    const periods = plan.flatMap(({ source, period }) => (source === 'costs' ? [period] : []));
    expect(new Set(periods).size).toBe(expected);
  });

  it('are read for as many customers as an hour has queries for, one at least', () => {
    const customers = customersOf(1_000);
    const tried = customers.map(({ customerId }): TriedWay => ({
      ...{ way: 'report-customer', permitted: false, at: '2026-11-20T09:00:00Z' },
      scope: { kind: 'customer', billingAccountName: 'A', customerId },
    }));
    const [first, ...others] = planOlder({ ...NOTHING, tried, ...older(3, customers) });
    expect(others).toEqual([]);
    // Four queries each; a thousand and more an hour, of which the first six hundred are not waited for.
    expect(first?.customers).toHaveLength(300);
    const huge = customers.slice(0, 2).map((one) => ({ ...one, subscriptions: 1_000_000 }));
    expect(planOlder({ ...NOTHING, tried, ...older(1, huge) })[0]?.customers).toHaveLength(1);
  });
});

const step = (parts: Partial<PlannedStep>): PlannedStep => ({
  ...{ source: 'costs', tenantId: '', period: november, scope: 'A/P', way: null, calls: 1 },
  ...parts,
});

describe('the sum of a plan', () => {
  it('takes steps of a source, month and way together', () => {
    const { rows, calls, unknownSteps } = summarisePlan([
      step({ way: 'query-customer', tenantId: CUSTOMER, calls: 4 }),
      step({ way: 'query-customer', tenantId: STRANGER, calls: 5 }),
      step({ source: 'group-schedules', period: '', scope: '', calls: null }),
    ]);
    expect(rows).toEqual([
      { source: 'costs', period: november, way: 'query-customer', steps: 2, calls: 9, unknownSteps: 0 },
      { source: 'group-schedules', period: null, way: null, steps: 1, calls: 0, unknownSteps: 1 },
    ]);
    expect([calls, unknownSteps]).toEqual([9, 1]);
  });

  it.each<[string, PlannedStep[], number]>([
    ['four queries of a scope a minute', [step({ way: 'query-profile', calls: 40 })], 10],
    [
      'twenty of an identity, whatever the scopes',
      Array.from({ length: 100 }, (_, index) =>
        step({ way: 'query-customer', tenantId: US, scope: String(index), calls: 4 }),
      ),
      20,
    ],
    [
      'the first call of a report only',
      Array.from({ length: 20 }, (_, index) =>
        step({ way: 'report-customer', scope: String(index), calls: 5 }),
      ),
      1,
    ],
    [
      'three questions of Resource Graph a second',
      [step({ source: 'role-assignments', way: 'resource-graph', calls: 900 })],
      5,
    ],
    ['nothing that is not throttled', [step({ source: 'marketplace-offers', tenantId: US, calls: 900 })], 0],
  ])('takes as long as Azure lets through %s', (_name, steps, minutes) => {
    expect(summarisePlan(steps).minutes).toBeCloseTo(minutes, 5);
  });

  it.each<[string, PlannedStep['way'], boolean]>([
    ['says that queries of each of very many customers end in no night', 'query-customer', true],
    ['takes a report of each of them for the work of a night', 'report-customer', false],
  ])('%s', (_name, way, expected) => {
    const steps = Array.from({ length: 10_000 }, (_, index) => step({ way, scope: String(index), calls: 4 }));
    expect(summarisePlan(steps).isBeyondDay).toBe(expected);
  });
});
