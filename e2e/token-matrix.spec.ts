import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { CallRecord } from './simulator/calls.ts';
import { environmentFor } from './simulator/description.ts';
import { visibleTo } from './simulator/rights.ts';
import { startSimulator, type Simulator } from './simulator/server.ts';
import { principalId } from './simulator/worlds/partner.ts';
import { guestApplicationId } from './simulator/worlds/setup.ts';

const SYNC = fileURLToPath(new URL('../scripts/sync.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

// One run of the product is enough for all of them.
test.describe.configure({ mode: 'serial' });

let simulator: Simulator;
let folder: string;
let records: readonly CallRecord[];

/** One whole run of the product, in a process of its own, over a world that shows every kind of access. */
test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'token-matrix-'));
  simulator = await startSimulator({ worldName: 'causes', customers: 100, limits: 'off' });
  const environment = { ...environmentFor(simulator.description), DATA_DIR: join(folder, 'data') };
  const child = spawn(process.execPath, [SYNC], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the sync ended with code ${String(code)}`);
  records = simulator.callRecords();
});

test.afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

const managing = (): string => simulator.world.managingTenant.tenantId;
const isManaging = ({ tenantId, objectId }: CallRecord): boolean =>
  tenantId === managing() && objectId === principalId('pecboard');
/** Our application in the tenant of a customer that consented to it. */
const isCustomers = ({ tenantId, objectId }: CallRecord): boolean =>
  tenantId !== null && tenantId !== managing() && objectId === guestApplicationId(tenantId, 'pecboard');

/** The subscription that a call names is one on which its token holds a role. */
function seesItsSubscription(record: CallRecord): boolean {
  const subscriptionId = /\/subscriptions\/([0-9a-f-]{36})/i.exec(record.path)?.[1];
  const { tenantId, objectId, appId } = record;
  if (subscriptionId === undefined || tenantId === null || objectId === null) return false;
  const caller = { tenantId, objectId, appId: appId ?? '', graphRoles: [] };
  return visibleTo(caller, simulator.world).some(
    ({ subscription }) => subscription.subscriptionId === subscriptionId.toLowerCase(),
  );
}

const isOwnLink = ({ tenantId, appId }: CallRecord): boolean =>
  simulator.world.linkCredentials.some(
    (credential) => credential.tenantId === tenantId && credential.application.appId === appId,
  );

type Rule = { fact: string; path: RegExp; maySee: (record: CallRecord) => boolean };

const AUTHORIZATION = /\/providers\/Microsoft\.Authorization\/(role|deny)\w+$/i;

/** Whose token sees which fact: the first row whose path a call has (diagnosis.md section 9, 2026-11-21). */
const MATRIX: readonly Rule[] = [
  {
    fact: 'token',
    path: /\/oauth2\/v2\.0\/token$|\/\.well-known\/openid-configuration$/,
    maySee: () => true,
  },
  { fact: 'billing', path: /\/providers\/Microsoft\.Billing\/(?!.*CostManagement)/i, maySee: isManaging },
  { fact: 'cost', path: /\/providers\/Microsoft\.CostManagement\//i, maySee: isManaging },
  {
    fact: 'cost files, by their own signature or as the service',
    path: /^\/_blob\//,
    maySee: (record) => record.objectId === null || isManaging(record),
  },
  { fact: 'bulk facts', path: /\/Microsoft\.ResourceGraph\/resources$/i, maySee: isManaging },
  { fact: 'tenants', path: /^\/tenants$/, maySee: isManaging },
  {
    fact: 'offers bought',
    path: /^\/providers\/Microsoft\.ManagedServices\/marketplaceRegistrationDefinitions$/i,
    maySee: isCustomers,
  },
  {
    fact: 'subscriptions',
    path: /^\/subscriptions$/,
    maySee: (record) => isManaging(record) || isCustomers(record),
  },
  { fact: 'delegations', path: /\/Microsoft\.ManagedServices\/registration/i, maySee: seesItsSubscription },
  { fact: 'roles, denials, schedules', path: AUTHORIZATION, maySee: seesItsSubscription },
  {
    fact: 'link of an identity',
    path: /\/Microsoft\.ManagementPartner\/partners$/i,
    maySee: (record) => isManaging(record) || isCustomers(record) || isOwnLink(record),
  },
  {
    fact: 'agent groups, relationships, memberships for a time',
    path: /^\/v1\.0\/(groups$|tenantRelationships\/|identityGovernance\/)/,
    maySee: isManaging,
  },
  {
    fact: 'identities and members of groups',
    path: /^\/v1\.0\/(directoryObjects|users|servicePrincipals|groups)\//,
    maySee: (record) => isManaging(record) || isCustomers(record),
  },
];

const ruleOf = ({ path }: CallRecord): Rule | undefined => MATRIX.find((rule) => rule.path.test(path));
const told = ({ method, path, tenantId, objectId }: CallRecord): string =>
  `${method} ${path} as ${objectId ?? 'nobody'} in ${tenantId ?? 'no tenant'}`;

test('every call of a whole run is one that the matrix knows', () => {
  expect(records.length).toBeGreaterThan(200);
  expect(records.filter((record) => ruleOf(record) === undefined).map(told)).toEqual([]);
});

test.describe('no fact is read with a token that could not see it', () => {
  for (const rule of MATRIX) {
    test(rule.fact, () => {
      const calls = records.filter((record) => ruleOf(record) === rule);
      expect(calls.length).toBeGreaterThan(0);
      expect(calls.filter((record) => !rule.maySee(record)).map(told)).toEqual([]);
    });
  }

  test('and none was answered with a refusal', () => {
    const refused = records.filter(({ outcome }) => outcome === 401 || outcome === 403);
    expect(refused.map(told)).toEqual([]);
  });
});

test('roles of a subscription that is not delegated to us are read in its own tenant', () => {
  const hidden = simulator.world.customers.filter(({ displayName }) => displayName.startsWith('Ostrava'));
  for (const { tenantId, subscriptions } of hidden) {
    const asked = records.filter(({ path }) =>
      subscriptions.some(
        ({ subscriptionId }) => path.includes(subscriptionId) && path.endsWith('/roleAssignments'),
      ),
    );
    expect(asked.map((record) => [record.tenantId, record.outcome])).toEqual([[tenantId, 200]]);
  }
  expect(hidden).toHaveLength(1);
});
