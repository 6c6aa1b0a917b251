import { describe, expect, it } from 'vitest';
import { openBudget } from './budget.ts';
import { readQueryDimensions } from './costs/read.ts';
import { readSubscriptions } from './subscriptions/read.ts';
import { useFakeAzure } from './testing/azure-suite.ts';
import { collect, openTestRoom, settingsFor, STARTED_AT_MS } from './testing/test-room.ts';
import { openAzureRoom } from './room.ts';
import { COST_CALLS } from '#lib/core/azure-limits.ts';
import type { CostScope } from '#lib/core/cost-plan.ts';
import type { ThrottleBudget, Wait } from '#lib/core/throttle-budget.ts';

const azure = useFakeAzure();
const LIST = '/subscriptions';
const nothing = { json: { value: [] } };
const categories = {
  json: {
    value: ['SubscriptionId', 'PartnerEarnedCreditApplied'].map((category) => ({ properties: { category } })),
  },
};

/** A room whose clock moves when it sleeps, on a budget that others may share. */
function openRoom(budget: ThrottleBudget, atMs = STARTED_AT_MS) {
  const waits: (Wait | null)[] = [];
  let nowMs = atMs;
  let onSlept = (): void => undefined;
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const room = openAzureRoom(settingsFor(azure().url), {
    now: () => nowMs,
    sleep: (ms) => {
      nowMs += ms;
      onSlept();
      return Promise.resolve();
    },
    log,
    budget,
  });
  const caller = room.caller({ signal: new AbortController().signal, onWait: (wait) => waits.push(wait) });
  return {
    ...{ waits, caller, read: () => collect(readSubscriptions(caller)), elapsed: () => nowMs - atMs },
    whenSlept(heard: () => void): void {
      onSlept = heard;
    },
  };
}

describe('calls of one budget', () => {
  it('wait for room before they go, and say that it is our own budget', async () => {
    azure().on('GET', LIST, nothing);
    const { read, waits, elapsed } = openRoom(openBudget());
    for (let call = 0; call < 225; call += 1) await read();
    expect(elapsed()).toBe(0);
    await read();
    expect(elapsed()).toBe(40);
    expect(waits).toMatchObject([{ untilMs: STARTED_AT_MS + 40, reason: 'own-budget' }, null]);
  });

  it('all wait when Azure has asked one of them to', async () => {
    azure().on('GET', LIST, { status: 429, headers: { 'retry-after': '27' } }, nothing);
    const budget = openBudget();
    const first = openRoom(budget);
    const second = openRoom(budget);
    const reading = first.read();
    await reading;
    expect(first.waits[0]).toEqual({ untilMs: STARTED_AT_MS + 27_000, reason: 'azure-asked' });
    await second.read();
    expect(second.waits[0]).toMatchObject({ untilMs: STARTED_AT_MS + 27_000, reason: 'azure-asked' });
    expect(second.elapsed()).toBe(27_000);
  });

  it('say that we are at fault where the budget cannot be kept, not Azure', async () => {
    azure().on('GET', LIST, nothing);
    const broken = new Error('the database is gone');
    const closed = { ...openBudget(), take: () => Promise.reject(broken) };
    await expect(openRoom(closed).read()).rejects.toMatchObject({ name: 'OwnFault', cause: broken });
    const lost = { ...openBudget(), settle: () => Promise.reject(broken) };
    await expect(openRoom(lost).read()).rejects.toMatchObject({ name: 'OwnFault', cause: broken });
  });

  it('that leave room to more urgent ones go as soon as these are done', async () => {
    const scopeOf = (customerId: string) =>
      ({ kind: 'customer', billingAccountName: 'A', customerId }) as const;
    const { caller, elapsed, whenSlept } = openRoom(openBudget());
    let urgent: CostScope[] = [{ kind: 'profile', billingAccountName: 'A', billingProfileName: 'P' }];
    whenSlept(() => (urgent = []));
    for (let call = 0; call <= COST_CALLS.ofIdentity - COST_CALLS.ofScope; call += 1) {
      expect(elapsed()).toBe(0);
      const path = `/providers/Microsoft.Billing/billingAccounts/A/customers/c${call}`;
      azure().on('GET', `${path}/providers/Microsoft.CostManagement/dimensions`, categories);
      await readQueryDimensions({ ...caller, urgentScopes: () => urgent }, scopeOf(`c${call}`));
    }
    expect(elapsed()).toBeGreaterThan(0);
    expect(elapsed()).toBeLessThanOrEqual(10_000);
  });

  it('fail at once where Azure asked for a longer wait than any call waits', async () => {
    azure().on('GET', LIST, { status: 429, headers: { 'retry-after': '86400' } }, nothing);
    const budget = openBudget();
    await expect(openRoom(budget).read()).rejects.toMatchObject({ kind: 'throttled' });
    const second = openRoom(budget);
    await expect(second.read()).rejects.toMatchObject({ kind: 'throttled', retryAfterMs: 86_400_000 });
    expect(azure().calls()).toHaveLength(1);
  });

  it('go on with a budget of their own where none is shared', async () => {
    azure().on('GET', LIST, nothing);
    const { caller, slept } = openTestRoom(azure().url);
    await collect(readSubscriptions(caller));
    expect(slept).toEqual([]);
  });

  it('give back what they held when they fail', async () => {
    azure().on('GET', LIST, { status: 403, json: { error: { code: 'x', message: 'no' } } });
    const budget = openBudget();
    const settled: number[] = [];
    const watched: ThrottleBudget = {
      take: budget.take,
      settle: (...all) => {
        settled.push(all[1].length);
        return budget.settle(...all);
      },
    };
    await expect(openRoom(watched).read()).rejects.toMatchObject({ kind: 'forbidden' });
    expect(settled).toHaveLength(1);
  });
});
