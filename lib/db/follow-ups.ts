import {
  and,
  eq,
  exists,
  inArray,
  isNotNull,
  ne,
  notExists,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PrincipalId, SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { LISTED_ROLES } from '#lib/core/roles.ts';
import type { Db } from './db.ts';
import { isCurrent } from './reads.ts';
import {
  agentGroups,
  authorizations,
  delegations,
  identities,
  partnerLinks,
  resourceGroups,
  roleAssignments,
  sourceReads,
  subscriptions,
} from './schema.ts';

// What has to be asked of single customers, by what is held of all. Ids were parsed before they were stored.

const NOT_EARNING = LISTED_ROLES.filter(({ earns }) => earns === 'no').map(
  ({ roleDefinitionId }) => roleDefinitionId as string,
);

/** A role that may earn, held by a principal of the customer's own directory. */
const isDirectEarning: SQL | undefined = and(
  ne(roleAssignments.principalType, 'foreign-group'),
  notInArray(roleAssignments.roleDefinitionId, NOT_EARNING),
);

const ofTenant = (tenantId: TenantId | undefined): SQL | undefined =>
  tenantId === undefined ? undefined : eq(roleAssignments.tenantId, tenantId);

/** Groups of other partners: the customer's directory may show by what name they go. */
function isStrangersGroup(db: Db): SQL | undefined {
  const directory = alias(sourceReads, 'directory');
  const ours = db
    .select({ id: agentGroups.principalId })
    .from(agentGroups)
    .innerJoin(directory, eq(directory.currentReadId, agentGroups.readId));
  return and(
    eq(roleAssignments.principalType, 'foreign-group'),
    sql`${roleAssignments.principalId} not in ${ours}`,
  );
}

/** Identities whose link in this tenant we hold: their directory tells that they are the ones we know elsewhere. */
const isLinkKnown = (db: Db): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(partnerLinks)
      .where(
        and(
          eq(partnerLinks.tenantId, roleAssignments.tenantId),
          eq(partnerLinks.principalId, roleAssignments.principalId),
        ),
      ),
  );

/** Holders of roles of whom only the customer's directory tells whose they are. */
export async function listDirectHolders(
  db: Db,
  tenantId?: TenantId,
): Promise<{ tenantId: TenantId; principalId: PrincipalId }[]> {
  const rows = await db
    .selectDistinct({ tenantId: roleAssignments.tenantId, principalId: roleAssignments.principalId })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .where(and(or(isDirectEarning, isStrangersGroup(db), isLinkKnown(db)), ofTenant(tenantId)))
    .orderBy(roleAssignments.tenantId, roleAssignments.principalId);
  return rows as { tenantId: TenantId; principalId: PrincipalId }[];
}

export type RoleScope = { tenantId: TenantId; subscriptionId: SubscriptionId; scope: string };

/** Partners whose applications count: we ourselves, and resellers of record. */
type Ours = readonly TenantId[];

/** As the customer's directory shows it: a guest, or an application of ours. */
const mayBeOurs = (ours: Ours): SQL => sql`(
  (${identities.type} = 'user' and lower(coalesce(${identities.userType}, 'guest')) <> 'member')
  or (${identities.type} = 'service-principal' and ${inArray(identities.appOwnerTenantId, [...ours])}))`;

/** Scopes at which an identity that may be ours holds a direct role that may earn, by itself or in a group. */
export async function listScheduledScopes(db: Db, ours: Ours, tenantId?: TenantId): Promise<RoleScope[]> {
  const directory = alias(sourceReads, 'directory');
  const holder = sql`coalesce(nullif(${identities.memberOf}, ''), ${identities.principalId})`;
  const rows = await db
    .selectDistinct({
      tenantId: roleAssignments.tenantId,
      subscriptionId: roleAssignments.subscriptionId,
      scope: sql<string>`case when ${roleAssignments.scopeLevel} = 'above'
        then '/subscriptions/' || ${roleAssignments.subscriptionId} else ${roleAssignments.scope} end`,
    })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .innerJoin(
      identities,
      and(eq(identities.tenantId, roleAssignments.tenantId), sql`${holder} = ${roleAssignments.principalId}`),
    )
    .innerJoin(
      directory,
      and(eq(directory.currentReadId, identities.readId), eq(directory.source, 'customer-identities')),
    )
    .where(and(isDirectEarning, mayBeOurs(ours), ofTenant(tenantId)));
  return rows as RoleScope[];
}

/** Customers in whose directory an application of ours is: its link there counts for what it holds there. */
export async function listApplicationTenants(db: Db, managingTenantId: TenantId): Promise<TenantId[]> {
  const rows = await db
    .selectDistinct({ tenantId: identities.tenantId })
    .from(identities)
    .innerJoin(sourceReads, isCurrent(identities))
    .where(
      and(
        eq(sourceReads.source, 'customer-identities'),
        eq(identities.type, 'service-principal'),
        eq(identities.appOwnerTenantId, managingTenantId),
      ),
    )
    .orderBy(identities.tenantId);
  return rows.map((row) => row.tenantId as TenantId);
}

/** Customers who delegate a role that may earn to our service identity, which has no link in the managing tenant. */
export async function listUnlinkedDelegators(db: Db, managingTenantId: TenantId): Promise<TenantId[]> {
  const links = alias(sourceReads, 'links');
  const rows = await db
    .selectDistinct({ tenantId: delegations.tenantId })
    .from(delegations)
    .innerJoin(sourceReads, isCurrent(delegations))
    .innerJoin(
      authorizations,
      and(eq(authorizations.readId, delegations.readId), eq(authorizations.delegationId, delegations.id)),
    )
    .innerJoin(
      partnerLinks,
      and(
        eq(partnerLinks.principalId, authorizations.principalId),
        eq(partnerLinks.tenantId, managingTenantId),
      ),
    )
    .innerJoin(links, eq(links.currentReadId, partnerLinks.readId))
    .where(
      and(
        eq(partnerLinks.how, 'own-token'),
        eq(partnerLinks.linked, false),
        notInArray(authorizations.roleDefinitionId, NOT_EARNING),
      ),
    )
    .orderBy(delegations.tenantId);
  return rows.map((row) => row.tenantId as TenantId);
}

type Owner = { tenantId: TenantId; subscriptionId: SubscriptionId };

/**
 * Subscriptions whose deny assignments must be asked for: something else manages a group there (facts.md section 4),
 * or nothing read tells of their groups.
 */
export async function listDenialTargets(db: Db, tenantId?: TenantId): Promise<Owner[]> {
  const listing = alias(sourceReads, 'listing');
  const [listed] = await db
    .select({ readId: listing.currentReadId })
    .from(listing)
    .where(and(eq(listing.source, 'resource-groups'), isNotNull(listing.currentReadId)));
  const isManaged = exists(
    db
      .select({ one: sql`1` })
      .from(resourceGroups)
      .innerJoin(listing, eq(listing.currentReadId, resourceGroups.readId))
      .where(
        and(
          eq(resourceGroups.subscriptionId, subscriptions.subscriptionId),
          isNotNull(resourceGroups.managedBy),
        ),
      ),
  );
  const seen = alias(subscriptions, 'seen');
  const isUnlisted = notExists(
    db
      .select({ one: sql`1` })
      .from(seen)
      .innerJoin(listing, eq(listing.currentReadId, seen.readId))
      .where(and(eq(seen.subscriptionId, subscriptions.subscriptionId), eq(listing.source, 'subscriptions'))),
  );
  const rows = await db
    .selectDistinct({ tenantId: subscriptions.tenantId, subscriptionId: subscriptions.subscriptionId })
    .from(subscriptions)
    .innerJoin(sourceReads, isCurrent(subscriptions))
    .where(
      and(
        listed === undefined ? undefined : or(isManaged, isUnlisted),
        tenantId === undefined ? undefined : eq(subscriptions.tenantId, tenantId),
      ),
    )
    .orderBy(subscriptions.tenantId, subscriptions.subscriptionId);
  return rows as Owner[];
}

/** Customers where another partner's group has access: their billing may have moved to us. */
export async function listForeignGroupCustomers(db: Db): Promise<TenantId[]> {
  const rows = await db
    .selectDistinct({ tenantId: roleAssignments.tenantId })
    .from(roleAssignments)
    .innerJoin(sourceReads, isCurrent(roleAssignments))
    .where(isStrangersGroup(db))
    .orderBy(roleAssignments.tenantId);
  return rows.map((row) => row.tenantId as TenantId);
}
