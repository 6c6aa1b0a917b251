import type { RoleAssignment } from '#lib/core/facts.ts';

/** Resource ids compare without case, and some are stored without their leading slash (contracts.md section 2). */
export function normalResourceId(id: string): string {
  return `/${id
    .trim()
    .replace(/^\/+|\/+$/g, '')
    .replace(/\/{2,}/g, '/')}`.toLowerCase();
}

/** The lower-cased resource group a resource id lies in or is; null above resource groups. */
export function resourceGroupOf(id: string): string | null {
  return /^\/subscriptions\/[^/]+\/resourcegroups\/([^/]+)/.exec(normalResourceId(id))?.[1] ?? null;
}

/** Of a normalised resource id. */
export function scopeLevelOf(scope: string): RoleAssignment['scopeLevel'] {
  if (/^\/subscriptions\/[^/]+$/.test(scope)) return 'subscription';
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(scope)) return 'resource-group';
  return scope.startsWith('/subscriptions/') ? 'resource' : 'above';
}
