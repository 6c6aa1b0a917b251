import { z } from 'zod';
import { parsePartnerId, parsePrincipalId, parseTenantId } from '#lib/core/ids.ts';
import { instant } from './shared.ts';

const idBy = <Id>(parse: (text: string) => Id | null, hint: string) =>
  z.string().transform((text, context): Id => {
    const id = parse(text);
    if (id !== null) return id;
    context.addIssue({ code: 'custom', message: hint });
    return z.NEVER;
  });

const tenantId = idBy(parseTenantId, 'must be a tenant id (a GUID)');
const principalId = idBy(parsePrincipalId, 'must be an object id (a GUID)');
const partnerId = idBy(parsePartnerId, 'must be a partner ID (digits)');

/** The page's own token for our API; left out where the request itself carries a person's bearer token. */
const accessToken = z.string().min(1).max(16_000).nullable().default(null);

export const ownLinkCheck = z.strictObject({ accessToken, tenantId: tenantId.nullable().default(null) });
/** Said by the person after they were shown what changes. */
const confirmed = z.literal(true);
export const ownLinkChange = z.strictObject({ ...ownLinkCheck.shape, partnerId, confirmed });
export const ownLinkRemoval = z.strictObject({ ...ownLinkCheck.shape, confirmed });

export const attestation = z.strictObject({
  tenantId,
  principalId,
  displayName: z.string().trim().min(1).max(200).nullable().default(null),
  partnerId,
  evidence: z.string().trim().min(10).max(2000),
  since: z.iso.date().nullable().default(null).meta({
    description: 'Since which day it is linked, where the evidence tells; null: counts from now on',
  }),
  expiresAt: instant,
});
export const attestationWithdrawal = z.strictObject({ tenantId, principalId });
export const attestationWithdrawn = z.object({
  withdrawnAt: instant.meta({ description: 'By which whoever withdrew it can take that back' }),
});
export const attestationRestored = attestationWithdrawal.extend({ withdrawnAt: instant });

export const ownLink = z.object({
  link: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('linked'),
      partnerId: z.string(),
      partnerName: z.string().nullable(),
      since: instant.nullable(),
    }),
    z.object({ state: z.literal('not-linked') }),
  ]),
  tenantId: z.string(),
  principalId: z.string(),
  checkedAt: instant,
});
