import { useTexts } from '#language';

type RuleVersionsProps = { rulesVersion: string | null; roleListVersion: string | null };

/** By which rules and which list of roles it was judged. */
export function RuleVersions({ rulesVersion, roleListVersion }: RuleVersionsProps) {
  const t = useTexts('evidence');
  if (rulesVersion === null) return null;
  return roleListVersion === null
    ? t('versionsNoDate', { rules: rulesVersion })
    : t('versions', { rules: rulesVersion, roles: roleListVersion });
}
