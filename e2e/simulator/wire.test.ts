import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { billedCustomerPage, billingAccountPage } from '#lib/azure/billing/wire.ts';
import { costTable, dimensionPage } from '#lib/azure/costs/wire.ts';
import { directoryObjectPage } from '#lib/azure/graph/wire.ts';
import { registrationAssignmentPage } from '#lib/azure/lighthouse/wire.ts';
import { partnerWire } from '#lib/azure/partner-link/wire.ts';
import { roleAssignmentPage } from '#lib/azure/role-assignments/wire.ts';
import { roleDefinitionPage } from '#lib/azure/role-definitions/wire.ts';
import { subscriptionPage } from '#lib/azure/subscriptions/wire.ts';
import { startSimulator, type Simulator } from './server.ts';
import {
  ACCOUNT_PATH,
  askCosts,
  customerAt,
  dailyQuery,
  delegationsPath,
  DIMENSIONS_PATH,
  graphToken,
  managingToken,
  PARTNERS_PATH,
  rolesPath,
  subscriptionAt,
  SUBSCRIPTIONS_PATH,
} from './testing/asks.ts';
import { ask, bodyOf } from './testing/client.ts';
import { principalId } from './worlds/partner.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 12 });
});
afterAll(() => simulator.close());

const ACCOUNTS_PATH = '/providers/Microsoft.Billing/billingAccounts?api-version=2020-05-01';
const MEMBERS_PATH = `/v1.0/groups/${principalId('azure-engineers')}/transitiveMembers?$select=id,displayName,accountEnabled,userType`;
const inSubscription = (path: (id: string) => string) => (): string =>
  path(subscriptionAt(simulator, 'justInTimeOnly').subscriptionId);

const LISTS: readonly (readonly [string, () => string, z.ZodType])[] = [
  ['subscriptions', () => SUBSCRIPTIONS_PATH, subscriptionPage],
  ['delegations', inSubscription((id) => delegationsPath(id)), registrationAssignmentPage],
  ['role assignments', inSubscription(rolesPath), roleAssignmentPage],
  [
    'role definitions',
    inSubscription((id) => rolesPath(id).replace('roleAssignments', 'roleDefinitions')),
    roleDefinitionPage,
  ],
  ['billing accounts', () => ACCOUNTS_PATH, billingAccountPage],
  ['customers', () => `${ACCOUNT_PATH}/customers?api-version=2020-05-01`, billedCustomerPage],
  ['cost dimensions', () => DIMENSIONS_PATH, dimensionPage],
];

test.each(LISTS)('%s have the shape that the product reads', async (_what, path, shape) => {
  const token = await managingToken(simulator);
  expect(shape.safeParse(bodyOf(await ask(simulator, { path: path(), token }))).error).toBeUndefined();
});

test('a partner link has the shape that the product reads', async () => {
  const token = await managingToken(simulator, 'sp-linked');
  const reply = await ask(simulator, { path: PARTNERS_PATH, token });
  expect(partnerWire.safeParse(bodyOf(reply)).error).toBeUndefined();
});

test('directory objects have the shape that the product reads', async () => {
  const reply = await ask(simulator, { path: MEMBERS_PATH, token: await graphToken(simulator) });
  expect(directoryObjectPage.safeParse(bodyOf(reply)).error).toBeUndefined();
});

test('costs have the shape that the product reads', async () => {
  const reply = await askCosts(simulator, {
    token: await managingToken(simulator),
    customerId: customerAt(simulator, 'mixed').tenantId,
    body: dailyQuery('2026-10-01', '2026-10-31'),
  });
  expect(costTable.safeParse(bodyOf(reply)).error).toBeUndefined();
});
