import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { currentIdentities, knownLinks, listOf, newestReads } from './link-list.ts';
import { authorizations, customers, delegations, identities, subscriptionVerdicts } from './schema.ts';
import { DELEGATION_SOURCES } from './subscription-reads.ts';
import { isVisible, type Visibility } from './visible-customers.ts';

export type UnlinkedDelegation = {
  id: string;
  tenantId: string;
  customerName: string;
  subscriptionId: string;
  subscriptionName: string;
  resourceGroup: string | null;
  definitionName: string | null;
  /** Service principals with a permanent earning role whose link is not known: one of them may be linked. */
  unread: number;
};

type Asked = {
  managingTenantId: string;
  visible: Visibility;
  earningRoles: readonly string[];
  partnerIds: readonly string[];
  limit: number;
};

/**
 * Delegations to us in which no service principal that is linked to us holds a permanent role that earns, which is
 * what Microsoft recommends: people and groups come and go.
 */
export async function listUnlinkedDelegations(
  db: Db,
  { managingTenantId, visible, earningRoles, partnerIds, limit }: Asked,
): Promise<{ delegations: UnlinkedDelegation[]; total: number }> {
  const { rows } = await db.execute<UnlinkedDelegation & { total: number }>(sql`
    with newest_delegations as (${newestReads(DELEGATION_SOURCES)}),
    links as (${knownLinks}),
    known as (
      select distinct ${identities.principalId} as principal_id, ${identities.type} as type
      ${currentIdentities(sql`${identities.tenantId} = ${managingTenantId}`)}
    ),
    principals as (
      select ${authorizations.readId} as read_id, ${authorizations.delegationId} as delegation_id,
        count(*) filter (where links.linked and links.partner_id in ${listOf(partnerIds)}) as linked,
        count(*) filter (where links.principal_id is null) as unread
      from ${authorizations}
      inner join known on known.principal_id = ${authorizations.principalId} and known.type = 'service-principal'
      left join links on links.tenant_id = ${managingTenantId} and links.principal_id = known.principal_id
      where not ${authorizations.justInTime} and ${authorizations.roleDefinitionId} in ${listOf(earningRoles)}
      group by ${authorizations.readId}, ${authorizations.delegationId}
    )
    select ${delegations.id} as id, ${delegations.tenantId} as "tenantId",
      ${customers.displayName} as "customerName", ${delegations.subscriptionId} as "subscriptionId",
      coalesce((select ${subscriptionVerdicts.displayName} from ${subscriptionVerdicts}
        where ${subscriptionVerdicts.tenantId} = ${delegations.tenantId}
          and ${subscriptionVerdicts.subscriptionId} = ${delegations.subscriptionId}
        order by ${subscriptionVerdicts.period} desc limit 1), ${delegations.subscriptionId}) as "subscriptionName",
      ${delegations.resourceGroup} as "resourceGroup", ${delegations.definitionName} as "definitionName",
      coalesce(principals.unread, 0)::int as unread, (count(*) over ())::int as total
    from ${delegations}
    inner join newest_delegations on newest_delegations.read_id = ${delegations.readId}
      and newest_delegations.subscription_id = ${delegations.subscriptionId}
    inner join ${customers} on ${customers.tenantId} = ${delegations.tenantId}
    left join principals on principals.read_id = ${delegations.readId}
      and principals.delegation_id = ${delegations.id}
    where ${delegations.managedByTenantId} = ${managingTenantId}
      and lower(${delegations.provisioningState}) = 'succeeded'
      and coalesce(principals.linked, 0) = 0
      and ${isVisible(delegations.tenantId, visible) ?? sql`true`}
    order by ${customers.displayName} collate "und-x-icu", "subscriptionName", ${delegations.id}
    limit ${limit}`);
  return {
    delegations: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
  };
}
