/** The tail of a resource id, which is what tells scopes apart. */
export function scopeWords(scope: string): string {
  const group = /\/resourcegroups\/([^/]+)(.*)/i.exec(scope);
  if (group !== null) return group[2] === '' ? `resource group ${group[1]}` : `resource in group ${group[1]}`;
  if (/^\/providers\/microsoft\.management\/managementgroups/i.test(scope))
    return 'inherited from a management group';
  return /^\/subscriptions\/[^/]+\/?$/i.test(scope) ? 'whole subscription' : scope;
}
