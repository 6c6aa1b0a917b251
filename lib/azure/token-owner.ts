import { z } from 'zod';
import { parsePrincipalId, parseTenantId, type PrincipalId, type TenantId } from '#lib/core/ids.ts';
import { parseLeniently } from './failure.ts';

const claims = z.object({ oid: z.string().nullish(), tid: z.string().nullish() });

export type TokenOwner = { objectId: PrincipalId | null; tenantId: TenantId | null };

/** Whose token it is, as Entra wrote it. Our own token: its signature is for Azure to check. */
export function readTokenOwner(token: string): TokenOwner {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const parsed = claims.safeParse(parseLeniently(payload));
  if (!parsed.success) return { objectId: null, tenantId: null };
  const { oid, tid } = parsed.data;
  return { objectId: oid ? parsePrincipalId(oid) : null, tenantId: tid ? parseTenantId(tid) : null };
}
