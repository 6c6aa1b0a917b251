import type { Facts, PartnerProfile, Reseller } from '../evidence.ts';
import type { PartnerId, PrincipalId, TenantId } from '../ids.ts';

export type PathOwner = 'us' | 'reseller-of-record' | 'third-party' | 'unknown';

/**
 * Whose access counts on a subscription: ours and the reseller of record's, never a third partner's (facts.md
 * section 6, 2026-11-21). A stranger may be a reseller of record of whom we were not told that much.
 */
export type Parties = {
  profile: PartnerProfile;
  resellers: readonly Reseller[];
  strangerTenantsMayCount: boolean;
  strangerGroupsMayCount: boolean;
  strangerPartnerIdsMayCount: boolean;
};

export function partiesOf({ profile, customer, subscription }: Facts): Parties {
  if (profile.type === 'direct-bill') return { profile, resellers: [], ...mayCount(false, []) };
  const resellers = (profile.resellers ?? []).filter(
    ({ customers, subscriptions }) =>
      customers.has(customer.tenantId) || subscriptions.has(subscription.subscriptionId),
  );
  const { billing } = subscription;
  const saysNone = billing.state === 'read' && billing.value !== null && billing.value.reseller === null;
  const providerKnowsNone = profile.type === 'indirect-provider' && saysNone;
  return { profile, resellers, ...mayCount(resellers.length === 0 && !providerKnowsNone, resellers) };
}

function mayCount(nobodyNamed: boolean, resellers: readonly Reseller[]) {
  return {
    strangerTenantsMayCount: nobodyNamed || resellers.some(({ tenantId }) => tenantId === null),
    strangerGroupsMayCount: nobodyNamed || resellers.some(({ agentGroupIds }) => agentGroupIds.size === 0),
    strangerPartnerIdsMayCount: nobodyNamed || resellers.some(({ partnerIds }) => partnerIds.size === 0),
  };
}

/** Whose tenant it is; null: a stranger's. */
export function ownerOfTenant(tenantId: TenantId, parties: Parties): 'us' | 'reseller-of-record' | null {
  if (tenantId === parties.profile.managingTenantId) return 'us';
  return parties.resellers.some((reseller) => reseller.tenantId === tenantId) ? 'reseller-of-record' : null;
}

export const isResellersGroup = (principalId: PrincipalId, { resellers }: Parties): boolean =>
  resellers.some(({ agentGroupIds }) => agentGroupIds.has(principalId));

/** The organisation's location ids that count; in the order given, the location that bills comes first. */
export function locationIdsWith(partnerId: PartnerId, parties: Parties): ReadonlySet<PartnerId> | null {
  if (parties.profile.partnerIds.has(partnerId)) return parties.profile.partnerIds;
  return parties.resellers.find(({ partnerIds }) => partnerIds.has(partnerId))?.partnerIds ?? null;
}
