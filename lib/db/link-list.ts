import { sql, type SQL } from 'drizzle-orm';
import type { LinkMethod } from '#lib/core/facts.ts';
import type { Db } from './db.ts';
import {
  authorizations,
  customers,
  delegations,
  identities,
  partnerLinks,
  personalLinks,
  roleAssignments,
  sourceReads,
  subscriptionReads,
} from './schema.ts';
import { ASSIGNMENT_SOURCES, DELEGATION_SOURCES } from './subscription-reads.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type LinkUse = {
  tenantId: string;
  /** null: the managing tenant, or a tenant that is no customer. */
  customerName: string | null;
  principalId: string;
  type: string | null;
  displayName: string | null;
  enabled: boolean | null;
  /** Subscriptions where it holds a permanent role, itself or as a member of a group. */
  subscriptions: number;
  /** Of these, where the role earns. */
  earning: number;
  /** Of these, where no other identity that is linked to us holds an earning role. */
  alone: number;
  /** Subscriptions that any identity linked to us serves with an earning role: the same in every row. */
  served: number;
  onlyThroughGroups: boolean | null;
  linked: boolean | null;
  partnerId: string | null;
  partnerName: string | null;
  since: string | null;
  how: LinkMethod | null;
  checkedAt: string | null;
  expiresAt: string | null;
  evidence: string | null;
};

type Asked = {
  managingTenantId: string;
  visible: Visibility;
  /** Role definition ids. */
  earningRoles: readonly string[];
  partnerIds: readonly string[];
};

export const listOf = (values: readonly string[]): SQL =>
  values.length === 0
    ? sql`(null)`
    : sql`(${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )})`;

/** Of several reads of one subscription the newest counts. */
export const newestReads = (sources: readonly string[]): SQL => sql`
  select distinct on (${subscriptionReads.subscriptionId})
    ${subscriptionReads.subscriptionId} as subscription_id, ${subscriptionReads.readId} as read_id
  from ${subscriptionReads}
  inner join ${sourceReads} on ${sourceReads.currentReadId} = ${subscriptionReads.readId}
  where ${sourceReads.source} in ${listOf(sources)} and ${subscriptionReads.unreadReason} is null
  order by ${subscriptionReads.subscriptionId}, ${sourceReads.asOf} desc`;

/** Permanent roles by delegation to us and by direct assignment; `tenant_id`: whose directory the principal is of. */
const grantedRoles = ({ managingTenantId, visible, earningRoles }: Asked): SQL => sql`
  select ${delegations.subscriptionId} as subscription_id, ${managingTenantId}::text as tenant_id,
    ${authorizations.principalId} as principal_id,
    ${authorizations.roleDefinitionId} in ${listOf(earningRoles)} as earning
  from ${authorizations}
  inner join ${delegations}
    on ${delegations.readId} = ${authorizations.readId} and ${delegations.id} = ${authorizations.delegationId}
  inner join newest_delegations on newest_delegations.read_id = ${delegations.readId}
    and newest_delegations.subscription_id = ${delegations.subscriptionId}
  where ${delegations.managedByTenantId} = ${managingTenantId} and not ${authorizations.justInTime}
    and lower(${delegations.provisioningState}) = 'succeeded'
    and ${isVisible(delegations.tenantId, visible) ?? sql`true`}
  union all
  select ${roleAssignments.subscriptionId}, ${roleAssignments.tenantId}, ${roleAssignments.principalId},
    ${roleAssignments.roleDefinitionId} in ${listOf(earningRoles)}
  from ${roleAssignments}
  inner join newest_assignments on newest_assignments.read_id = ${roleAssignments.readId}
    and newest_assignments.subscription_id = ${roleAssignments.subscriptionId}
  where ${roleAssignments.principalType} in ('user', 'service-principal', 'group')
    and ${isVisible(roleAssignments.tenantId, visible) ?? sql`true`}`;

export const currentIdentities = (isWanted: SQL): SQL => sql`
  from ${identities} inner join ${sourceReads} on ${sourceReads.currentReadId} = ${identities.readId}
  where ${isWanted}`;

/** One link per identity: what a token told stands before what a person said. */
export const knownLinks: SQL = sql`
  select distinct on (tenant_id, principal_id) * from (
    select ${partnerLinks.tenantId} as tenant_id, ${partnerLinks.principalId} as principal_id,
      ${partnerLinks.displayName} as display_name, ${partnerLinks.how} as how,
      ${partnerLinks.checkedAt} as checked_at, ${partnerLinks.linked} as linked,
      ${partnerLinks.partnerId} as partner_id, ${partnerLinks.partnerName} as partner_name,
      ${partnerLinks.since} as since, null::timestamptz as expires_at, null as evidence
    from ${partnerLinks} inner join ${sourceReads} on ${sourceReads.currentReadId} = ${partnerLinks.readId}
    union all
    select ${personalLinks.tenantId}, ${personalLinks.principalId}, ${personalLinks.displayName},
      ${personalLinks.how}, ${personalLinks.checkedAt}, ${personalLinks.linked}, ${personalLinks.partnerId},
      ${personalLinks.partnerName}, ${personalLinks.since}, ${personalLinks.expiresAt}, ${personalLinks.evidence}
    from ${personalLinks} where ${personalLinks.withdrawnAt} is null
  ) as every_link
  order by tenant_id, principal_id, how = 'attested', checked_at desc`;

/** Members of groups, by the newest answer of each directory. */
const MEMBERS: SQL = sql`
  select distinct ${identities.tenantId} as tenant_id, ${identities.memberOf} as group_id,
    ${identities.principalId} as principal_id
  ${currentIdentities(sql`${identities.memberOf} <> ''`)}`;

/** Each identity once, whatever group it was read through. */
const KNOWN: SQL = sql`
  select distinct on (${identities.tenantId}, ${identities.principalId})
    ${identities.tenantId} as tenant_id, ${identities.principalId} as principal_id,
    ${identities.type} as type, ${identities.displayName} as display_name, ${identities.enabled} as enabled,
    ${identities.appOwnerTenantId} as app_owner_tenant_id, ${identities.homeUserName} as home_user_name,
    ${identities.userType} as user_type
  ${currentIdentities(sql`true`)}
  order by ${identities.tenantId}, ${identities.principalId}, ${identities.memberOf}`;

/** Who holds a granted role: the principal itself, or each member of a group. */
const HOLDERS: SQL = sql`
  select granted.subscription_id, granted.tenant_id, granted.earning,
    coalesce(members.principal_id, granted.principal_id) as principal_id,
    members.principal_id is not null as through_group
  from granted
  left join members on members.tenant_id = granted.tenant_id and members.group_id = granted.principal_id`;

/** Holders that are ours: of our directory, linked as far as we know, our application, or our person as a guest. */
const ownHolders = ({ managingTenantId }: Asked): SQL => sql`
  select holders.* from holders
  left join known using (tenant_id, principal_id)
  left join links using (tenant_id, principal_id)
  where holders.tenant_id = ${managingTenantId} or links.principal_id is not null
    or known.app_owner_tenant_id = ${managingTenantId}
    or (known.user_type is distinct from 'Member' and exists (
      select 1 from known as home
      where home.tenant_id = ${managingTenantId} and home.home_user_name = known.home_user_name))`;

/** Which subscription each identity that is linked to us serves with an earning role. */
const earningLinks = ({ partnerIds }: Asked): SQL => sql`
  select distinct own.subscription_id, own.tenant_id, own.principal_id from own
  inner join links using (tenant_id, principal_id)
  where own.earning and links.linked and links.partner_id in ${listOf(partnerIds)}`;

/** Subscriptions that hang on one linked identity, by that identity. */
const ALONE: SQL = sql`
  select tenant_id, principal_id, count(*) as subscriptions from (
    select min(tenant_id) as tenant_id, min(principal_id) as principal_id
    from earning_links group by subscription_id having count(*) = 1
  ) as single group by tenant_id, principal_id`;

const USES: SQL = sql`
  select tenant_id, principal_id, count(distinct subscription_id) as subscriptions,
    count(distinct subscription_id) filter (where earning) as earning,
    bool_and(through_group) as only_through_groups
  from own group by tenant_id, principal_id`;

const factsOf = (asked: Asked): SQL => sql`
  newest_delegations as (${newestReads(DELEGATION_SOURCES)}),
  newest_assignments as (${newestReads(ASSIGNMENT_SOURCES)}),
  granted as (${grantedRoles(asked)}),
  links as (${knownLinks}),
  members as (${MEMBERS}),
  known as (${KNOWN}),
  holders as (${HOLDERS}),
  own as (${ownHolders(asked)}),
  earning_links as (${earningLinks(asked)}),
  alone as (${ALONE}),
  uses as (${USES})`;

/**
 * Identities in use: named by a delegation to us or a member of a group that is, holding a role directly in a
 * customer's tenant and known to be ours, or with a link that is known.
 */
export async function listLinkUses(db: Db, asked: Asked): Promise<LinkUse[]> {
  const { managingTenantId, visible } = asked;
  const { rows } = await db.execute<LinkUse>(sql`
    with ${factsOf(asked)}
    select everyone.tenant_id as "tenantId", everyone.principal_id as "principalId",
      ${customers.displayName} as "customerName", known.type as type,
      coalesce(known.display_name, everyone.display_name) as "displayName", known.enabled as enabled,
      coalesce(everyone.subscriptions, 0)::int as subscriptions, coalesce(everyone.earning, 0)::int as earning,
      coalesce(alone.subscriptions, 0)::int as alone,
      (select count(distinct subscription_id)::int from earning_links) as served,
      everyone.only_through_groups as "onlyThroughGroups", everyone.linked as linked,
      everyone.partner_id as "partnerId", everyone.partner_name as "partnerName",
      everyone.how as how, everyone.evidence as evidence,
      ${isoText(sql`everyone.since`)} as since, ${isoText(sql`everyone.checked_at`)} as "checkedAt",
      ${isoText(sql`everyone.expires_at`)} as "expiresAt"
    from (select * from uses full outer join links using (tenant_id, principal_id)) as everyone
    left join known using (tenant_id, principal_id)
    left join alone using (tenant_id, principal_id)
    left join ${customers} on ${customers.tenantId} = everyone.tenant_id
    where everyone.tenant_id = ${managingTenantId} or ${customers.tenantId} is null
      or ${isVisible(customers.tenantId, visible) ?? sql`true`}`);
  return rows;
}

export type LinkTotals = { subscriptions: number; earning: number };

/** Subscriptions of these identities, or of all; one that several of them serve counts once. */
export async function countLinkUses(
  db: Db,
  asked: Asked,
  identitiesOf: readonly { tenantId: string; principalId: string }[],
): Promise<LinkTotals> {
  const tenantIds = identitiesOf.map(({ tenantId }) => tenantId);
  const principalIds = identitiesOf.map(({ principalId }) => principalId);
  const { rows } = await db.execute<LinkTotals>(sql`
    with ${factsOf(asked)}
    select count(distinct subscription_id)::int as subscriptions,
      (count(distinct subscription_id) filter (where earning))::int as earning
    from own
    where (tenant_id, principal_id) in (
      select * from unnest(${sql.param(tenantIds)}::text[], ${sql.param(principalIds)}::text[]))`);
  return rows[0] ?? { subscriptions: 0, earning: 0 };
}

const isoText = (instant: SQL): SQL =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
