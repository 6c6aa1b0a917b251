import { useTexts } from '#language';
import { PageHeader } from '#components/layout/page-header.tsx';
import { DataFrom } from '#components/status/data-state.tsx';
import { SetupCard } from '#components/setup/setup-card.tsx';
import { SourceTable } from '#components/status/source-table.tsx';
import { Card } from '#components/ui/card.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { Setup } from '#lib/queries/schemas/setup.ts';
import type { SyncOverview } from '#lib/queries/schemas/sync.ts';
import { FirstSync } from './first-sync.tsx';
import { LiveRun } from '#components/live/live-run.tsx';
import { RunControls } from '#components/live/run-controls.tsx';
import { isUnderWay } from '#lib/core/sync-run.ts';
import { NotConfigured } from './not-configured.tsx';
import { PlanView, usePlanNote } from './plan-view.tsx';
import { RunHistory } from './run-history.tsx';
import { RunView } from './run-view.tsx';
import { SourceChecks } from './source-checks.tsx';
import { StartRun } from '#components/live/start-run.tsx';

type SyncViewProps = {
  sync: SyncOverview;
  /** null while a run is under way. */
  setup: Setup | null;
  info: AppInfo;
  /** Whether whoever looks may start, pause and cancel runs. */
  mayRun: boolean;
};

export function SyncView({ sync, setup, info, mayRun }: SyncViewProps) {
  const t = useTexts('sync');
  const title = useTexts('pages')('sync');
  const planNote = usePlanNote();
  const latestTitle = useLatestTitle();
  const { latest, runs, completeness, checks, plan } = sync;
  const open = latest !== null && isUnderWay(latest.status);
  const busy = open && latest.kind === 'full';
  return (
    <>
      <PageHeader
        title={title}
        lead={t('lead')}
        meta={latest !== null && <DataFrom completeness={completeness} now={info.now} />}
      >
        {!mayRun && info.azureConfigured && <MayNotRun />}
        {mayRun && info.azureConfigured && latest !== null && !busy && (
          <StartRun>
            <Icon name="sync" />
            {t('start')}
          </StartRun>
        )}
      </PageHeader>
      {!info.azureConfigured && <NotConfigured />}
      {info.azureConfigured && latest === null && <FirstSync mayRun={mayRun} />}
      {latest !== null && (
        <Card title={latestTitle(latest)}>
          {open && <LiveRun key={latest.id} id={latest.id} />}
          <RunView run={latest} now={info.now} />
          {open && mayRun && <RunControls id={latest.id} status={latest.status} />}
        </Card>
      )}
      {setup !== null && <SetupCard setup={setup} />}
      {latest !== null && (
        <>
          <Card title={t('held')} note={t('heldNote')} flush>
            <SourceTable completeness={completeness} now={info.now} />
          </Card>
          {checks.length > 0 && (
            <Card title={t('against')} flush>
              <SourceChecks checks={checks} />
            </Card>
          )}
          {plan !== null && (
            <Card title={t('next')} note={planNote(plan)} flush>
              <PlanView plan={plan} />
            </Card>
          )}
          <RunHistory runs={runs} />
        </>
      )}
    </>
  );
}

function MayNotRun() {
  const t = useTexts('sync');
  return <p className="max-w-xs text-sm text-faint print:hidden">{t('mayNotRun')}</p>;
}

function useLatestTitle(): (latest: NonNullable<SyncOverview['latest']>) => string {
  const t = useTexts('sync');
  return ({ status, customer }) => {
    const when = isUnderWay(status) ? t('now') : t('latest');
    return customer === null ? when : t('readAnew', { when, customer: customer.displayName });
  };
}
