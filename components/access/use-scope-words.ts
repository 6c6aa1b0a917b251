import { useTexts } from '#language';

/** The tail of a resource id, which is what tells scopes apart. */
export function useScopeWords(): (scope: string) => string {
  const t = useTexts('access');
  return (scope) => {
    const [, name, rest] = /\/resourcegroups\/([^/]+)(.*)/i.exec(scope) ?? [];
    if (name !== undefined) return rest === '' ? t('scope.group', { name }) : t('scope.inGroup', { name });
    if (/^\/providers\/microsoft\.management\/managementgroups/i.test(scope)) {
      return t('scope.managementGroup');
    }
    return /^\/subscriptions\/[^/]+\/?$/i.test(scope) ? t('scope.subscription') : scope;
  };
}
