import { expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { collect, CUSTOMER_TENANT, openTestRoom } from '../testing/test-room.ts';
import { readBilledCustomers, readBillingAccounts } from './read.ts';

const azure = useFakeAzure();
const NAME = '11111111-2222-5333-8444-555555555555:66666666-7777-4888-8999-000000000000_2019-05-31';

it('keeps the opaque name of a billing account with its agreement', async () => {
  azure().on('GET', '/providers/Microsoft.Billing/billingAccounts', {
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
  expect(await collect(readBillingAccounts(openTestRoom(azure().url).caller))).toEqual([
    { name: NAME, displayName: 'Us', agreementType: 'MicrosoftPartnerAgreement', accountType: 'Partner' },
    { name: 'other', displayName: 'other', agreementType: 'Novelty', accountType: '' },
  ]);
  expect(azure().calls()[0]?.query.get('api-version')).toBe('2020-05-01');
});

it('reads customers of every page, and takes for a tenant only what has the form of one', async () => {
  const path = `/providers/Microsoft.Billing/billingAccounts/${encodeURIComponent(NAME)}/customers`;
  azure().on(
    'GET',
    path,
    {
      json: {
        totalCount: 2,
        value: [{ name: CUSTOMER_TENANT.toUpperCase(), properties: { displayName: 'Contoso' } }],
        nextLink: `${azure().url}${path}?api-version=2020-05-01&$skiptoken=2`,
      },
    },
    { json: { value: [{ name: 'legacy-7', properties: {} }] } },
  );
  expect(await collect(readBilledCustomers(openTestRoom(azure().url).caller, NAME))).toEqual([
    {
      billingAccountName: NAME,
      customerId: CUSTOMER_TENANT.toUpperCase(),
      tenantId: CUSTOMER_TENANT,
      displayName: 'Contoso',
      billingProfileName: null,
      resellers: [],
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
