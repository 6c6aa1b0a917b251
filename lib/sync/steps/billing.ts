import {
  readBilledCustomers,
  readBilledSubscriptions,
  readBillingAccounts,
  readBillingProfiles,
  readTransfersIn,
  readTransfersOut,
} from '#lib/azure/billing/read.ts';
import type { Caller } from '#lib/azure/room.ts';
import {
  listBillingAccounts,
  saveBilledSubscriptions,
  saveBillingAccounts,
  saveBillingProfiles,
  saveBillingTransfers,
} from '#lib/db/billing.ts';
import { listBilledCustomers, saveBilledCustomers } from '#lib/db/customers.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { NothingVisible } from '../failures.ts';
import {
  complete,
  requireTenant,
  storeLists,
  storeRows,
  type StepContext,
  type StepResult,
} from '../step-context.ts';

const isPartnerAccount = ({ agreementType }: { agreementType: string }): boolean =>
  agreementType === 'MicrosoftPartnerAgreement';

/** Partner billing accounts that the service identity sees; with BILLING_ACCOUNT only that one. */
export async function readAccounts(context: StepContext): Promise<StepResult> {
  const { billingAccount } = context.deps;
  for await (const page of readBillingAccounts(context.caller())) {
    const rows = page.filter(
      (account) => isPartnerAccount(account) && (billingAccount === null || account.name === billingAccount),
    );
    context.done += rows.length;
    await context.storePage((tx) => saveBillingAccounts(tx, context.readId, rows), { done: context.done });
  }
  if (context.done === 0) {
    throw new NothingVisible(tellStepReason('no-billing-account', {}));
  }
  return complete;
}

/** An account named by configuration is read even where the list of accounts was refused. */
async function accountNames({ deps }: StepContext): Promise<string[]> {
  if (deps.billingAccount !== null) return [deps.billingAccount];
  const names = (await listBillingAccounts(deps.db)).map(({ name }) => name);
  if (names.length === 0) throw new NothingVisible(tellStepReason('no-account-known', {}));
  return names;
}

export async function readProfiles(context: StepContext): Promise<StepResult> {
  const lists = (await accountNames(context)).map((name) => ({
    read: (caller: Caller) => readBillingProfiles(caller, name),
  }));
  await storeRows(context, lists, (tx, rows) => saveBillingProfiles(tx, context.readId, rows));
  return complete;
}

export async function readBillingCustomers(context: StepContext): Promise<StepResult> {
  const lists = (await accountNames(context)).map((name) => ({
    read: (caller: Caller) => readBilledCustomers(caller, name),
  }));
  await storeRows(context, lists, (tx, rows) => saveBilledCustomers(tx, context.readId, rows));
  return complete;
}

export async function readBillingSubscriptions(context: StepContext): Promise<StepResult> {
  const lists = (await accountNames(context)).map((name) => ({
    read: (caller: Caller) => readBilledSubscriptions(caller, name),
  }));
  await storeLists(context, lists, {
    async save(tx, { rows, transfers }) {
      await saveBilledSubscriptions(tx, context.readId, rows);
      await saveBillingTransfers(tx, context.readId, transfers);
    },
    count: ({ rows }) => rows.length,
  });
  return complete;
}

/** Requests to move billing away from us. */
export async function readTransfers(context: StepContext): Promise<StepResult> {
  const lists = (await accountNames(context)).map((name) => ({
    read: (caller: Caller) => readTransfersOut(caller, name),
  }));
  await storeRows(context, lists, (tx, rows) => saveBillingTransfers(tx, context.readId, rows));
  return complete;
}

/** Moves of one customer's billing to us: listed by customer, so asked only where another partner has access. */
export async function readCustomerTransfers(context: StepContext): Promise<StepResult> {
  const billed = await listBilledCustomers(context.deps.db, requireTenant(context));
  const lists = billed.flatMap(({ billingAccountName, billingProfileName, customerId }) =>
    billingProfileName === null
      ? []
      : [
          {
            read: (caller: Caller) =>
              readTransfersIn(caller, { billingAccountName, billingProfileName, customerId }),
          },
        ],
  );
  await storeRows(context, lists, (tx, rows) => saveBillingTransfers(tx, context.readId, rows));
  return complete;
}
