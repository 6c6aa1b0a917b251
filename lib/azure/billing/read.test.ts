import { describe, expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { collect, CUSTOMER_TENANT, openTestRoom, SUBSCRIPTION } from '../testing/test-room.ts';
import {
  readBilledCustomers,
  readBilledSubscriptions,
  readBillingAccounts,
  readBillingProfiles,
  readTransfersIn,
  readTransfersOut,
  type BilledSubscriptionsPage,
} from './read.ts';

const azure = useFakeAzure();
const NAME = '11111111-2222-5333-8444-555555555555:66666666-7777-4888-8999-000000000000_2019-05-31';
const BASE = '/providers/Microsoft.Billing/billingAccounts';
const ACCOUNT = `${BASE}/${encodeURIComponent(NAME)}`;
const PROFILE = `${BASE}/${NAME}/billingProfiles/AAAA-BBBB-CCC-DDD`;

const caller = () => openTestRoom(azure().url).caller;

it('keeps the opaque name of a billing account with its agreement', async () => {
  azure().on('GET', BASE, {
    json: {
      value: [
        {
          name: NAME,
          properties: {
            displayName: 'Us',
            agreementType: 'MicrosoftPartnerAgreement',
            accountType: 'Partner',
          },
        },
        { name: 'other', properties: { agreementType: 'Novelty' } },
      ],
    },
  });
  expect(await collect(readBillingAccounts(caller()))).toEqual([
    { name: NAME, displayName: 'Us', agreementType: 'MicrosoftPartnerAgreement', accountType: 'Partner' },
    { name: 'other', displayName: 'other', agreementType: 'Novelty', accountType: '' },
  ]);
  expect(azure().calls()[0]?.query.get('api-version')).toBe('2020-05-01');
});

it('reads the profiles of an account, each with the currency that it bills in', async () => {
  azure().on('GET', `${ACCOUNT}/billingProfiles`, {
    json: {
      value: [
        { name: 'AAAA-BBBB-CCC-DDD', properties: { displayName: 'Us-CHF', currency: 'CHF' } },
        { name: 'EEEE', properties: {} },
      ],
    },
  });
  expect(await collect(readBillingProfiles(caller(), NAME))).toEqual([
    { billingAccountName: NAME, name: 'AAAA-BBBB-CCC-DDD', displayName: 'Us-CHF', currency: 'CHF' },
    { billingAccountName: NAME, name: 'EEEE', displayName: 'EEEE', currency: null },
  ]);
});

it('reads customers of every page, and takes for a tenant only what has the form of one', async () => {
  const path = `${ACCOUNT}/customers`;
  azure().on(
    'GET',
    path,
    {
      json: {
        totalCount: 2,
        value: [
          {
            name: CUSTOMER_TENANT.toUpperCase(),
            properties: {
              displayName: 'Contoso',
              billingProfileId: PROFILE,
              resellers: [{ resellerId: '7654321', description: 'Reseller One' }],
            },
          },
        ],
        nextLink: `${azure().url}${path}?api-version=2024-04-01&$skiptoken=2`,
      },
    },
    { json: { value: [{ name: 'legacy-7', properties: {} }] } },
  );
  const read = await collect(readBilledCustomers(caller(), NAME));
  expect(Object.fromEntries(azure().calls()[0]?.query ?? [])).toEqual({
    'api-version': '2024-04-01',
    expand: 'resellers',
  });
  expect(read).toEqual([
    {
      billingAccountName: NAME,
      customerId: CUSTOMER_TENANT.toUpperCase(),
      tenantId: CUSTOMER_TENANT,
      displayName: 'Contoso',
      billingProfileName: 'AAAA-BBBB-CCC-DDD',
      resellers: [{ resellerId: '7654321', name: 'Reseller One' }],
    },
    {
      billingAccountName: NAME,
      customerId: 'legacy-7',
      tenantId: null,
      displayName: 'legacy-7',
      billingProfileName: null,
      resellers: [],
    },
  ]);
});

describe('billed subscriptions', () => {
  const PATH = `${ACCOUNT}/billingSubscriptions`;
  const item = (properties: Record<string, unknown>) => ({
    id: `${BASE}/${NAME}/billingSubscriptions/${SUBSCRIPTION}`,
    name: SUBSCRIPTION,
    properties: { subscriptionId: SUBSCRIPTION.toUpperCase(), ...properties },
  });

  async function read(...items: unknown[]): Promise<BilledSubscriptionsPage> {
    azure().on('GET', PATH, { json: { value: items } });
    const gathered: BilledSubscriptionsPage = { rows: [], transfers: [] };
    for await (const { rows, transfers } of readBilledSubscriptions(caller(), NAME)) {
      gathered.rows.push(...rows);
      gathered.transfers.push(...transfers);
    }
    return gathered;
  }

  it('are asked for with those that ended, by the version that tells dates and products', async () => {
    await read();
    expect(Object.fromEntries(azure().calls()[0]?.query ?? [])).toEqual({
      'api-version': '2024-04-01',
      includeDeleted: 'true',
      expand: 'Reseller',
    });
  });

  it('say for whom, through which profile and since when they are billed', async () => {
    const { rows, transfers } = await read(
      item({
        displayName: 'Production',
        billingProfileId: PROFILE,
        customerId: `${PROFILE}/customers/${CUSTOMER_TENANT}`,
        status: 'Active',
        skuId: '0001',
        skuDescription: 'Microsoft Azure Plan',
        productCategory: 'UsageBased',
        purchaseDate: '2023-01-04T22:39:34.2606750Z',
        termEndDate: '2030-01-01T00:00:00Z',
        reseller: { resellerId: '7654321', description: 'Reseller One' },
      }),
    );
    expect(rows).toEqual([
      {
        billingAccountName: NAME,
        subscriptionId: SUBSCRIPTION,
        customerId: CUSTOMER_TENANT,
        billingProfileName: 'AAAA-BBBB-CCC-DDD',
        displayName: 'Production',
        status: 'Active',
        offer: 'Microsoft Azure Plan',
        plan: 'azure-plan',
        reseller: { resellerId: '7654321', name: 'Reseller One' },
        since: '2023-01-04T22:39:34.260Z',
        until: null,
      },
    ]);
    expect(transfers).toEqual([]);
  });

  it('live without everything but an id', async () => {
    const { rows } = await read({ id: 'x', properties: {} }, item({ subscriptionId: '' }));
    expect(rows).toMatchObject([
      { subscriptionId: null, customerId: null, plan: null, since: null, until: null, status: null },
      { subscriptionId: null },
    ]);
  });

  it.each([
    ['an ended term', { status: 'Expired', termEndDate: '2026-02-01T00:00:00Z' }, '2026-02-01T00:00:00.000Z'],
    [
      'the day its end took effect',
      {
        status: 'Deleted',
        termEndDate: '2027-01-01T00:00:00Z',
        suspensionReasonDetails: [
          { reason: 'Other' },
          { reason: 'Cancelled', effectiveDate: '2026-03-05T00:00:00Z' },
        ],
      },
      '2026-03-05T00:00:00.000Z',
    ],
    ['nothing while it renews itself', { status: 'Active', termEndDate: '2026-05-01T00:00:00Z' }, null],
    [
      'nothing while it is only late in paying',
      {
        status: 'Disabled',
        suspensionReasonDetails: [{ reason: 'PastDue', effectiveDate: '2026-03-05T00:00:00Z' }],
      },
      null,
    ],
  ])('end with %s', async (_name, properties, until) => {
    expect((await read(item(properties))).rows).toMatchObject([{ until }]);
  });

  it('tell of those that were transferred away', async () => {
    const suspensionReasonDetails = [{ reason: 'Transferred', effectiveDate: '2026-03-05T00:00:00Z' }];
    const gone = item({ status: 'Disabled', suspensionReasonDetails });
    const { rows, transfers } = await read(gone, item({ subscriptionId: null, suspensionReasonDetails }));
    expect(rows[0]).toMatchObject({ until: '2026-03-05T00:00:00.000Z' });
    expect(transfers).toEqual([
      {
        billingAccountName: NAME,
        id: gone.id,
        subscriptionId: SUBSCRIPTION,
        direction: 'out',
        status: 'Completed',
        at: '2026-03-05T00:00:00.000Z',
        otherTenantId: null,
      },
    ]);
  });
});

describe('transfers', () => {
  const other = '55555555-0000-4000-8000-000000000002';
  const request = {
    id: '/providers/Microsoft.Billing/transfers/aabb123',
    name: 'aabb123',
    properties: {
      transferStatus: 'CompletedWithErrors',
      recipientEmailId: 'anna@contoso.example',
      detailedTransferStatus: [
        {
          productType: 'AzureSubscription',
          productId: SUBSCRIPTION.toUpperCase(),
          transferStatus: 'Completed',
        },
        { productType: 'AzureSubscription', productId: `/subscriptions/${other}`, transferStatus: 'Failed' },
        { productType: 'AzureReservation', productId: SUBSCRIPTION, transferStatus: 'Completed' },
      ],
    },
    systemData: { createdAt: '2026-02-01T00:00:00Z', lastModifiedAt: '2026-02-03T00:00:00Z' },
  };

  it('that we asked for bring subscriptions in, each with its own outcome', async () => {
    const customer = { billingAccountName: NAME, billingProfileName: 'AAAA', customerId: CUSTOMER_TENANT };
    azure().on('GET', `${ACCOUNT}/billingProfiles/AAAA/customers/${CUSTOMER_TENANT}/transfers`, {
      json: { value: [request] },
    });
    const transfer = { billingAccountName: NAME, direction: 'in', otherTenantId: null };
    expect(await collect(readTransfersIn(caller(), customer))).toEqual([
      {
        ...transfer,
        id: `${request.id}/${SUBSCRIPTION}`,
        subscriptionId: SUBSCRIPTION,
        status: 'Completed',
        at: '2026-02-03T00:00:00.000Z',
      },
      {
        ...transfer,
        id: `${request.id}/${other}`,
        subscriptionId: other,
        status: 'Failed',
        at: '2026-02-03T00:00:00.000Z',
      },
    ]);
  });

  it('that others asked for take subscriptions out', async () => {
    const pending = {
      id: 'p',
      properties: {
        transferStatus: 'Pending',
        creationTime: '2026-01-01T00:00:00Z',
        detailedTransferStatus: [{ productId: SUBSCRIPTION }],
      },
    };
    azure().on('GET', '/providers/Microsoft.Billing/transfers', {
      json: { value: [pending, { id: 'q', properties: {} }] },
    });
    expect(await collect(readTransfersOut(caller(), NAME))).toMatchObject([
      { direction: 'out', status: 'Pending', at: '2026-01-01T00:00:00.000Z' },
    ]);
  });

  it('that we may not see are a refusal, not an empty list', async () => {
    azure().on('GET', '/providers/Microsoft.Billing/transfers', {
      status: 403,
      json: { error: { code: 'Unauthorized', message: 'no' } },
    });
    await expect(collect(readTransfersOut(caller(), NAME))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
