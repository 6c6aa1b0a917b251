import {
  readAgentGroups,
  readGdapRelationships,
  readGroupMembers,
  readIdentities,
  readMembershipSchedules,
} from '#lib/azure/graph/read.ts';
import { readPartnerLink } from '#lib/azure/partner-link/read.ts';
import { readRoleDefinitions } from '#lib/azure/role-definitions/read.ts';
import { readTenants } from '#lib/azure/subscriptions/read.ts';
import type { PrincipalId } from '#lib/core/ids.ts';
import type { StepFailure } from '#lib/core/sync-run.ts';
import { listVisibleSubscriptions } from '#lib/db/customers.ts';
import { listAuthorizedPrincipals } from '#lib/db/delegations.ts';
import {
  listIdentities,
  listLinks,
  saveAgentGroups,
  saveGroupMembers,
  saveIdentities,
  saveLinks,
  saveRoleDefinitions,
  type StoredLink,
} from '#lib/db/directory.ts';
import { saveMembershipSchedules } from '#lib/db/restrictions.ts';
import { saveGdapRelationships, saveKnownTenants } from '#lib/db/tenants.ts';
import { failureOf, isOfOneOnly, isRefusal, NothingVisible } from '../failures.ts';
import { complete, storePages, type StepContext, type StepResult } from '../step-context.ts';

export async function readOurAgentGroups(context: StepContext): Promise<StepResult> {
  await storePages(context, readAgentGroups(context.caller()), (tx, rows) =>
    saveAgentGroups(tx, context.readId, rows),
  );
  return complete;
}

export async function readVisibleTenants(context: StepContext): Promise<StepResult> {
  await storePages(context, readTenants(context.caller()), (tx, rows) =>
    saveKnownTenants(tx, context.readId, rows),
  );
  return complete;
}

export async function readRelationships(context: StepContext): Promise<StepResult> {
  await storePages(context, readGdapRelationships(context.caller()), (tx, rows) =>
    saveGdapRelationships(tx, context.readId, rows),
  );
  return complete;
}

/** One customer's subscription that does not answer is not every customer's; when several do not, Azure does not. */
const FAULTS_TRIED = 3;

/** Role names come from any one subscription that a token of ours may read. */
export async function readRoleNames(context: StepContext): Promise<StepResult> {
  let refused: unknown = new NothingVisible('No subscription is visible yet.');
  let faults = 0;
  for (const seen of await listVisibleSubscriptions(context.deps.db)) {
    const caller = seen.source === 'subscriptions' ? context.caller() : context.caller(seen.tenantId);
    try {
      await storePages(context, readRoleDefinitions(caller, seen.subscriptionId), (tx, rows) =>
        saveRoleDefinitions(tx, context.readId, rows),
      );
      return complete;
    } catch (error) {
      faults += isRefusal(error) ? 0 : 1;
      if (!isOfOneOnly(error) || faults === FAULTS_TRIED) throw error;
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
  await storeIdentities(context, await listAuthorizedPrincipals(db, profile.managingTenantId));
  return complete;
}

/** Principals as a directory knows them, and who is in the groups among them. */
export async function storeIdentities(
  context: StepContext,
  principalIds: readonly PrincipalId[],
): Promise<void> {
  const tenantId = context.key.tenantId === '' ? undefined : context.key.tenantId;
  const groups: PrincipalId[] = [];
  for await (const rows of readIdentities(context.caller(tenantId), principalIds)) {
    groups.push(...rows.filter(({ type }) => type === 'group').map(({ principalId }) => principalId));
    context.done += rows.length;
    await context.storePage((tx) => saveIdentities(tx, context.readId, rows), { done: context.done });
  }
  for (const groupId of groups) {
    await storePages(context, readGroupMembers(context.caller(tenantId), groupId), (tx, rows) =>
      saveGroupMembers(tx, context.readId, rows),
    );
  }
}

/** Members for a time of the groups that delegations to us name. */
export async function readGroupSchedules(context: StepContext): Promise<StepResult> {
  const known = await listIdentities(context.deps.db, 'identities', ['']);
  const groups = known.filter(({ identity, memberOf }) => memberOf === null && identity.type === 'group');
  for (const { identity } of groups) {
    await storePages(context, readMembershipSchedules(context.caller(), identity.principalId), (tx, rows) =>
      saveMembershipSchedules(tx, context.readId, rows),
    );
  }
  return complete;
}
