import 'server-only';
import { roleEarns } from '#lib/core/roles.ts';
import { parseTenantId, type RoleDefinitionId, type TenantId } from '#lib/core/ids.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { listDaySums } from '#lib/db/costs.ts';
import { findCustomer } from '#lib/db/customers.ts';
import { listDelegations } from '#lib/db/delegations.ts';
import { findCustomerPeriod } from '#lib/db/verdicts.ts';
import { listSourceReads } from '#lib/db/reads.ts';
import { getCompleteness, unreadSources } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { countsOf } from './customer-summary.ts';
import { moneyOf } from './money.ts';
import { findNames, type Names } from './names.ts';
import { daysOf } from './overview.ts';
import type { CustomerDetail, Delegation } from './schemas/customers.ts';
import { showSubscription } from './subscription.ts';

/** Everything held about one customer's month; null when no such customer is known. */
export async function getCustomer(
  tenantId: string,
  { period: asked }: { period?: string | undefined },
): Promise<CustomerDetail | null> {
  const context = await queryContext();
  const id = parseTenantId(tenantId);
  const customer = id === null ? null : await findCustomer(context.db, id, context.visible);
  if (customer === null) return null;
  const { period, periods } = await choosePeriod(context, asked);
  const judged = await findCustomerPeriod(context.db, customer.tenantId, period);
  // The row was stored under a parsed tenant id.
  const delegations = await listDelegations(context.db, [customer.tenantId as TenantId]);
  const names = await findNames(context, judged.subscriptions, delegations);
  const reads = (await listSourceReads(context.db, [customer.tenantId])).filter(
    (row) => row.period === '' || row.period === period,
  );
  return {
    tenantId: customer.tenantId,
    displayName: customer.displayName,
    domain: customer.domain,
    period,
    periods,
    open: isOpen(period, context.now),
    billed: customer.billingCustomerId === null ? null : true,
    verdict: judged.customer?.verdict ?? 'unknown',
    mainCause: judged.customer?.mainCause ?? null,
    asOf: judged.customer?.asOf ?? null,
    unread: unreadSources(reads, customer),
    totals: moneyOf(judged.costs, context.rateFraction),
    subscriptionCounts: countsOf(judged.subscriptions.map((row) => ({ ...row, subscriptions: 1 }))),
    subscriptions: judged.subscriptions.map((row) =>
      showSubscription(row, { customer, names, costs: judged.costs, context }),
    ),
    withoutSubscription: moneyOf(
      judged.costs.filter(({ subscriptionId }) => subscriptionId === ''),
      context.rateFraction,
    ),
    delegations: delegations.map((row) => showDelegation(row, names, context)),
    findings: [],
    timeline: [],
    days: daysOf(await listDaySums(context.db, period, customer.tenantId), context),
    completeness: await getCompleteness(context, period, customer.tenantId),
  };
}

type StoredDelegation = Awaited<ReturnType<typeof listDelegations>>[number];

function showDelegation(row: StoredDelegation, names: Names, { managingTenantId }: QueryContext): Delegation {
  const { definition } = row;
  const show = (granted: NonNullable<typeof definition>['authorizations'][number]) => ({
    principalId: granted.principalId,
    principalDisplayName:
      granted.principalDisplayName ?? names.principals.get(granted.principalId)?.displayName ?? null,
    role: showRole(granted.roleDefinitionId, names),
  });
  return {
    id: row.id,
    subscriptionId: row.subscriptionId,
    scope: row.resourceGroup === null ? 'subscription' : 'resource-group',
    resourceGroup: row.resourceGroup,
    origin: definition === null ? 'unknown' : definition.plan === null ? 'template' : 'marketplace',
    definitionName: definition?.name ?? null,
    provisioningState: row.provisioningState,
    managedByTenantId: definition?.managedByTenantId ?? null,
    managedByUs:
      definition === null || managingTenantId === null
        ? null
        : definition.managedByTenantId === managingTenantId,
    authorizations: (definition?.authorizations ?? []).map(show),
    justInTime: (definition?.justInTime ?? []).map(show),
    createdAt: row.createdAt,
  };
}

const showRole = (id: RoleDefinitionId, names: Names) => ({
  id,
  name: names.roles.get(id) ?? null,
  earns: roleEarns(id),
});
