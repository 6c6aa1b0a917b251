import { useTexts } from '#language';
import { CreditNote } from '#components/layout/credit-note.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { FromFilesAlone } from '#components/layout/from-files-alone.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import { PeriodPicker } from '#components/layout/period-picker.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { Drawn, minuteOf } from '#components/drawn/drawn.tsx';
import { SetupCard } from '#components/setup/setup-card.tsx';
import { SetupNotice } from '#components/setup/setup-notice.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { SourceList } from '#components/status/source-list.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Overview } from '#lib/queries/schemas/overview.ts';
import type { Setup } from '#lib/queries/schemas/setup.ts';
import { AccessCreditMatrix } from './access-credit-matrix.tsx';
import { Currencies } from './currencies.tsx';
import { CustomersByVerdict } from './customers-by-verdict.tsx';
import { Finding } from './finding.tsx';
import { LargestGaps } from './largest-gaps.tsx';
import { Together } from './together.tsx';
import { Trend } from './trend.tsx';
import { WhatChanged } from './what-changed.tsx';

type OverviewViewProps = { overview: Overview; setup: Setup; info: AppInfo };

export function OverviewView({ overview, setup, info }: OverviewViewProps) {
  const t = useTexts('overview');
  const pages = useTexts('pages');
  if (wasNeverRead(overview.completeness)) {
    return (
      <>
        <PageHeader title={pages('overview')} />
        <NeverSynced info={info} what={t('what')} />
        <SetupCard setup={setup} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={pages('overview')}
        lead={<Finding overview={overview} />}
        meta={
          <>
            <CreditNote open={overview.open} totals={overview.totals} creditRate={info.creditRate} />{' '}
            <DataFrom completeness={overview.completeness} now={info.now} />
          </>
        }
      >
        <PeriodPicker
          period={overview.period}
          periods={overview.periods}
          hrefOf={(period) => `/?period=${period}`}
        />
      </PageHeader>
      <FromFilesAlone info={info} />
      <SourceFailures completeness={overview.completeness} now={info.now} />
      <SetupNotice setup={setup} />
      <Drawn of={overview.totals} name={`overview ${minuteOf(info.now)}`} className="contents">
        <Together together={overview.together} period={overview.period} />
        <Currencies overview={overview} />
        <Trend trend={overview.trend} />
        <CustomersByVerdict overview={overview} />
        <AccessCreditMatrix matrix={overview.matrix} period={overview.period} />
        <LargestGaps overview={overview} />
        <WhatChanged changes={overview.changes} />
        <RestsOn completeness={overview.completeness} now={info.now} />
      </Drawn>
    </>
  );
}

function RestsOn({ completeness, now }: { completeness: Overview['completeness']; now: string }) {
  const t = useTexts('overview');
  const pages = useTexts('pages');
  return (
    <Card
      title={t('restsOn')}
      note={t('restsOnNote')}
      aside={
        <AppLink href="/sync" className="link text-sm">
          {pages('sync')}
        </AppLink>
      }
    >
      <SourceList completeness={completeness} now={now} />
    </Card>
  );
}
