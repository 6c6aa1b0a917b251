import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeAzure, type FakeAzure } from '../testing/fake-azure.ts';
import {
  collect,
  CUSTOMER_TENANT,
  MANAGING_TENANT,
  openTestRoom,
  SUBSCRIPTION,
} from '../testing/test-room.ts';
import { readSubscriptions, readTenants } from './read.ts';

let azure: FakeAzure;
beforeAll(async () => {
  azure = await startFakeAzure();
});
afterAll(() => azure.close());
beforeEach(() => azure.forget());

const item = (displayName: string) => ({
  id: `/subscriptions/${SUBSCRIPTION}`,
  subscriptionId: SUBSCRIPTION,
  tenantId: CUSTOMER_TENANT.toUpperCase(),
  displayName,
  state: 'Enabled',
  subscriptionPolicies: { quotaId: 'CSP_2015-05-01' },
});

describe('reading subscriptions', () => {
  it('reads every page and keeps the home tenant and the offer', async () => {
    azure.on(
      'GET',
      '/subscriptions',
      {
        json: {
          value: [item('One')],
          nextLink: `${azure.url}/subscriptions?api-version=2022-12-01&$skiptoken=2`,
        },
      },
      { json: { value: [item('Two')], count: { type: 'Total', value: 1 } } },
    );
    const read = await collect(readSubscriptions(openTestRoom(azure.url).caller));
    expect(read.map(({ displayName }) => displayName)).toEqual(['One', 'Two']);
    expect(read[0]).toMatchObject({ tenantId: CUSTOMER_TENANT, offer: 'CSP_2015-05-01', state: 'Enabled' });
    expect(azure.calls().map(({ query }) => query.get('api-version'))).toEqual(['2022-12-01', '2022-12-01']);
  });

  it('does not take another managing tenant for a delegation: workspaces and managed applications have them too', async () => {
    const managed = { ...item('One'), managedByTenants: [{ tenantId: MANAGING_TENANT }] };
    azure.on('GET', '/subscriptions', { json: { value: [managed, item('One')] } });
    const [first, second] = await collect(readSubscriptions(openTestRoom(azure.url).caller));
    expect(first).toEqual(second);
  });

  it('asks with a token of the managing tenant, or of the customer tenant it is bound to', async () => {
    azure.on('GET', '/subscriptions', { json: { value: [] } });
    const { room, caller, abort } = openTestRoom(azure.url);
    await collect(readSubscriptions(caller));
    await collect(readSubscriptions(room.caller({ tenantId: CUSTOMER_TENANT, signal: abort.signal })));
    const claims = azure.calls().map(({ headers }) => {
      const payload = headers.authorization?.split('.')[1] ?? '';
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as unknown;
    });
    expect(claims).toMatchObject([
      { tid: MANAGING_TENANT, aud: 'https://management.azure.com' },
      { tid: CUSTOMER_TENANT, aud: 'https://management.azure.com' },
    ]);
  });
});

describe('reading tenants', () => {
  it('tells our own from customers that Lighthouse projects', async () => {
    azure.on('GET', '/tenants', {
      json: {
        value: [
          {
            tenantId: MANAGING_TENANT,
            displayName: 'Us',
            domains: ['us.example', 'us.onmicrosoft.example'],
            defaultDomain: 'us.onmicrosoft.example',
            tenantCategory: 'Home',
          },
          {
            tenantId: CUSTOMER_TENANT.toUpperCase(),
            domains: ['them.example'],
            tenantCategory: 'ProjectedBy',
          },
          { tenantId: CUSTOMER_TENANT, tenantCategory: 'ManagedBy' },
          { tenantId: CUSTOMER_TENANT },
        ],
      },
    });
    expect(await collect(readTenants(openTestRoom(azure.url).caller))).toEqual([
      { tenantId: MANAGING_TENANT, displayName: 'Us', domain: 'us.onmicrosoft.example', category: 'home' },
      { tenantId: CUSTOMER_TENANT, displayName: null, domain: 'them.example', category: 'projected-by' },
      { tenantId: CUSTOMER_TENANT, displayName: null, domain: null, category: 'managed-by' },
      { tenantId: CUSTOMER_TENANT, displayName: null, domain: null, category: 'other' },
    ]);
    expect(azure.calls()[0]?.url).toBe('/tenants?api-version=2022-12-01');
  });
});
