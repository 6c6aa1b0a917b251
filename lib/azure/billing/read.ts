import { BillingManagementClient } from '@azure/arm-billing';
import type { BilledCustomer, BillingAccount } from '#lib/core/facts.ts';
import type { Caller } from '../caller.ts';
import { converse, pipelineCredential, type SdkOptions } from '../conversation.ts';
import { mapBilledCustomer, mapBillingAccount } from './map.ts';
import { billedCustomerPage, billingAccountPage } from './wire.ts';

const subject = { source: 'billing', audience: 'resource-manager' } as const;

/** The client asks for a subscription that neither listing uses. */
const openClient = (options: SdkOptions) =>
  new BillingManagementClient(pipelineCredential, 'unused', options);

export async function* readBillingAccounts(caller: Caller): AsyncIterable<BillingAccount[]> {
  const { client, pages } = converse(caller, subject, openClient);
  for await (const page of pages(billingAccountPage, client.billingAccounts.list().byPage())) {
    yield page.value.map(mapBillingAccount);
  }
}

export async function* readBilledCustomers(
  caller: Caller,
  billingAccountName: string,
): AsyncIterable<BilledCustomer[]> {
  const { client, pages } = converse(caller, subject, openClient);
  const steps = client.customers.listByBillingAccount(billingAccountName).byPage();
  for await (const page of pages(billedCustomerPage, steps)) {
    yield page.value.map((wire) => mapBilledCustomer(billingAccountName, wire));
  }
}
