import { z } from 'zod';
import type { SignInSettings } from '#lib/config.ts';
import { parsePrincipalId, parseTenantId } from '#lib/core/ids.ts';
import { isRole, ROLES, type Role } from './roles.ts';

export type TokenFault =
  | 'malformed'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not-yet-valid'
  | 'version'
  | 'tenant'
  | 'guest'
  | 'scope'
  | 'role'
  | 'nonce'
  | 'client'
  | 'replayed'
  | 'person-required';

/** Who a verified access token speaks for. */
export type TokenIdentity = {
  kind: 'person' | 'program';
  /** tenant/object id: the only pair of claims that never changes hands. */
  personId: string;
  name: string;
  userName: string | null;
  roles: Role[];
  expiresAtMs: number;
  /** Entra's own id of the token, for things that a token may do once. */
  tokenId: string;
  /** The application that asked for the token. */
  clientId: string;
};

const claims = z.object({
  ver: z.literal('2.0'),
  tid: z.string(),
  oid: z.string(),
  sub: z.string(),
  azp: z.string(),
  exp: z.number(),
  uti: z.string().min(8),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  app_displayname: z.string().optional(),
  scp: z.string().optional(),
  idtyp: z.string().optional(),
  roles: z.array(z.string()).optional(),
  groups: z.array(z.string()).optional(),
  acct: z.union([z.number(), z.string()]).optional(),
  idp: z.string().optional(),
});
type Claims = z.infer<typeof claims>;

type Mapped = { identity: TokenIdentity } | { fault: TokenFault };

/** Whom a token of good signature names, though it is refused; for the audit alone. */
export type Named = { kind: 'person' | 'program'; id: string; name: string };

const naming = claims.pick({
  tid: true,
  oid: true,
  scp: true,
  name: true,
  preferred_username: true,
  azp: true,
});

export function mapNamed(payload: unknown): Named | null {
  const { data } = naming.safeParse(payload);
  const tenantId = parseTenantId(data?.tid ?? '');
  const objectId = parsePrincipalId(data?.oid ?? '');
  if (data === undefined || tenantId === null || objectId === null) return null;
  const name = data.name ?? data.preferred_username ?? data.azp;
  return { kind: data.scp === undefined ? 'program' : 'person', id: `${tenantId}/${objectId}`, name };
}

/** Says what a token with a good signature, issuer and audience is worth. */
export function mapClaims(payload: unknown, settings: SignInSettings): Mapped {
  const shaped = claims.safeParse(payload);
  if (!shaped.success) {
    return { fault: shaped.error.issues.some(({ path }) => path[0] === 'ver') ? 'version' : 'malformed' };
  }
  const { data } = shaped;
  const tenantId = parseTenantId(data.tid);
  const objectId = parsePrincipalId(data.oid);
  if (tenantId === null || objectId === null) return { fault: 'malformed' };
  if (!settings.allowedTenants.includes(tenantId)) return { fault: 'tenant' };
  if (!settings.allowGuests && isGuest(data)) return { fault: 'guest' };
  const kind = kindOf(data, settings);
  if (kind === null) return { fault: 'scope' };
  const roles = rolesOf(data, settings);
  if (roles.length === 0) return { fault: 'role' };
  const identity: TokenIdentity = {
    kind,
    personId: `${tenantId}/${objectId}`,
    name: data.name ?? data.preferred_username ?? data.app_displayname ?? data.azp,
    userName: data.preferred_username ?? null,
    roles,
    expiresAtMs: data.exp * 1000,
    tokenId: data.uti,
    clientId: data.azp.toLowerCase(),
  };
  return { identity };
}

/** acct is 1 for guests; idp is present where somebody else's tenant vouches for the person. */
const isGuest = ({ acct, idp, tid }: Claims): boolean =>
  String(acct ?? '0') === '1' || (idp !== undefined && !idp.toLowerCase().includes(tid.toLowerCase()));

/** A person's token carries scopes, a program's carries none and says so. */
function kindOf(
  { scp, idtyp, sub, oid }: Claims,
  { apiScope }: SignInSettings,
): TokenIdentity['kind'] | null {
  if (scp === undefined) return idtyp === 'app' || (idtyp === undefined && sub === oid) ? 'program' : null;
  if (idtyp === 'app') return null;
  const wanted = apiScope.slice(apiScope.lastIndexOf('/') + 1);
  return scp.split(' ').includes(wanted) ? 'person' : null;
}

function rolesOf({ roles = [], groups = [] }: Claims, { roleGroups }: SignInSettings): Role[] {
  const members = new Set(groups.map((id) => id.toLowerCase()));
  const byGroup = roleGroups.filter(({ groupId }) => members.has(groupId)).map(({ role }) => role);
  const held = new Set([...roles, ...byGroup].filter(isRole));
  return ROLES.filter((role) => held.has(role));
}
