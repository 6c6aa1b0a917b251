declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

export type TenantId = Branded<string, 'TenantId'>;
export type SubscriptionId = Branded<string, 'SubscriptionId'>;
export type PrincipalId = Branded<string, 'PrincipalId'>;
export type RoleDefinitionId = Branded<string, 'RoleDefinitionId'>;
export type PartnerId = Branded<string, 'PartnerId'>;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function parseGuid(text: string): string | null {
  const lower = text.trim().toLowerCase();
  return GUID.test(lower) ? lower : null;
}

// The casts below are guaranteed by the GUID test (or the digits test) on the same line.
export const parseTenantId = (text: string): TenantId | null => parseGuid(text) as TenantId | null;
export const parseSubscriptionId = (text: string): SubscriptionId | null =>
  parseGuid(text) as SubscriptionId | null;
export const parsePrincipalId = (text: string): PrincipalId | null => parseGuid(text) as PrincipalId | null;

/** Accepts a bare GUID or a role definition resource id with any scope prefix; compares by GUID. */
export function parseRoleDefinitionId(text: string): RoleDefinitionId | null {
  return parseGuid(text.slice(text.lastIndexOf('/') + 1)) as RoleDefinitionId | null;
}

/** Partner IDs are digits (Microsoft's former MPN ids). */
export function parsePartnerId(text: string): PartnerId | null {
  const trimmed = text.trim();
  return /^\d{1,12}$/.test(trimmed) ? (trimmed as PartnerId) : null;
}
