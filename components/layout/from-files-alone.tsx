import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';

/** Files prove credit; they tell nothing of links and access. Nothing where Azure is connected. */
export function FromFilesAlone({ info }: { info: Pick<AppInfo, 'azureConfigured'> }) {
  const t = useTexts('overview');
  if (info.azureConfigured) return null;
  return (
    <Notice
      tone="doubt"
      icon="unknown"
      title={t('fromFiles')}
      action={
        <AppLink href="/sync" className={BUTTON.plain}>
          {t('connect')}
        </AppLink>
      }
    >
      {t('fromFilesWhy')}
    </Notice>
  );
}
