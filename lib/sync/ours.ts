import type { PartnerProfile } from '#lib/core/evidence.ts';
import type { TenantId } from '#lib/core/ids.ts';

/** Tenants whose applications count: our own, and those of resellers of record. */
export const tenantsOfOurs = ({ managingTenantId, resellers }: PartnerProfile): TenantId[] => [
  managingTenantId,
  ...(resellers ?? []).flatMap(({ tenantId }) => tenantId ?? []),
];
