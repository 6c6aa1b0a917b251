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
