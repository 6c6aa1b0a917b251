import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';

/** The same first step on each page: nothing was read, so nothing is claimed. */
export function NeverSynced({ info, what }: { info: AppInfo; what: string }) {
  const t = useTexts('layout');
  if (!info.azureConfigured) {
    return (
      <EmptyState icon="lock" title={t('notConnected')} action={<ToSync />}>
        <p>{t('appearOnceConnected', { what })}</p>
        <p>
          {t.rich('fileIsEnough', {
            link: <AppLink href="/imports" className="text-accent underline" />,
          })}
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="sync" title={t('nothingRead')} action={<ToSync />}>
      <p>{t('appearAfterSync', { what })}</p>
    </EmptyState>
  );
}

function ToSync() {
  return (
    <AppLink href="/sync" className={BUTTON.primary}>
      {useTexts('layout')('goToSync')}
    </AppLink>
  );
}
