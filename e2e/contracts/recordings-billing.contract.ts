import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  readBilledCustomers,
  readBilledSubscriptions,
  readBillingAccounts,
  readBillingProfiles,
} from '#lib/azure/billing/read.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { collect, openTestRoom, type TestRoom } from '#lib/azure/testing/test-room.ts';
import { answered, readRecording, readSpecification } from './recordings.ts';

const azure = useFakeAzure();
const open = (): TestRoom => openTestRoom(azure().url);

describe('billing', () => {
  it('knows a partner account, however much the list was expanded', async () => {
    const lists = answered(readRecording('billing/mpa-billing-accounts.json'), 'GET', /billingAccounts$/);
    expect(lists).toHaveLength(3);
    for (const { response } of lists) {
      azure().on('GET', '/providers/Microsoft.Billing/billingAccounts', { json: response.body });
      expect(await collect(readBillingAccounts(open().caller))).toEqual([
        {
          name: 'aff095f4-f26b-5334-db79-29704a77c0e5:8d5301c9-db55-4eb6-8611-9db0417d6cb2_2019-05-31',
          displayName: 'PLAMUATT2NetNew',
          agreementType: 'MicrosoftPartnerAgreement',
          accountType: 'Partner',
        },
      ]);
    }
  });
});

describe('billing profiles', () => {
  it('bill each in a currency of the recorded partner', async () => {
    const lists = answered(readRecording('billing/mpa-billing-accounts.json'), 'GET', /billingAccounts$/);
    const expanded = z.object({
      value: z.array(z.object({ name: z.string(), properties: z.object({ billingProfiles: z.unknown() }) })),
    });
    const [account] = expanded.parse(lists[1]?.response.body).value;
    const name = account?.name ?? '';
    const path = `/providers/Microsoft.Billing/billingAccounts/${encodeURIComponent(name)}/billingProfiles`;
    azure().on('GET', path, { json: account?.properties.billingProfiles });
    const profiles = await collect(readBillingProfiles(open().caller, name));
    expect(profiles.map(({ currency }) => currency).toSorted()).toEqual([
      'CHF',
      'DKK',
      'EUR',
      'GBP',
      'NOK',
      'SEK',
    ]);
    expect(profiles[0]).toMatchObject({ billingAccountName: name, name: '5XQV-V4U6-BG7-AJ4D-SGB' });
  });
});

describe('examples of billing 2024-04-01', () => {
  const FOLDER = 'billing/resource-manager/Microsoft.Billing/stable/2024-04-01/examples';
  const example = z.object({ responses: z.object({ '200': z.object({ body: z.unknown() }) }) });
  const bodyOf = (name: string): unknown =>
    example.parse(readSpecification(`${FOLDER}/${name}.json`)).responses['200'].body;
  const ACCOUNT = '/providers/Microsoft.Billing/billingAccounts/a';

  it('name the resellers of a customer and its profile', async () => {
    azure().on('GET', `${ACCOUNT}/customers`, { json: bodyOf('customersListByBillingAccountWithExpand') });
    expect(await collect(readBilledCustomers(open().caller, 'a'))).toMatchObject([
      {
        customerId: '11111111-1111-1111-1111-111111111111',
        billingProfileName: 'xxxx-xxxx-xxx-xxx',
        resellers: [{ name: 'Reseller1' }, { name: 'Reseller2' }],
      },
    ]);
  });

  it.each([
    ['billingSubscriptionsListByBillingAccount', 'other'],
    ['billingSubscriptionsListByCustomerAtBillingAccount', 'azure-plan'],
  ])(
    'tell licences from Azure subscriptions, although their skus have the same numbers: %s',
    async (name, plan) => {
      azure().on('GET', `${ACCOUNT}/billingSubscriptions`, { json: bodyOf(name) });
      const found = [];
      for await (const { rows } of readBilledSubscriptions(open().caller, 'a')) found.push(...rows);
      expect(found).toHaveLength(3);
      expect(found.every((subscription) => subscription.plan === plan)).toBe(true);
      expect(found.every(({ until }) => until === null)).toBe(true);
    },
  );
});
