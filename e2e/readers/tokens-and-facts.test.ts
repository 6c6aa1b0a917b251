import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trust } from '#lib/azure/testing/certificates.ts';
import { closeDatabase } from '#lib/db/client.ts';
import { claimRun, launchRun, refreshOf, syncDeps } from '#lib/sync/entry.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import type { CallRecord } from '../simulator/calls.ts';
import { environmentFor } from '../simulator/description.ts';
import type { Api } from '../simulator/http.ts';
import { rightsOf } from '../simulator/rights.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { MATRIX, ruleOf } from './token-matrix.ts';

/** Starting a database and reading a world from beginning to end takes longer than one test may. */
const A_WHOLE_RUN_MS = 180_000;

let simulator: Simulator;
let folder: string;
let statuses: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokens-and-facts-'));
  simulator = await startSimulator({ worldName: 'causes', limits: 'off', dir: join(folder, 'simulator') });
  trust(simulator.caPem);
  Object.assign(process.env, environmentFor(simulator.description), { DATA_DIR: join(folder, 'data') });
  const deps = await syncDeps();
  if (deps === null) throw new Error('Azure is not configured');
  const full = await claimRun(deps, 'test');
  statuses = [await launchRun(deps, full.runId).ended];
  const [customer] = simulator.world.customers;
  const tenantId = parseTenantId(customer?.tenantId ?? '');
  if (tenantId === null) throw new Error('a world without customers');
  const refresh = await claimRun(deps, 'test', refreshOf(tenantId));
  statuses.push(await launchRun(deps, refresh.runId, refreshOf(tenantId)).ended);
}, A_WHOLE_RUN_MS);

afterAll(async () => {
  await closeDatabase();
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

type Token = 'managing' | 'customer' | 'none';

/** Whose token may show a fact (diagnosis.md section 9, 2026-11-21). */
const MAY_SHOW: Record<Exclude<Api, 'unknown' | 'entra'>, readonly Token[]> = {
  storage: ['managing', 'none'],
  tenants: ['managing'],
  billing: ['managing'],
  'resource-graph': ['managing'],
  'role-definitions': ['managing', 'customer'],
  'cost-dimensions': ['managing'],
  'cost-query': ['managing'],
  'cost-report': ['managing'],
  'cost-exports': ['managing'],
  subscriptions: ['customer'],
  'managed-services': ['managing', 'customer'],
  'role-assignments': ['managing', 'customer'],
  'deny-assignments': ['managing', 'customer'],
  'role-schedules': ['managing', 'customer'],
  'partner-link': ['managing', 'customer'],
  graph: ['managing', 'customer'],
};

function tokenOf({ tenantId }: CallRecord): Token {
  if (tenantId === null) return 'none';
  return tenantId === simulator.description.tenantId ? 'managing' : 'customer';
}

it('reads a whole world, and one customer of it again', () => {
  expect(statuses).toEqual(['complete', 'complete']);
});

it('reads each kind of fact with a token that may show it, and with no other', () => {
  const wrong = simulator
    .callRecords()
    .filter(({ api, ...call }) => {
      if (api === 'entra') return false;
      return api === 'unknown' || !MAY_SHOW[api].includes(tokenOf({ api, ...call }));
    })
    .map((call) => `${tokenOf(call)} ${call.method} ${call.path}`);
  expect([...new Set(wrong)]).toEqual([]);
});

it('asks for nothing that the matrix of facts does not know', () => {
  const strange = simulator.callRecords().filter((record) => ruleOf(record) === undefined);
  expect(strange.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

it.each(MATRIX.map((rule) => [rule.fact, rule] as const))('reads with its own token: %s', (_fact, rule) => {
  const calls = simulator.callRecords().filter((record) => ruleOf(record) === rule);
  expect(calls.length).toBeGreaterThan(0);
  const wrong = calls.filter((record) => !rule.maySee(record, simulator.world));
  expect(wrong.map(({ path, tenantId, objectId }) => `${path} as ${objectId} in ${tenantId}`)).toEqual([]);
});

it('asks about a subscription only with a token that holds a right on it', () => {
  const asked = simulator.callRecords().flatMap((call) => {
    const [, id] = /^\/subscriptions\/([0-9a-f-]{36})\//i.exec(call.path) ?? [];
    return id === undefined ? [] : [{ call, id: id.toLowerCase() }];
  });
  expect(asked.length).toBeGreaterThan(0);
  const blind = asked.filter(({ call: { tenantId, objectId, appId }, id }) => {
    const { world } = simulator;
    const subscription = world.subscriptions.get(id);
    if (subscription === undefined || tenantId === null || objectId === null || appId === null) return true;
    return rightsOf({ tenantId, objectId, appId, graphRoles: [] }, subscription, world).length === 0;
  });
  expect(blind.map(({ call }) => `${tokenOf(call)} ${call.path} ${call.outcome}`)).toEqual([]);
});

it("asks a customer's directory and links only with a token of that customer, or ours of ours", () => {
  const customers = new Set(simulator.world.customers.map(({ tenantId }) => tenantId));
  const tenants = simulator
    .callRecords()
    .filter(({ api }) => api === 'graph' || api === 'partner-link')
    .map(({ tenantId }) => tenantId ?? '');
  expect(tenants.length).toBeGreaterThan(0);
  expect(tenants.filter((id) => id !== simulator.description.tenantId && !customers.has(id))).toEqual([]);
});

it('never meets a refusal that it could have foreseen: what it asks about subscriptions is answered', () => {
  const refused = simulator
    .callRecords()
    .filter(
      ({ api, outcome }) => outcome === 403 && (api === 'role-assignments' || api === 'managed-services'),
    );
  expect(refused.map(({ path }) => path)).toEqual([]);
});
