import 'server-only';
import { roleEarns } from '#lib/core/roles.ts';
import type { RoleDefinitionId } from '#lib/core/ids.ts';
import type { StoredPath } from '#lib/db/schema.ts';
import type { MonthlyCost, SubscriptionVerdict } from '#lib/db/verdicts.ts';
import type { QueryContext } from './context.ts';
import { moneyOf } from './money.ts';
import type { Names } from './names.ts';
import type { AccessPath, Subscription } from './schemas/shared.ts';

type Around = {
  customer: { tenantId: string; displayName: string };
  names: Names;
  costs: readonly MonthlyCost[];
  context: QueryContext;
};

export function showSubscription(
  row: SubscriptionVerdict,
  { customer, names, costs, context }: Around,
): Subscription {
  return {
    subscriptionId: row.subscriptionId,
    displayName: row.displayName,
    customer: { tenantId: customer.tenantId, displayName: customer.displayName },
    state: row.state,
    offer: row.offer,
    linked: row.linked,
    linkedHow: row.linkedHow,
    access: row.access,
    credit: row.credit,
    verdict: row.verdict,
    basis: row.basis,
    cause: row.cause,
    alsoCauses: row.alsoCauses,
    totals: moneyOf(
      costs.filter(({ subscriptionId }) => subscriptionId === row.subscriptionId),
      context.rateFraction,
    ),
    judgeableFrom: row.judgeableFrom,
    asOf: row.asOf,
    paths: row.paths.map((path) => showPath(path, names)),
  };
}

function showPath(path: StoredPath, names: Names): AccessPath {
  const principal = path.principalId === null ? null : (names.principals.get(path.principalId) ?? null);
  return {
    kind: path.kind,
    scope: path.scope,
    role:
      path.roleDefinitionId === null
        ? null
        : {
            id: path.roleDefinitionId,
            name: names.roles.get(path.roleDefinitionId) ?? null,
            // Stored from a parsed id.
            earns: roleEarns(path.roleDefinitionId as RoleDefinitionId),
          },
    principal:
      path.principalId === null
        ? null
        : {
            id: path.principalId,
            type: principal?.type ?? 'unknown',
            displayName: principal?.displayName ?? path.link?.displayName ?? null,
          },
    permanent: path.permanent,
    link: showLink(path),
    origin: path.origin,
    owner: path.owner,
    earns: path.earns,
    because: path.because,
    readAt: path.readAt,
  };
}

/** Admin on behalf of needs no link, so it has none to show. */
function showLink({ kind, link, principalId }: StoredPath): AccessPath['link'] {
  if (kind === 'aobo' || principalId === null) return null;
  if (link === null) return { state: 'unknown', partnerId: null, tenantId: null, checkedAt: null, how: null };
  return {
    state: link.link.state,
    partnerId: link.link.state === 'linked' ? link.link.partnerId : null,
    tenantId: link.tenantId,
    checkedAt: link.checkedAt,
    how: link.how,
  };
}
