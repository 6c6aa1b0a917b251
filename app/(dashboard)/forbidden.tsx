import { useTexts } from '#language';
import { PageHeader } from '#components/layout/page-header.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';

export default function PageForbidden() {
  const t = useTexts('layout');
  return (
    <>
      <PageHeader title={t('notYourRole')} />
      <EmptyState
        icon="lock"
        title={t('roleDoesNotOpen')}
        action={
          <AppLink href="/" className={BUTTON.primary}>
            {t('goToOverview')}
          </AppLink>
        }
      >
        <p>{t('whoGivesRoles')}</p>
      </EmptyState>
    </>
  );
}
