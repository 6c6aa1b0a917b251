import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  readBilledCustomers,
  readBilledSubscriptions,
  readBillingAccounts,
  readBillingProfiles,
  readTransfersIn,
  readTransfersOut,
} from '#lib/azure/billing/read.ts';
import { readDenyAssignments } from '#lib/azure/deny-assignments/read.ts';
import {
  readAgentGroups,
  readGdapRelationships,
  readGroupMembers,
  readIdentities,
  readIdentity,
  readMembershipSchedules,
} from '#lib/azure/graph/read.ts';
import { readDelegations, readMarketplaceOffers } from '#lib/azure/lighthouse/read.ts';
import {
  readBulkAssignments,
  readBulkDefinitions,
  readBulkResourceGroups,
  readBulkRoleAssignments,
  readBulkSubscriptions,
  type GraphPage,
} from '#lib/azure/resource-graph/read.ts';
import { readRoleAssignments } from '#lib/azure/role-assignments/read.ts';
import { readRoleSchedules } from '#lib/azure/role-schedules/read.ts';
import { openAzureRoom, type AzureRoom, type Caller } from '#lib/azure/room.ts';
import { readSubscriptions, readTenants } from '#lib/azure/subscriptions/read.ts';
import { trust } from '#lib/azure/testing/certificates.ts';
import { collect, requireId } from '#lib/azure/testing/test-room.ts';
import { parsePrincipalId, parseSubscriptionId, parseTenantId } from '#lib/core/ids.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import type { Customer } from '../simulator/worlds/types.ts';

/** Every reader reads what the simulator says, whose answers are held against Microsoft's descriptions elsewhere. */
const ALL = { subscriptions: null, resume: null };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let simulator: Simulator;
let room: AzureRoom;
const abort = new AbortController();

beforeAll(async () => {
  simulator = await startSimulator({ customers: 40, limits: 'off' });
  trust(simulator.caPem);
  const { url, tenantId, clientId, clientSecret } = simulator.description;
  room = openAzureRoom(
    {
      authorityHost: url,
      resourceManagerUrl: url,
      graphUrl: url,
      blobUrlTemplate: `${url}/_blob/{account}`,
      identity: { kind: 'secret', tenantId: requireId(parseTenantId, tenantId), clientId, clientSecret },
      linkCredentials: [],
    },
    { now: Date.now, sleep: () => Promise.resolve(), log: silent },
  );
});
afterAll(() => simulator.close());

const managing = (): Caller => room.caller({ signal: abort.signal });
const inTenantOf = ({ tenantId }: Customer): Caller =>
  room.caller({ signal: abort.signal, tenantId: requireId(parseTenantId, tenantId) });

async function rowsOf<Row>(pages: AsyncIterable<{ rows: Row[] }>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}

const bulk = <Row>(read: (caller: Caller, question: typeof ALL) => AsyncIterable<GraphPage<Row>>) =>
  rowsOf(read(managing(), ALL));

describe('Resource Graph says what the lists of Resource Manager say', () => {
  test('of subscriptions', async () => {
    const byId = (left: { subscriptionId: string }, right: { subscriptionId: string }) =>
      left.subscriptionId.localeCompare(right.subscriptionId);
    const graph = await bulk(readBulkSubscriptions);
    const list = await collect(readSubscriptions(managing()));
    expect(graph.length).toBeGreaterThan(10);
    expect(graph.toSorted(byId)).toEqual(list.toSorted(byId));
  });

  test('of delegations, joined to their definitions', async () => {
    const definitions = new Map(
      (await bulk(readBulkDefinitions)).map(({ definitionId, definition }) => [definitionId, definition]),
    );
    const assignments = await bulk(readBulkAssignments);
    expect(assignments.length).toBeGreaterThan(10);
    const sample = assignments.filter(({ resourceGroup }) => resourceGroup === null).slice(0, 25);
    for (const { tenantId: _, ...assignment } of sample) {
      const list = await collect(readDelegations(managing(), assignment.subscriptionId));
      const definition = definitions.get(assignment.definitionId) ?? null;
      expect(list).toContainEqual({ ...assignment, definition });
    }
  });

  test('of role assignments that can matter', async () => {
    const found = await bulk((caller, question) =>
      readBulkRoleAssignments(caller, { ...question, principals: [] }),
    );
    expect(found.length).toBeGreaterThan(5);
    for (const { tenantId: _, ...assignment } of found.slice(0, 25)) {
      expect(await collect(readRoleAssignments(managing(), assignment.subscriptionId))).toContainEqual(
        assignment,
      );
    }
  });

  test('of the owners of resource groups', async () => {
    const read = (which: 'managed' | 'all') =>
      bulk((caller, question) => readBulkResourceGroups(caller, { ...question, which }));
    const all = await read('all');
    expect(all.length).toBeGreaterThan(10);
    expect(await read('managed')).toEqual(all.filter(({ managedBy }) => managedBy !== null));
  });
});

describe('the billing account', () => {
  test('lists profiles, customers and subscriptions that belong together', async () => {
    const [account] = await collect(readBillingAccounts(managing()));
    const name = account?.name ?? '';
    const profiles = await collect(readBillingProfiles(managing(), name));
    const customers = await collect(readBilledCustomers(managing(), name));
    const subscriptions = await rowsOf(readBilledSubscriptions(managing(), name));
    expect(profiles.length).toBeGreaterThan(0);
    expect(profiles.every(({ currency }) => currency !== null)).toBe(true);
    const profileNames = new Set<string | null>(profiles.map((profile) => profile.name));
    const customerIds = new Set<string | null>(customers.map(({ customerId }) => customerId));
    expect(customers.length).toBeGreaterThan(10);
    expect(customers.every(({ billingProfileName }) => profileNames.has(billingProfileName))).toBe(true);
    expect(subscriptions.length).toBeGreaterThan(10);
    expect(subscriptions.filter(({ customerId }) => !customerIds.has(customerId))).toEqual([]);
    expect(subscriptions.some(({ plan, since }) => plan === 'azure-plan' && since !== null)).toBe(true);
  });

  test('lists transfers to us at their customer', async () => {
    const [account] = await collect(readBillingAccounts(managing()));
    const billingAccountName = account?.name ?? '';
    const moved: string[] = [];
    for (const { customerId, billingProfileName } of await collect(
      readBilledCustomers(managing(), billingAccountName),
    )) {
      const customer = { billingAccountName, customerId, billingProfileName: billingProfileName ?? '' };
      const transfers = await collect(readTransfersIn(managing(), customer));
      moved.push(...transfers.map(({ subscriptionId }) => subscriptionId));
    }
    const expected = simulator.world.transfers.filter(({ direction }) => direction === 'in');
    expect(moved.toSorted()).toEqual(expected.map(({ subscriptionId }) => subscriptionId).toSorted());
    expect(await collect(readTransfersOut(managing(), billingAccountName))).toEqual([]);
  });
});

describe('the directory', () => {
  test('knows agent groups, their members, and each of them by itself', async () => {
    const groups = await collect(readAgentGroups(managing()));
    expect(groups.map(({ name }) => name).toSorted()).toEqual(['AdminAgents', 'HelpdeskAgents']);
    for (const { principalId } of groups) {
      const members = await collect(readGroupMembers(managing(), principalId));
      const ids = members.map(({ member }) => member.principalId);
      const known = await collect(readIdentities(managing(), ids));
      expect(known.map((identity) => identity.principalId).toSorted()).toEqual(ids.toSorted());
      for (const { member } of members) {
        const alone = await readIdentity(managing(), member);
        expect(alone).toMatchObject({ principalId: member.principalId, enabled: member.enabled });
      }
    }
    const nobody = requireId(parsePrincipalId, '00000000-0000-4000-8000-00000000dead');
    expect(await readIdentity(managing(), { principalId: nobody, type: 'user' })).toBeNull();
  });

  test('lists relationships with customers', async () => {
    const relationships = await collect(readGdapRelationships(managing()));
    expect(relationships.map(({ id }) => id).toSorted()).toEqual(
      simulator.world.gdap.map(({ id }) => id).toSorted(),
    );
  });

  test('lists memberships for a time of any group', async () => {
    const [group] = await collect(readAgentGroups(managing()));
    if (group === undefined) throw new Error('no agent group');
    expect(await collect(readMembershipSchedules(managing(), group.principalId))).toEqual([]);
  });
});

test('the tenants of our token are our own and those that Lighthouse projects', async () => {
  const tenants = await collect(readTenants(managing()));
  expect(tenants.filter(({ category }) => category === 'home').map(({ tenantId }) => tenantId)).toEqual([
    simulator.description.tenantId,
  ]);
  expect(tenants.some(({ category }) => category === 'projected-by')).toBe(true);
});

/** What the token may read; nothing where it is refused. */
async function unlessRefused<Row>(read: () => Promise<Row[]>): Promise<Row[] | null> {
  try {
    return await read();
  } catch (error) {
    expect(error).toMatchObject({ kind: expect.stringMatching(/^(forbidden|no-consent|not-found)$/) });
    return null;
  }
}

describe('what restricts or explains access is read as the world has it', () => {
  test('denials and schedules, wherever the token may read them', async () => {
    let read = 0;
    for (const subscription of simulator.world.subscriptions.values()) {
      const subscriptionId = requireId(parseSubscriptionId, subscription.subscriptionId);
      const denials = await unlessRefused(() => collect(readDenyAssignments(managing(), subscriptionId)));
      if (denials === null) continue;
      expect(denials).toHaveLength(subscription.denyAssignments.length);
      const where = { subscriptionId, scope: `/subscriptions/${subscriptionId}` };
      const schedules = await collect(readRoleSchedules(managing(), where));
      const kinds = subscription.roleSchedules.filter(({ resourceGroup }) => resourceGroup === null);
      expect(schedules.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(kinds.map(({ kind }) => kind)),
      );
      read += 1;
    }
    expect(read).toBeGreaterThan(10);
  });

  test('offers bought in a tenant that admits us', async () => {
    let read = 0;
    for (const customer of simulator.world.customers) {
      const offers = await unlessRefused(() => collect(readMarketplaceOffers(inTenantOf(customer), null)));
      if (offers === null) continue;
      expect(offers.map(({ offerName }) => offerName)).toEqual(
        customer.offers.map(({ offerName }) => offerName),
      );
      read += 1;
    }
    expect(read).toBeGreaterThan(0);
  });
});
