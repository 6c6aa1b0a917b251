import { ListTools } from '#components/layout/list-tools.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatMoney, isZero, plural } from '#components/ui/format-numbers.ts';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { Gaps, GapsQuery } from '#lib/queries/schemas/gaps.ts';
import { AllCauses } from './all-causes.tsx';
import { choiceOf, isFiltered, PATH, type Choice } from './choice.ts';
import { GapFilters } from './gap-filters.tsx';
import { OneCause } from './one-cause.tsx';
import { UnlinkedDelegations } from './unlinked-delegations.tsx';

type GapsViewProps = { gaps: Gaps; query: GapsQuery; info: AppInfo };

export function GapsView({ gaps, query, info }: GapsViewProps) {
  if (wasNeverRead(gaps.completeness)) {
    return (
      <>
        <PageHeader title="Gaps" />
        <NeverSynced info={info} what="What keeps subscriptions from earning, and what puts it right," />
      </>
    );
  }
  const choice = choiceOf(query);
  return (
    <>
      <PageHeader
        title="Gaps"
        lead={<Stake gaps={gaps} choice={choice} />}
        meta={
          <>
            What was missed is an estimate over all months that a cause led.{' '}
            <DataFrom completeness={gaps.completeness} now={info.now} />
          </>
        }
      />
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
        <OneCause cause={choice.cause} gaps={gaps} choice={choice} cursor={query.cursor} />
      )}
      {gaps.unlinked !== null && <UnlinkedDelegations unlinked={gaps.unlinked} />}
    </>
  );
}

function Stake({ gaps: { total, totals, groups }, choice }: { gaps: Gaps; choice: Choice }) {
  if (total === 0) return <>Nothing here asks for anything.</>;
  const amounts = totals
    .filter((money) => !isZero(money.missedAtMost))
    .map((money) => formatMoney(money.missedAtMost, money.currency));
  const upTo = totals.some((money) => Number(money.missed) !== Number(money.missedAtMost));
  const money = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(amounts);
  return (
    <>
      <strong className="font-semibold text-ink">
        {plural(total, 'finding')}
        {choice.cause === undefined && ` of ${plural(groups.length, 'cause')}`}.
      </strong>
      {amounts.length > 0 && ` ${upTo ? 'Up to' : 'An estimated'} ${money} of credit was missed.`}
    </>
  );
}

function NoFindings({ gaps: { byState }, choice }: { gaps: Gaps; choice: Choice }) {
  if (isFiltered(choice)) {
    return (
      <NoMatch what="finding" clearHref={PATH}>
        Search finds parts of a name and of an id, of the subscription and of its customer.
      </NoMatch>
    );
  }
  if ((choice.state ?? 'active') === 'active') {
    return (
      <EmptyState icon="check" title="Nothing is left to do">
        <p>
          Every subscription that was judged earns, cannot earn, or has a finding that is accepted or resolved
          ({plural(byState.accepted + byState.resolved, 'finding')}).
        </p>
        <p>Findings open by themselves when a sync sees that something keeps a subscription from earning.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="none" title="No finding is in this state">
      <p>
        A finding’s page sets its state; resolved comes by itself when a sync sees that the cause is gone.
      </p>
    </EmptyState>
  );
}
