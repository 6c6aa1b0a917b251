import { isBilledByUs, isDone } from './billing.ts';
import type { Cause } from './causes.ts';
import type { Facts } from './evidence.ts';
import type { AccessPath } from './paths/access-path.ts';

/** Why nothing of ours is there at all, first match (diagnosis.md section 6, Path cause, 2026-11-21). */
export function causeOfNoAccess(foreign: readonly AccessPath[], facts: Facts): Cause {
  if (boughtOurOffer(facts)) return 'offer-bought-not-delegated';
  const principals = foreign.filter(({ kind }) => kind === 'aobo');
  if (principals.length > 0 && movedToUs(principals, facts)) return 'transferred-in-without-access';
  if (principals.some((path) => isNamedLikeUs(path, facts))) return 'foreign-principal-of-another-partner';
  if (delegatesOurPrincipals(facts)) return 'delegated-to-another-tenant';
  if (foreign.length > 0) return 'third-partner-only';
  return isBilledByUs(facts) === true ? 'sold-without-access' : 'no-access';
}

const boughtOurOffer = ({ customer: { marketplaceOffers }, profile }: Facts): boolean =>
  marketplaceOffers.state === 'read' &&
  marketplaceOffers.value.some(({ managedByTenantId }) => managedByTenantId === profile.managingTenantId);

/** A transfer tells it; so does another partner's group that was there before our billing began (inferred). */
function movedToUs(principals: readonly AccessPath[], { subscription }: Facts): boolean {
  const { transfers, billing, roleAssignments } = subscription;
  if (transfers.state === 'read' && transfers.value.some((move) => isDone(move) && move.direction === 'in'))
    return true;
  if (billing.state === 'unread' || roleAssignments.state === 'unread') return false;
  const since = billing.value?.since ?? null;
  if (since === null) return false;
  const ids = new Set(principals.map(({ sourceId }) => sourceId));
  return roleAssignments.value.some(
    ({ id, createdAt }) => ids.has(id) && createdAt !== null && Date.parse(createdAt) < Date.parse(since),
  );
}

/** Display names are not unique: another partner's group may carry our name (facts.md section 13, 2026-11-21). */
function isNamedLikeUs(
  { principalId }: AccessPath,
  { customer, managing, profile, subscription }: Facts,
): boolean {
  if (customer.identities.state === 'unread' || principalId === null) return false;
  const shown = customer.identities.value.get(principalId)?.displayName?.toLowerCase() ?? '';
  const linkNames = [...managing.links.values()].flatMap(({ link }) =>
    link.state === 'linked' && profile.partnerIds.has(link.partnerId) ? [link.partnerName] : [],
  );
  const tenantNames =
    subscription.delegations.state === 'unread'
      ? []
      : subscription.delegations.value.flatMap(({ definition }) =>
          definition?.managedByTenantId === profile.managingTenantId ? [definition.managedByTenantName] : [],
        );
  return [...linkNames, ...tenantNames].some(
    (name) => name !== null && name !== '' && shown.includes(name.toLowerCase()),
  );
}

/** Our definition in another tenant: it names principals that only our directory holds. */
function delegatesOurPrincipals({ managing, subscription }: Facts): boolean {
  if (subscription.delegations.state === 'unread' || managing.identities.state === 'unread') return false;
  const ours = managing.identities.value;
  return subscription.delegations.value.some(({ definition }) =>
    definition?.authorizations.some(({ principalId }) => ours.has(principalId)),
  );
}
