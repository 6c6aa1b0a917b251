import { describe, expect, it } from 'vitest';
import { planCostSteps, planRefreshedCost, type CostedCustomer } from './cost-steps.ts';
import type { TriedWay } from './cost-plan.ts';
import { parsePeriod } from './periods.ts';
import { planBulk, planCustomer, planFirst, planFollowUps, planRefresh, planSchedules } from './sync-plan.ts';
import { CUSTOMER, STRANGER } from './testing/made-facts.ts';

const november = parsePeriod('2026-11');
if (november === null) throw new Error('period');
const NOW = '2026-11-21T09:00:00.000Z';

const sourcesOf = (steps: readonly { source: string }[]) => steps.map(({ source }) => source);

describe('the plan of a run', () => {
  it('asks in pages of what was held before, and does not guess what was never read', () => {
    const { billing, others } = planFirst({ 'billing-customers': 2_500, subscriptions: 10 }, 3);
    const calls = new Map([...billing, ...others].map((step) => [step.source, step.calls]));
    expect(calls.get('billing-customers')).toBe(3);
    expect(calls.get('subscriptions')).toBe(1);
    expect(calls.get('partner-links')).toBe(3);
    expect(calls.get('billing-subscriptions')).toBeNull();
  });

  it('counts a page for each group of 300 subscriptions above 10,000', () => {
    const held = { delegations: 50_000, 'role-assignments': 900_000 };
    const calls = new Map(planBulk(held, 50_000).map((step) => [step.source, step.calls]));
    expect(calls.get('delegations')).toBe(167);
    expect(calls.get('role-assignments')).toBe(900);
  });

  it('reads definitions before the delegations that need them, and nothing where nothing is seen', () => {
    const sources = sourcesOf(planBulk({}, 5));
    expect(sources.indexOf('delegation-definitions')).toBeLessThan(sources.indexOf('delegations'));
    expect(planBulk({}, 0)).toEqual([]);
  });

  it.each([
    ['not asked where the managing tenant sees all that is billed', { seen: 3, unseen: 0 }, false],
    ['asked where a billed subscription is out of sight', { seen: 3, unseen: 1 }, true],
    ['asked where nothing is seen', { seen: 0, unseen: 0 }, true],
    ['asked where billing was not read', { seen: 3, unseen: null }, true],
  ])("a customer's own tenant is %s", (_name, held, asked) => {
    expect(planCustomer({ tenantId: CUSTOMER, ...held }).length > 0).toBe(asked);
  });

  it('asks what lies deeper only of customers where it can matter', () => {
    const steps = planFollowUps({
      holders: new Map([[CUSTOMER, 1_200]]),
      denials: new Map([[STRANGER, 2]]),
      movedPerhaps: [CUSTOMER],
    });
    expect(steps.filter(({ tenantId }) => tenantId !== '')).toMatchObject([
      { source: 'customer-identities', tenantId: CUSTOMER, calls: 2 },
      { source: 'deny-assignments', tenantId: STRANGER, calls: 2 },
      { source: 'billing-transfers', tenantId: CUSTOMER, calls: 1 },
    ]);
    expect(planSchedules(new Map([[CUSTOMER, 3]]))).toMatchObject([{ source: 'role-schedules', calls: 6 }]);
  });

  it('refreshes one customer by the lists of its own subscriptions', () => {
    const steps = planRefresh({ tenantId: CUSTOMER, seen: 4, unseen: 0 });
    expect(steps.every(({ tenantId }) => tenantId === CUSTOMER)).toBe(true);
    expect(steps.find(({ source }) => source === 'delegations')?.calls).toBe(4);
  });
});

describe('the plan of cost', () => {
  const customer = (rest: Partial<CostedCustomer> = {}): CostedCustomer => ({
    ...{ tenantId: CUSTOMER, billingAccountName: 'account', billingProfileName: 'euro' },
    ...{ customerId: 'first', subscriptions: 5, heldAsOf: null },
    ...rest,
  });
  const other = customer({ tenantId: STRANGER, customerId: 'second' });
  const plan = (customers: CostedCustomer[], tried: TriedWay[] = []) =>
    planCostSteps({ customers, tried, period: november, now: NOW });
  const profile = { kind: 'profile', billingAccountName: 'account', billingProfileName: 'euro' } as const;
  const refused = (way: TriedWay['way'], scope: TriedWay['scope']): TriedWay => ({
    ...{ way, scope, permitted: false, at: NOW },
  });
  const atCustomer = (customerId: string) =>
    ({ kind: 'customer', billingAccountName: 'account', customerId }) as const;

  it('reads a whole billing profile at once, by the cheapest way', () => {
    expect(plan([customer(), other])).toMatchObject([
      { source: 'costs', tenantId: '', scope: 'account/euro', way: 'export', period: november },
    ]);
  });

  it('goes to the next way where one was refused, and to each customer where no profile may be read', () => {
    expect(plan([customer(), other], [refused('export', profile)])).toMatchObject([
      { way: 'report-profile' },
    ]);
    const atProfile = (['export', 'report-profile', 'query-profile'] as const).map((way) =>
      refused(way, profile),
    );
    const reports = ['first', 'second'].map((id) => refused('report-customer', atCustomer(id)));
    expect(plan([customer(), other], [...atProfile, ...reports])).toMatchObject([
      { tenantId: CUSTOMER, scope: '', way: 'query-customer' },
      { tenantId: STRANGER, scope: '', way: 'query-customer' },
    ]);
  });

  it('makes one step of a customer that two accounts bill', () => {
    const unknown = { billingProfileName: null };
    const steps = plan([customer(unknown), customer({ ...unknown, billingAccountName: 'second account' })]);
    expect(steps).toHaveLength(1);
    expect(steps[0]?.tenantId).toBe(CUSTOMER);
  });

  it('leaves out a month that was read after it closed', () => {
    const september = parsePeriod('2026-09');
    if (september === null) throw new Error('period');
    const held = customer({ heldAsOf: '2026-10-07T00:00:00Z' });
    const steps = planCostSteps({ customers: [held], tried: [], period: september, now: NOW });
    expect(steps).toEqual([]);
  });

  it('refreshes one customer by a query, which answers at once, and by a report only where that is refused', () => {
    const facts = {
      ...{ scopes: [atCustomer('first')], tenantId: CUSTOMER, period: november, now: NOW, tried: [] },
    };
    expect(planRefreshedCost(facts)).toMatchObject([
      { way: 'query-customer', tenantId: CUSTOMER, scope: '' },
    ]);
    const tried = [refused('query-customer', atCustomer('first'))];
    expect(planRefreshedCost({ ...facts, tried })).toMatchObject([{ way: 'report-customer' }]);
  });
});
