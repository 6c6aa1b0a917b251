import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  readBilledCustomers,
  readBilledSubscriptions,
  readBillingAccounts,
  readBillingProfiles,
  readTransfersIn,
  readTransfersOut,
} from './billing/read.ts';
import type { Caller } from './caller.ts';
import { readDenyAssignments } from './deny-assignments/read.ts';
import {
  readAgentGroups,
  readGdapRelationships,
  readGroupMembers,
  readMembershipSchedules,
} from './graph/read.ts';
import { readDelegations, readMarketplaceOffers } from './lighthouse/read.ts';
import { readRoleAssignments } from './role-assignments/read.ts';
import { readRoleDefinitions } from './role-definitions/read.ts';
import { readRoleSchedules } from './role-schedules/read.ts';
import { readSubscriptions, readTenants } from './subscriptions/read.ts';
import { startFakeAzure, type FakeAzure } from './testing/fake-azure.ts';
import { GROUP, openTestRoom, SUBSCRIPTION } from './testing/test-room.ts';

let azure: FakeAzure;
let elsewhere: FakeAzure;
beforeAll(async () => {
  azure = await startFakeAzure();
  elsewhere = await startFakeAzure();
});
afterAll(async () => {
  await azure.close();
  await elsewhere.close();
});
beforeEach(() => {
  azure.forget();
  elsewhere.forget();
});

type Listing = {
  read: (caller: Caller) => AsyncIterable<unknown>;
  path: string;
  link?: string;
  /** Another list that is read after this one. */
  followedBy?: string;
};

const SUBSCRIPTION_ID = `/subscriptions/${SUBSCRIPTION}`;
const SCOPE = `${SUBSCRIPTION_ID}/providers`;
const SCHEDULES = '/v1.0/identityGovernance/privilegedAccess/group';
const AUTHORIZATION = `${SCOPE}/Microsoft.Authorization`;
const MANAGED_SERVICES = 'Microsoft.ManagedServices';
const BILLING = '/providers/Microsoft.Billing';
const ACCOUNT = `${BILLING}/billingAccounts/a`;
const customer = { billingAccountName: 'a', billingProfileName: 'p', customerId: 'c' };
const odata = '@odata.nextLink';

const LISTINGS: Record<string, Listing> = {
  subscriptions: { read: readSubscriptions, path: '/subscriptions' },
  tenants: { read: readTenants, path: '/tenants' },
  delegations: {
    read: (caller) => readDelegations(caller, SUBSCRIPTION),
    path: `${SCOPE}/${MANAGED_SERVICES}/registrationAssignments`,
  },
  'Marketplace offers': {
    read: (caller) => readMarketplaceOffers(caller, null),
    path: `/providers/${MANAGED_SERVICES}/marketplaceRegistrationDefinitions`,
  },
  'role assignments': {
    read: (caller) => readRoleAssignments(caller, SUBSCRIPTION),
    path: `${AUTHORIZATION}/roleAssignments`,
  },
  'deny assignments': {
    read: (caller) => readDenyAssignments(caller, SUBSCRIPTION),
    path: `${AUTHORIZATION}/denyAssignments`,
  },
  'schedules of roles': {
    read: (caller) => readRoleSchedules(caller, { subscriptionId: SUBSCRIPTION, scope: SUBSCRIPTION_ID }),
    path: `${AUTHORIZATION}/roleAssignmentScheduleInstances`,
    followedBy: `${AUTHORIZATION}/roleEligibilityScheduleInstances`,
  },
  'role definitions': {
    read: (caller) => readRoleDefinitions(caller, SUBSCRIPTION),
    path: `${AUTHORIZATION}/roleDefinitions`,
  },
  'billing accounts': { read: readBillingAccounts, path: `${BILLING}/billingAccounts` },
  'billing profiles': {
    read: (caller) => readBillingProfiles(caller, 'a'),
    path: `${ACCOUNT}/billingProfiles`,
  },
  customers: { read: (caller) => readBilledCustomers(caller, 'a'), path: `${ACCOUNT}/customers` },
  'billing subscriptions': {
    read: (caller) => readBilledSubscriptions(caller, 'a'),
    path: `${ACCOUNT}/billingSubscriptions`,
  },
  'transfers to us': {
    read: (caller) => readTransfersIn(caller, customer),
    path: `${ACCOUNT}/billingProfiles/p/customers/c/transfers`,
  },
  'transfers from us': { read: (caller) => readTransfersOut(caller, 'a'), path: `${BILLING}/transfers` },
  'agent groups': { read: readAgentGroups, path: '/v1.0/groups', link: odata },
  'group members': {
    read: (caller) => readGroupMembers(caller, GROUP),
    path: `/v1.0/groups/${GROUP}/transitiveMembers`,
    link: odata,
  },
  'schedules of memberships': {
    read: (caller) => readMembershipSchedules(caller, GROUP),
    path: `${SCHEDULES}/assignmentScheduleInstances`,
    followedBy: `${SCHEDULES}/eligibilityScheduleInstances`,
    link: odata,
  },
  relationships: {
    read: readGdapRelationships,
    path: '/v1.0/tenantRelationships/delegatedAdminRelationships',
    link: odata,
  },
};

async function countPages(listing: Listing): Promise<number> {
  let pages = 0;
  for await (const page of listing.read(openTestRoom(azure.url).caller)) pages += page === null ? 0 : 1;
  return pages;
}

describe.each(Object.entries(LISTINGS))('the list of %s', (_name, listing) => {
  const { path, link = 'nextLink', followedBy } = listing;
  beforeEach(() => {
    if (followedBy !== undefined) azure.on('GET', followedBy, { json: { value: [] } });
  });
  const next = (host: FakeAzure) => ({ json: { value: [], [link]: `${host.url}${path}?$skiptoken=two` } });

  it.each([
    ['absent', {}],
    ['null', { [link]: null }],
    ['empty', { [link]: '' }],
  ])('is read page by page, to one whose link is %s', async (_how, last) => {
    azure.on('GET', path, next(azure), { json: { value: [], ...last } });
    expect(await countPages(listing)).toBe(followedBy === undefined ? 2 : 3);
    const calls = azure.calls().filter((call) => call.path === path);
    expect(calls.map(({ query }) => query.get('$skiptoken'))).toEqual([null, 'two']);
  });

  it('never follows a link to another host', async () => {
    azure.on('GET', path, next(elsewhere));
    await expect(countPages(listing)).rejects.toMatchObject({ kind: 'foreign-host' });
    expect(elsewhere.requests).toEqual([]);
  });
});

/** Two lists in one are read whole or not at all: no link stands for where they are. */
const RESUMED = Object.entries(LISTINGS).filter(([, { followedBy }]) => followedBy === undefined);

describe.each(RESUMED)('the list of %s, once it was cut short', (_name, listing) => {
  const { path, link = 'nextLink' } = listing;

  it('goes on from a later page to the last', async () => {
    const linkTo = (token: string) => `${azure.url}${path}?$skiptoken=${token}`;
    azure.on('GET', path, { json: { value: [], [link]: linkTo('three') } }, { json: { value: [] } });
    const { caller } = openTestRoom(azure.url);
    const resumed = { ...caller.resumed, link: linkTo('two') };
    for await (const page of listing.read({ ...caller, resumed })) expect(page).not.toBeNull();
    const calls = azure.calls().filter((call) => call.path === path);
    expect(calls.map(({ query }) => query.get('$skiptoken'))).toEqual(['two', 'three']);
  });
});
