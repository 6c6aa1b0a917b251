import { readBilledCustomers, readBillingAccounts } from '#lib/azure/billing/read.ts';
import { readCostDimensions } from '#lib/azure/costs/read.ts';
import { readAgentGroups, readGroupMembers, readIdentities } from '#lib/azure/graph/read.ts';
import { readPartnerLink } from '#lib/azure/partner-link/read.ts';
import { readRoleDefinitions } from '#lib/azure/role-definitions/read.ts';
import { readSubscriptions } from '#lib/azure/subscriptions/read.ts';
import type { StepFailure } from '#lib/core/sync-run.ts';
import { saveDimensions } from '#lib/db/costs.ts';
import {
  listBilledCustomers,
  listVisibleSubscriptions,
  saveBilledCustomers,
  saveSubscriptions,
} from '#lib/db/customers.ts';
import { listAuthorizedPrincipals } from '#lib/db/delegations.ts';
import {
  listLinks,
  saveAgentGroups,
  saveGroupMembers,
  saveIdentities,
  saveLinks,
  saveRoleDefinitions,
  type StoredLink,
} from '#lib/db/directory.ts';
import { failureOf, isRefusal, NothingVisible } from '../failures.ts';
import { complete, type StepContext, type StepResult } from '../step-context.ts';

/** Stores every page of a list of the managing tenant. */
async function storePages<Row>(
  context: StepContext,
  pages: AsyncIterable<Row[]>,
  save: (tx: Parameters<Parameters<StepContext['storePage']>[0]>[0], rows: Row[]) => Promise<unknown>,
): Promise<void> {
  for await (const rows of pages) {
    context.done += rows.length;
    await context.storePage((tx) => save(tx, rows), { done: context.done });
  }
}

export async function readBillingCustomers(context: StepContext): Promise<StepResult> {
  for (const name of await billingAccountNames(context)) {
    await storePages(context, readBilledCustomers(context.caller(), name), (tx, rows) =>
      saveBilledCustomers(tx, context.readId, rows),
    );
  }
  return complete;
}

async function billingAccountNames(context: StepContext): Promise<string[]> {
  if (context.deps.billingAccount !== null) return [context.deps.billingAccount];
  const names: string[] = [];
  for await (const page of readBillingAccounts(context.caller())) {
    names.push(...page.filter(isPartnerAccount).map(({ name }) => name));
  }
  if (names.length === 0)
    throw new NothingVisible('No partner billing account is visible to the service identity.');
  return names;
}

const isPartnerAccount = ({ agreementType }: { agreementType: string }): boolean =>
  agreementType === 'MicrosoftPartnerAgreement';

export async function readDelegatedSubscriptions(context: StepContext): Promise<StepResult> {
  await storePages(context, readSubscriptions(context.caller()), (tx, rows) =>
    saveSubscriptions(tx, context.readId, rows),
  );
  return complete;
}

export async function readOurAgentGroups(context: StepContext): Promise<StepResult> {
  await storePages(context, readAgentGroups(context.caller()), (tx, rows) =>
    saveAgentGroups(tx, context.readId, rows),
  );
  return complete;
}

/** Role names come from any one subscription that a token of ours may read. */
export async function readRoleNames(context: StepContext): Promise<StepResult> {
  let refused: unknown = new NothingVisible('No subscription is visible yet.');
  for (const seen of await listVisibleSubscriptions(context.deps.db)) {
    const caller = seen.source === 'subscriptions' ? context.caller() : context.caller(seen.tenantId);
    try {
      await storePages(context, readRoleDefinitions(caller, seen.subscriptionId), (tx, rows) =>
        saveRoleDefinitions(tx, context.readId, rows),
      );
      return complete;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused = error;
    }
  }
  throw refused;
}

/** Every link we hold a token for. A credential that fails keeps its last answer, with its date. */
export async function readOurLinks(context: StepContext): Promise<StepResult> {
  const held = await listLinks(context.deps.db);
  const credentials = [
    {
      credential: 'own',
      displayName: 'Service identity',
      caller: context.caller(),
      how: 'own-token' as const,
    },
    ...context.linkCallers().map(({ displayName, caller }, index) => ({
      credential: displayName ?? `link credential ${index + 1}`,
      displayName,
      caller,
      how: 'link-credential' as const,
    })),
  ];
  let incomplete: StepFailure | null = null;
  for (const { credential, displayName, caller, how } of credentials) {
    let links: StoredLink[];
    try {
      links = [{ ...(await readPartnerLink(caller, { displayName, how })), credential }];
    } catch (error) {
      const failure = failureOf(error, context.key);
      incomplete = { ...failure, message: `${credential}: ${failure.message}` };
      // The same identity has links of its own in customers' tenants, which other reads hold.
      links = held.filter((link) => link.credential === credential && link.tenantId === caller.tenantId);
    }
    context.done += 1;
    await context.storePage((tx) => saveLinks(tx, context.readId, links), {
      done: context.done,
      total: credentials.length,
    });
  }
  return { incomplete };
}

/** Who the principals are that delegations to us name, and the members of the groups among them. */
export async function readAuthorizedIdentities(context: StepContext): Promise<StepResult> {
  const { db, profile } = context.deps;
  const principalIds = await listAuthorizedPrincipals(db, profile.managingTenantId);
  const groups: (typeof principalIds)[number][] = [];
  for await (const rows of readIdentities(context.caller(), principalIds)) {
    groups.push(...rows.filter(({ type }) => type === 'group').map(({ principalId }) => principalId));
    context.done += rows.length;
    await context.storePage((tx) => saveIdentities(tx, context.readId, rows), { done: context.done });
  }
  for (const groupId of groups) {
    await storePages(context, readGroupMembers(context.caller(), groupId), (tx, rows) =>
      saveGroupMembers(tx, context.readId, rows),
    );
  }
  return complete;
}

export async function readDimensions(context: StepContext): Promise<StepResult> {
  const accounts = [
    ...new Set((await listBilledCustomers(context.deps.db)).map((row) => row.billingAccountName)),
  ];
  if (accounts.length === 0)
    throw new NothingVisible('No billed customer, and so no billing account, is known.');
  for (const billingAccountName of accounts) {
    const dimensions = await readCostDimensions(context.caller(), billingAccountName);
    const rows = Object.entries(dimensions).map(([dimension, spelling]) => ({
      billingAccountName,
      dimension,
      spelling,
    }));
    context.done += 1;
    await context.storePage((tx) => saveDimensions(tx, context.readId, rows), {
      done: context.done,
      total: accounts.length,
    });
  }
  return complete;
}
