import { useTexts } from '#language';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { StartRun } from '#components/live/start-run.tsx';

export function FirstSync({ mayRun }: { mayRun: boolean }) {
  const t = useTexts('sync');
  return (
    <EmptyState
      icon="sync"
      title={t('first.title')}
      action={
        mayRun && (
          <StartRun>
            <Icon name="sync" />
            {t('first.start')}
          </StartRun>
        )
      }
    >
      <p>{t('first.reads')}</p>
      <p>{t('first.named')}</p>
    </EmptyState>
  );
}
