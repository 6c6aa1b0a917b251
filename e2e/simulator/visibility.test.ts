import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import {
  ACCOUNT_PATH,
  askCosts,
  customerAt,
  customerToken,
  dailyQuery,
  delegationsPath,
  DIMENSIONS_PATH,
  managingToken,
  type Place,
  rolesPath,
  subscriptionAt,
  SUBSCRIPTIONS_PATH,
} from './testing/asks.ts';
import { ask, askToken, bodyOf, field, list } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import { APPLICATIONS } from './worlds/partner.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 12, clock: steppedClock(MIDDLE_OF_MONTH), limits: 'off' });
});
afterAll(() => simulator.close());

const answerOf = async (path: string, token: string) => {
  const reply = await ask(simulator, { path, token });
  return { status: reply.status, code: field(bodyOf(reply), 'error.code') };
};

/** What the service identity's token of its home tenant, and of the customer's, may read of a subscription. */
const MATRIX: readonly (readonly [Place, 'read' | 'unseen', 'read' | 'unseen' | 'no consent'])[] = [
  ['aobo', 'unseen', 'read'],
  ['linked', 'read', 'unseen'],
  ['notLinked', 'read', 'unseen'],
  ['resourceGroupOnly', 'unseen', 'read'],
  ['marketplace', 'read', 'unseen'],
  ['nothingRead', 'unseen', 'no consent'],
];

const READ = { status: 200, code: undefined };
const UNSEEN = { status: 404, code: 'SubscriptionNotFound' };

describe.each(MATRIX)('%s', (place, atHome, atCustomer) => {
  test(`from the managing tenant: ${atHome}`, async () => {
    const token = await managingToken(simulator);
    const { subscriptionId } = subscriptionAt(simulator, place);
    const wanted = atHome === 'read' ? READ : UNSEEN;
    expect(await answerOf(rolesPath(subscriptionId), token)).toEqual(wanted);
    expect(await answerOf(delegationsPath(subscriptionId), token)).toEqual(wanted);
    const listed = list(bodyOf(await ask(simulator, { path: SUBSCRIPTIONS_PATH, token })));
    const ids = listed.map((item) => field(item, 'subscriptionId'));
    expect(ids.includes(subscriptionId)).toBe(atHome === 'read');
  });

  test(`from the customer's tenant: ${atCustomer}`, async () => {
    const { subscriptionId, tenantId } = subscriptionAt(simulator, place);
    if (atCustomer === 'no consent') {
      const reply = await askToken(simulator, { tenantId, application: APPLICATIONS.pecboard });
      expect(field(bodyOf(reply), 'error_codes.0')).toBe(700016);
      return;
    }
    const token = await customerToken(simulator, place);
    expect(await answerOf(rolesPath(subscriptionId), token)).toEqual(atCustomer === 'read' ? READ : UNSEEN);
    const listed = list(bodyOf(await ask(simulator, { path: SUBSCRIPTIONS_PATH, token })));
    expect(listed.map((item) => field(item, 'subscriptionId'))).toEqual(
      atCustomer === 'read' ? [subscriptionId] : [],
    );
  });
});

test('a delegation of one resource group shows the subscription but does not let it be read', async () => {
  const token = await managingToken(simulator, 'sp-linked');
  const { subscriptionId } = subscriptionAt(simulator, 'resourceGroupOnly');
  const listed = list(bodyOf(await ask(simulator, { path: SUBSCRIPTIONS_PATH, token })));
  expect(listed.map((item) => field(item, 'subscriptionId'))).toContain(subscriptionId);
  const reply = await ask(simulator, { path: delegationsPath(subscriptionId), token });
  expect(reply.status).toBe(403);
  expect(field(bodyOf(reply), 'error.message')).toMatch(
    /^The client '.*' with object id '.*' does not have authorization to perform action 'Microsoft.ManagedServices\/registrationAssignments\/read' over scope '\/subscriptions\//,
  );
});

test('a role without the action is refused, one that has it is not', async () => {
  const token = await managingToken(simulator, 'sp-linked');
  const { subscriptionId } = subscriptionAt(simulator, 'linked');
  expect((await answerOf(rolesPath(subscriptionId), token)).status).toBe(200);
  expect(await answerOf(delegationsPath(subscriptionId), token)).toEqual({
    status: 403,
    code: 'AuthorizationFailed',
  });
});

test('a group lets its members in; just-in-time authorizations let in nobody', async () => {
  const token = await managingToken(simulator, 'sp-linked');
  const { subscriptionId, delegations } = subscriptionAt(simulator, 'justInTimeOnly');
  expect(delegations[0]?.authorizations.map(({ principalName }) => principalName)).not.toContain(
    'Partner link (Halvorsen)',
  );
  expect((await answerOf(delegationsPath(subscriptionId), token)).status).toBe(200);
});

describe('billing', () => {
  const accounts = `/providers/Microsoft.Billing/billingAccounts?api-version=2020-05-01`;
  const customers = `${ACCOUNT_PATH}/customers?api-version=2020-05-01`;

  test('the service identity reads account and customers, also those it cannot enter', async () => {
    const token = await managingToken(simulator);
    const account = bodyOf(await ask(simulator, { path: accounts, token }));
    expect(field(account, 'value.0.properties.agreementType')).toBe('MicrosoftPartnerAgreement');
    const body = bodyOf(await ask(simulator, { path: customers, token }));
    expect(field(body, 'totalCount')).toBe(12);
    const ids = list(body).map((item) => field(item, 'name'));
    expect(ids).toContain(customerAt(simulator, 'nothingRead').tenantId);
  });

  test('without a billing role there is no account and no answer below it', async () => {
    for (const token of [
      await managingToken(simulator, 'sp-linked'),
      await customerToken(simulator, 'aobo'),
    ]) {
      expect(bodyOf(await ask(simulator, { path: accounts, token }))).toEqual({ value: [] });
      expect((await answerOf(customers, token)).status).toBe(403);
      expect((await answerOf(DIMENSIONS_PATH, token)).status).toBe(403);
    }
  });

  test('a customer may refuse its cost', async () => {
    const token = await managingToken(simulator);
    const { tenantId: customerId } = customerAt(simulator, 'nothingRead');
    const reply = await askCosts(simulator, {
      token,
      customerId,
      body: dailyQuery('2026-10-01', '2026-10-31'),
    });
    expect(reply.status).toBe(403);
    expect(field(bodyOf(reply), 'error.code')).toBe('AuthorizationFailed');
  });
});
