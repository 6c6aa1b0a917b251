import {
  readAgentGroups,
  readGdapRelationships,
  readGroupMembers,
  readIdentities,
  readIdentity,
  readScheduleList,
  SCHEDULE_LISTS,
  inIdentityBatches,
} from '#lib/azure/graph/read.ts';
import { readPartnerLink } from '#lib/azure/partner-link/read.ts';
import { readRoleDefinitions } from '#lib/azure/role-definitions/read.ts';
import { readTenants } from '#lib/azure/subscriptions/read.ts';
import type { Caller } from '#lib/azure/room.ts';
import type { GroupMember, Identity } from '#lib/core/facts.ts';
import type { PrincipalId } from '#lib/core/ids.ts';
import type { StepFailure } from '#lib/core/sync-run.ts';
import type { Db } from '#lib/db/db.ts';
import { listVisibleSubscriptions } from '#lib/db/customers.ts';
import { listAuthorizedPrincipals } from '#lib/db/delegations.ts';
import {
  listGroupsOfRead,
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
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { failureOf, graverOf, isOfOneOnly, isRefusal, NothingVisible } from '../failures.ts';
import {
  complete,
  formatPlace,
  parsePlace,
  storeLists,
  storeRows,
  type OpenList,
  type StepContext,
  type StepResult,
} from '../step-context.ts';

export async function readOurAgentGroups(context: StepContext): Promise<StepResult> {
  await storeRows(context, [{ read: readAgentGroups }], (tx, rows) =>
    saveAgentGroups(tx, context.readId, rows),
  );
  return complete;
}

export async function readVisibleTenants(context: StepContext): Promise<StepResult> {
  await storeRows(context, [{ read: readTenants }], (tx, rows) => saveKnownTenants(tx, context.readId, rows));
  return complete;
}

export async function readRelationships(context: StepContext): Promise<StepResult> {
  await storeRows(context, [{ read: readGdapRelationships }], (tx, rows) =>
    saveGdapRelationships(tx, context.readId, rows),
  );
  return complete;
}

/** One customer's subscription that does not answer is not every customer's; when several do not, Azure does not. */
const FAULTS_TRIED = 3;

/** Role names come from any one subscription that a token of ours may read. */
export async function readRoleNames(context: StepContext): Promise<StepResult> {
  let refused: unknown = new NothingVisible(tellStepReason('no-subscription', {}));
  let faults = 0;
  for (const seen of await listVisibleSubscriptions(context.deps.db)) {
    const caller = seen.source === 'subscriptions' ? context.caller() : context.caller(seen.tenantId);
    try {
      // One page holds all roles there are; begun anew after a crash, as the one who answered may be another.
      for await (const rows of readRoleDefinitions(caller, seen.subscriptionId)) {
        context.done += rows.length;
        await context.storePage((tx) => saveRoleDefinitions(tx, context.readId, rows), {
          done: context.done,
        });
      }
      return complete;
    } catch (error) {
      faults += isRefusal(error) ? 0 : 1;
      if (!isOfOneOnly(error) || faults === FAULTS_TRIED) throw error;
      refused = graverOf(refused, error);
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
  let incomplete: StepFailure | null = context.cursor === null ? null : parsePlace(context.cursor).fault;
  for (const [index, { credential, displayName, caller, how }] of credentials.entries()) {
    if (index < context.done) continue;
    let links: StoredLink[];
    try {
      links = [{ ...(await readPartnerLink(caller, { displayName, how })), credential }];
    } catch (error) {
      if (!isOfOneOnly(error)) throw error;
      const failure = failureOf(error, context.key);
      incomplete = { ...failure, message: `${credential}: ${failure.message}` };
      // The same identity has links of its own in customers' tenants, which other reads hold.
      links = held.filter((link) => link.credential === credential && link.tenantId === caller.tenantId);
    }
    context.done += 1;
    await context.storePage((tx) => saveLinks(tx, context.readId, links), {
      done: context.done,
      total: credentials.length,
      cursor: formatPlace(String(context.done), incomplete),
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

async function* mapEach<From, To>(
  pages: AsyncIterable<From>,
  map: (page: From) => Promise<To>,
): AsyncGenerator<To> {
  for await (const page of pages) yield await map(page);
}

/** Principals as a directory knows them, and who is in the groups among them. */
export async function storeIdentities(
  context: StepContext,
  principalIds: readonly PrincipalId[],
): Promise<void> {
  const { readId, key, deps } = context;
  const whose = key.tenantId === '' ? {} : { tenantId: key.tenantId };
  const alone = context.caller(whose.tenantId);
  type Page = { identities: Identity[] } | { members: GroupMember[] };
  const batches = inIdentityBatches(principalIds.toSorted()).map((ids): OpenList<Page> => ({
    ...whose,
    read: (caller) =>
      mapEach(readIdentities(caller, ids), async (rows) => ({
        identities: await settleEnabled(alone, rows),
      })),
  }));
  const keeping = {
    save: (tx: Db, page: Page) =>
      'members' in page
        ? saveGroupMembers(tx, readId, page.members)
        : saveIdentities(tx, readId, page.identities),
    count: (page: Page) => ('members' in page ? page.members.length : page.identities.length),
  };
  await storeLists(context, batches, keeping);
  const members = (await listGroupsOfRead(deps.db, readId)).map((groupId): OpenList<Page> => ({
    ...whose,
    read: (caller) =>
      mapEach(readGroupMembers(caller, groupId), async (rows) => ({
        members: await settleMembers(alone, groupId, rows),
      })),
  }));
  await storeLists(context, [...batches, ...members], keeping);
}

async function settleMembers(
  caller: Caller,
  groupId: PrincipalId,
  rows: readonly GroupMember[],
): Promise<GroupMember[]> {
  const settled = await settleEnabled(
    caller,
    rows.map(({ member }) => member),
  );
  return settled.map((member) => ({ groupId, member }));
}

const canBeDisabled = ({ type }: Identity): boolean => type === 'user' || type === 'service-principal';

/**
 * A list may leave open whether somebody is enabled; whoever it is of is asked for alone. Whom we may not ask for
 * stays open, which judging takes for unknown.
 */
async function settleEnabled(caller: Caller, identities: readonly Identity[]): Promise<Identity[]> {
  const settled: Identity[] = [];
  let refused = false;
  for (const identity of identities) {
    let known: Identity | null = identity;
    if (identity.enabled === null && canBeDisabled(identity) && !refused) {
      try {
        const alone = await readIdentity(caller, identity);
        known = alone === null ? null : { ...identity, enabled: alone.enabled };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        refused = true;
      }
    }
    // One that is gone since the list was made is gone.
    if (known !== null) settled.push(known);
  }
  return settled;
}

/** Members for a time of the groups that delegations to us name. */
export async function readGroupSchedules(context: StepContext): Promise<StepResult> {
  const known = await listIdentities(context.deps.db, 'identities', ['']);
  const groups = known.filter(({ identity, memberOf }) => memberOf === null && identity.type === 'group');
  const lists = groups
    .map(({ identity }) => identity.principalId)
    .toSorted()
    .flatMap((groupId) =>
      SCHEDULE_LISTS.map((list) => ({ read: (caller: Caller) => readScheduleList(caller, groupId, list) })),
    );
  await storeRows(context, lists, (tx, rows) => saveMembershipSchedules(tx, context.readId, rows));
  return complete;
}
