import { getClient, type Client } from '@azure-rest/core-client';
import { BillingManagementClient } from '@azure/arm-billing';
import type {
  BilledCustomer,
  BilledSubscription,
  BillingAccount,
  BillingProfile,
  BillingTransfer,
} from '#lib/core/facts.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential, type SdkOptions } from '../conversation.ts';
import { listPages } from '../rest-pages.ts';
import {
  mapBilledCustomer,
  mapBilledSubscription,
  mapBillingAccount,
  mapBillingProfile,
  mapTransfer,
  mapTransferAway,
} from './map.ts';
import {
  billedCustomerPage,
  billedSubscriptionPage,
  billingAccountPage,
  billingProfilePage,
  transferPage,
} from './wire.ts';

const subject = { source: 'billing', audience: 'resource-manager' } as const;

/** The client asks for a subscription that no listing uses. */
const openClient = (options: SdkOptions) =>
  new BillingManagementClient(pipelineCredential, 'unused', options);

export async function* readBillingAccounts(caller: Caller): AsyncIterable<BillingAccount[]> {
  const { client, pages } = converse(caller, subject, openClient);
  for await (const page of pages(billingAccountPage, client.billingAccounts.list().byPage())) {
    yield page.value.map(mapBillingAccount);
  }
}

export async function* readBillingProfiles(
  caller: Caller,
  billingAccountName: string,
): AsyncIterable<BillingProfile[]> {
  const { client, pages } = converse(caller, subject, openClient);
  const steps = client.billingProfiles.listByBillingAccount(billingAccountName).byPage();
  for await (const page of pages(billingProfilePage, steps)) {
    yield page.value.map((wire) => mapBillingProfile(billingAccountName, wire));
  }
}

/** The generated client speaks 2020-05-01: no resellers in lists, no dates, no products, nothing that ended. */
const API_VERSION = '2024-04-01';
const ACCOUNT = '/providers/Microsoft.Billing/billingAccounts/{billingAccountName}';
const CUSTOMER = `${ACCOUNT}/billingProfiles/{billingProfileName}/customers/{customerName}`;

const openRest = (caller: Caller) =>
  converse(caller, subject, ({ endpoint, ...options }) => getClient(endpoint, options));

type Resource = ReturnType<Client['pathUnchecked']>;

function listFrom(client: Client, resource: Resource, query: Record<string, string> = {}) {
  const queryParameters = { 'api-version': API_VERSION, ...query };
  return listPages<unknown>(client, () => resource.get({ queryParameters }), 'nextLink');
}

export async function* readBilledCustomers(
  caller: Caller,
  billingAccountName: string,
): AsyncIterable<BilledCustomer[]> {
  const { client, pages } = openRest(caller);
  const resource = client.pathUnchecked(`${ACCOUNT}/customers`, billingAccountName);
  const steps = listFrom(client, resource, { expand: 'resellers' });
  for await (const page of pages(billedCustomerPage, steps)) {
    yield page.value.map((wire) => mapBilledCustomer(billingAccountName, wire));
  }
}

export type BilledSubscriptionsPage = {
  rows: BilledSubscription[];
  /** Those of the rows that were transferred to someone else. */
  transfers: BillingTransfer[];
};

/** With those that ended: what was billed until last week still explains last month. */
export async function* readBilledSubscriptions(
  caller: Caller,
  billingAccountName: string,
): AsyncIterable<BilledSubscriptionsPage> {
  const { client, pages } = openRest(caller);
  const resource = client.pathUnchecked(`${ACCOUNT}/billingSubscriptions`, billingAccountName);
  const steps = listFrom(client, resource, { includeDeleted: 'true', expand: 'Reseller' });
  for await (const page of pages(billedSubscriptionPage, steps)) {
    yield {
      rows: page.value.map((wire) => mapBilledSubscription(billingAccountName, wire)),
      transfers: page.value.flatMap((wire) => mapTransferAway(billingAccountName, wire)),
    };
  }
}

export type BilledCustomerRef = {
  billingAccountName: string;
  billingProfileName: string;
  customerId: string;
};

/** Requests of ours to take over the billing of a customer's products. */
export async function* readTransfersIn(
  caller: Caller,
  { billingAccountName, billingProfileName, customerId }: BilledCustomerRef,
): AsyncIterable<BillingTransfer[]> {
  const { client, pages } = openRest(caller);
  const resource = client.pathUnchecked(
    `${CUSTOMER}/transfers`,
    billingAccountName,
    billingProfileName,
    customerId,
  );
  for await (const page of pages(transferPage, listFrom(client, resource))) {
    yield page.value.flatMap((wire) => mapTransfer({ billingAccountName, direction: 'in' }, wire));
  }
}

/** Requests to take over the billing of our products. They are sent to a person's mail address: expect few. */
export async function* readTransfersOut(
  caller: Caller,
  billingAccountName: string,
): AsyncIterable<BillingTransfer[]> {
  const { client, pages } = openRest(caller);
  const resource = client.pathUnchecked('/providers/Microsoft.Billing/transfers');
  for await (const page of pages(transferPage, listFrom(client, resource))) {
    yield page.value.flatMap((wire) => mapTransfer({ billingAccountName, direction: 'out' }, wire));
  }
}
