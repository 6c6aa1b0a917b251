import { PageHeader } from '#components/layout/page-header.tsx';
import { CauseTitle } from '#components/status/cause-text.tsx';
import { causeWords } from '#components/status/cause-words.ts';
import { DataFrom } from '#components/status/data-state.tsx';
import { RuleList } from '#components/status/rule-list.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { StatusBadge, VerdictBadge } from '#components/status/status-badge.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatDate, formatMonth } from '#components/ui/format-dates.ts';
import { Guid } from '#components/ui/guid.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { FindingDetail } from '#lib/queries/schemas/findings.ts';
import { FindingDecision } from './finding-decision.tsx';
import { FindingHistory } from './finding-history.tsx';
import { FindingMoney } from './finding-money.tsx';
import { FindingRemedy } from './finding-remedy.tsx';
import { SEVERITY_LOOKS, STATE_LOOKS } from './finding-looks.ts';
import { SupportCase } from './support-case.tsx';

type FindingViewProps = { finding: FindingDetail; info: AppInfo };

/** One finding: what it costs, what puts it right, on what it rests, and who looks after it. */
export function FindingView({ finding, info }: FindingViewProps) {
  const { evidence, supportCase } = finding;
  return (
    <>
      <FindingHeader finding={finding} info={info} />
      <SourceFailures completeness={finding.completeness} now={info.now} tenantId={finding.tenantId} />
      <Standing finding={finding} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <FindingRemedy finding={finding} />
          {supportCase !== null && <SupportCase supportCase={supportCase} findingId={finding.id} />}
          <Card
            title="On what it rests"
            note={
              evidence.period === null
                ? 'The evidence of the month it led is not held any more.'
                : `Rules that fired for ${formatMonth(evidence.period)}, and the facts behind them.${versionWords(evidence)}`
            }
          >
            <RuleList evidence={evidence.rules} now={info.now} />
          </Card>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <FindingDecision finding={finding} />
          <FindingMoney finding={finding} />
          <FindingHistory finding={finding} />
        </div>
      </div>
    </>
  );
}

const versionWords = ({ rulesVersion, roleListVersion }: FindingDetail['evidence']): string =>
  rulesVersion === null ? '' : ` Rules ${rulesVersion}, role list of ${roleListVersion ?? 'no date'}.`;

function FindingHeader({ finding, info }: FindingViewProps) {
  const { cause, subscriptionId, subscriptionName, tenantId, customerName, state, severity } = finding;
  return (
    <PageHeader
      title={causeWords(cause).title}
      above={
        <nav aria-label="Back" className="text-sm print:hidden">
          <AppLink href="/gaps" className="inline-flex items-center gap-1 text-soft hover:text-ink">
            <Icon name="left" className="size-3.5" />
            Gaps
          </AppLink>
        </nav>
      }
      lead={causeWords(cause).meaning}
      meta={
        <div className="grid gap-2">
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <AppLink
              href={addressWith(`/subscriptions/${subscriptionId}`, { customer: tenantId })}
              className="link font-medium break-words"
            >
              {subscriptionName}
            </AppLink>
            <Guid value={subscriptionId} label="subscription id" />
            <span className="break-words">
              of{' '}
              <AppLink href={`/customers/${tenantId}`} className="link">
                {customerName}
              </AppLink>
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <StatusBadge look={STATE_LOOKS[state]} />
            <VerdictBadge verdict={finding.verdict} quiet />
            <StatusBadge look={SEVERITY_LOOKS[severity]} quiet />
            <span>since {formatDate(finding.since)}</span>
            <DataFrom completeness={finding.completeness} now={info.now} />
          </span>
        </div>
      }
    />
  );
}

/** What the last facts say beside what a person decided. */
function Standing({ finding }: { finding: FindingDetail }) {
  const { leads, state, unknownSince, unknownBecause, resolvedAt, resolvedTo } = finding;
  if (leads === 'unknown') {
    return (
      <Notice tone="mute" icon="unknown" title="Whether it is still so is not known">
        Since {unknownSince === null ? 'the last sync' : formatDate(unknownSince)} something that would tell
        could not be read
        {unknownBecause === null ? '' : ` (${causeWords(unknownBecause).title.toLowerCase()})`}. The finding
        stays until it is.
      </Notice>
    );
  }
  if (leads === 'no') {
    return (
      <Notice tone="earn" icon="check" title="The cause is gone">
        Seen {resolvedAt === null ? 'by the last sync' : `on ${formatDate(resolvedAt)}`}.
        {resolvedTo !== null && (
          <>
            {' '}
            Now leads: <CauseTitle cause={resolvedTo} />.
          </>
        )}
      </Notice>
    );
  }
  if (state !== 'resolved') return null;
  return (
    <Notice tone="part" icon="warn" title="Marked as resolved, and still found by the last sync">
      Credit counts whole days and shows up to 48 hours later. If it is still here after 72 hours, it was not
      enough.
    </Notice>
  );
}
