import type { PartnerProfile } from './evidence.ts';
import type { TenantId } from './ids.ts';

/** Tenants whose applications count: our own, and those of resellers of record. */
export const tenantsOfOurs = ({
  managingTenantId,
  resellers,
}: Pick<PartnerProfile, 'managingTenantId' | 'resellers'>): TenantId[] => [
  managingTenantId,
  ...(resellers ?? []).flatMap(({ tenantId }) => tenantId ?? []),
];
