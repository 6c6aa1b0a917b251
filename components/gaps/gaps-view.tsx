import { useFormats, useTexts } from '#language';
import { ListTools } from '#components/layout/list-tools.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { FromFilesAlone } from '#components/layout/from-files-alone.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { isPositive } from '#components/ui/is-zero.ts';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { Gaps, GapsQuery } from '#lib/queries/schemas/gaps.ts';
import { AllCauses } from './all-causes.tsx';
import { choiceOf, isFiltered, PATH, type Choice } from './choice.ts';
import { GapFilters } from './gap-filters.tsx';
import { OneCause } from './one-cause.tsx';
import { UnlinkedDelegations } from './unlinked-delegations.tsx';

type GapsViewProps = { gaps: Gaps; query: GapsQuery; info: AppInfo };

export function GapsView({ gaps, query, info }: GapsViewProps) {
  const t = useTexts('gaps');
  const title = useTexts('pages')('gaps');
  if (wasNeverRead(gaps.completeness)) {
    return (
      <>
        <PageHeader title={title} />
        <NeverSynced info={info} what={t('what')} />
      </>
    );
  }
  const choice = choiceOf(query);
  return (
    <>
      <PageHeader
        title={title}
        lead={gaps.total === 0 && isFiltered(choice) ? undefined : <Stake gaps={gaps} choice={choice} />}
        meta={
          <>
            {t('meta')} <DataFrom completeness={gaps.completeness} now={info.now} />
          </>
        }
      />
      <FromFilesAlone info={info} />
      <SourceFailures completeness={gaps.completeness} now={info.now} />
      <GapFilters choice={choice} gaps={gaps} />
      {gaps.total > 0 && choice.cause === undefined && (
        <ListTools
          path={PATH}
          list="findings"
          query={{ ...choice, state: choice.state ?? 'active' }}
          total={gaps.total}
        />
      )}
      {gaps.total === 0 ? (
        <NoFindings gaps={gaps} choice={choice} />
      ) : choice.cause === undefined ? (
        <AllCauses gaps={gaps} choice={choice} />
      ) : (
        <OneCause
          cause={choice.cause}
          gaps={gaps}
          choice={choice}
          page={{ cursor: query.cursor, limit: query.limit }}
        />
      )}
      {gaps.unlinked !== null && <UnlinkedDelegations unlinked={gaps.unlinked} />}
    </>
  );
}

function Stake({ gaps: { total, totals, groups }, choice }: { gaps: Gaps; choice: Choice }) {
  const t = useTexts('gaps');
  const { money, list } = useFormats();
  if (total === 0) return t('nothing');
  const amounts = totals
    .filter((one) => isPositive(one.missedAtMost))
    .map((one) => money(one.missedAtMost, one.currency));
  const upTo = totals.some((one) => Number(one.missed) !== Number(one.missedAtMost));
  return (
    <>
      <strong className="font-semibold text-ink">
        {choice.cause === undefined
          ? t('findingsOfCauses', { findings: total, causes: groups.length })
          : t('findingsOf', { findings: total })}
      </strong>
      {amounts.length > 0 && ` ${t(upTo ? 'stakeUpTo' : 'stakeEstimated', { money: list(amounts) })}`}
    </>
  );
}

function NoFindings({ gaps: { byState }, choice }: { gaps: Gaps; choice: Choice }) {
  const t = useTexts('gaps');
  if (isFiltered(choice)) {
    return (
      <NoMatch title={t('noMatch')} clearHref={PATH}>
        {t('searchFinds')}
      </NoMatch>
    );
  }
  if ((choice.state ?? 'active') === 'active') {
    return (
      <EmptyState icon="check" title={t('done.title')}>
        <p>{t('done.why', { count: byState.accepted + byState.resolved })}</p>
        <p>{t('done.opens')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="none" title={t('noneInState.title')}>
      <p>{t('noneInState.why')}</p>
    </EmptyState>
  );
}
