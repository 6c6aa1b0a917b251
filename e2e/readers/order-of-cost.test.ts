import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trust } from '#lib/azure/testing/certificates.ts';
import { COST_CALLS } from '#lib/core/azure-limits.ts';
import { closeDatabase } from '#lib/db/client.ts';
import { claimRun, launchRun, syncDeps } from '#lib/sync/entry.ts';
import { watchWork } from '../bench/busy.ts';
import type { CallRecord } from '../simulator/calls.ts';
import { environmentFor } from '../simulator/description.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { openFastClock } from '../simulator/virtual-clock.ts';
import { BILLING_PROFILES } from '../simulator/worlds/billing.ts';
import type { Currency } from '../simulator/worlds/types.ts';

const CUSTOMERS = 12;

const profileIn = (currency: Currency): string => {
  const found = BILLING_PROFILES.find((profile) => profile.currency === currency);
  if (found === undefined) throw new Error(`no profile bills in ${currency}`);
  return found.name;
};
/** Customers of all others are asked one by one. */
const [REPORTED, QUERIED] = [profileIn('SEK'), profileIn('GBP')];

const OF_QUERIED = new RegExp(`${QUERIED}/.*/(query|dimensions|generateCostDetailsReport)$`, 'i');
/** Answers, and the ten seconds in which twelve queries fill their window. */
const BESIDE_WAITS_MS = 30_000;

describe('cost within the limits of Azure', () => {
  let simulator: Simulator;
  let folder: string;
  let calls: readonly CallRecord[];
  let status: string;
  /** When each call that counts at the queried profile was answered, refused ones included. */
  const answeredAt: number[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'order-of-cost-'));
    const clock = openFastClock({ startMs: Date.parse('2026-11-21T02:00:00Z') });
    // Else it jumps over the wait for a report while the store is asked what comes next.
    watchWork({ working: (change) => clock.working(change) });
    simulator = await startSimulator({
      ...{
        customers: CUSTOMERS,
        seed: 1,
        limits: 'azure',
        mostPageItems: 10,
        clock,
        onAnswer({ path }) {
          if (OF_QUERIED.test(path)) answeredAt.push(clock.now());
        },
        dir: join(folder, 'simulator'),
      },
      costWays: {
        everywhere: ['query-customer'],
        at: new Map([
          [REPORTED, ['report-profile']],
          [QUERIED, ['query-profile']],
        ]),
      },
    });
    trust(simulator.caPem);
    Object.assign(process.env, environmentFor(simulator.description), { DATA_DIR: join(folder, 'data') });
    const deps = await syncDeps(clock);
    if (deps === null) throw new Error('Azure is not configured');
    const { runId } = await claimRun(deps, 'test');
    status = await launchRun(deps, runId).ended;
    calls = simulator.callRecords().filter(({ outcome }) => typeof outcome === 'number' && outcome < 400);
  }, 240_000);
  afterAll(async () => {
    await closeDatabase();
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  const indexesOf = (wanted: RegExp): number[] =>
    calls.flatMap(({ path }, index) => (wanted.test(path) ? [index] : []));

  it('has the reports of all months ordered before the first of them is asked after', () => {
    const orders = indexesOf(new RegExp(`${REPORTED}/.*/generateCostDetailsReport$`, 'i'));
    const [asked = -1] = indexesOf(new RegExp(`${REPORTED}/.*/costDetailsOperationResults/`, 'i'));
    expect({ status, orders: orders.length }).toEqual({ status: 'complete', orders: 2 });
    expect(orders.every((index) => index < asked)).toBe(true);
  });

  it('comes by queries of a profile as fast as its own limit lets it, whatever is asked of single customers', () => {
    const ofProfile = indexesOf(new RegExp(`${QUERIED}/.*/query$`, 'i'));
    const ofCustomers = indexesOf(/\/customers\/.*\/query$/i);
    const waits = Math.ceil(answeredAt.length / COST_CALLS.ofScope) - 1;
    const tookMs = (answeredAt.at(-1) ?? 0) - (answeredAt[0] ?? 0);
    expect(tookMs).toBeLessThan(waits * 60_000 + BESIDE_WAITS_MS);
    const meanwhile = ofCustomers.filter((index) => index < (ofProfile.at(-1) ?? 0));
    expect(meanwhile.length).toBeGreaterThan((waits * COST_CALLS.ofIdentity) / 2);
  });
});
