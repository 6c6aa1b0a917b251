import { useFormats, useTexts } from '#language';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { CauseTitle } from '#components/status/cause-text.tsx';
import { DataFrom } from '#components/status/data-state.tsx';
import { RuleList } from '#components/status/rule-list.tsx';
import { RuleVersions } from '#components/status/rule-versions.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { StatusBadge, VerdictBadge } from '#components/status/status-badge.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Guid } from '#components/ui/guid.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { FindingDetail } from '#lib/queries/schemas/findings.ts';
import { FindingDecision } from './finding-decision.tsx';
import { FindingHistory } from './finding-history.tsx';
import { FindingMoney } from './finding-money.tsx';
import { FindingRemedy } from './finding-remedy.tsx';
import { SupportCase } from './support-case.tsx';
import { useFindingLooks } from './use-finding-looks.ts';

type FindingViewProps = { finding: FindingDetail; info: AppInfo };

/** One finding: what it costs, what puts it right, on what it rests, and who looks after it. */
export function FindingView({ finding, info }: FindingViewProps) {
  const { evidence, supportCase } = finding;
  const t = useTexts('finding');
  const { month } = useFormats();
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
            title={t('restsOn')}
            note={
              evidence.period === null ? (
                t('noEvidence')
              ) : (
                <>
                  {t('rulesFired', { month: month(evidence.period) })} <RuleVersions {...evidence} />
                </>
              )
            }
          >
            <RuleList evidence={evidence.rules} now={info.now} />
          </Card>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <ClientTexts areas={['decision']}>
            <FindingDecision finding={finding} />
          </ClientTexts>
          <FindingMoney finding={finding} />
          <FindingHistory finding={finding} />
        </div>
      </div>
    </>
  );
}

function FindingHeader({ finding, info }: FindingViewProps) {
  const { cause } = finding;
  const t = useTexts('finding');
  const pages = useTexts('pages');
  const causes = useTexts('causes');
  return (
    <PageHeader
      title={causes(`${cause}.title`)}
      above={
        <nav aria-label={t('back')} className="text-sm print:hidden">
          <AppLink href="/gaps" className="inline-flex items-center gap-1 text-soft hover:text-ink">
            <Icon name="left" className="size-3.5" />
            {pages('gaps')}
          </AppLink>
        </nav>
      }
      lead={causes(`${cause}.meaning`)}
      meta={
        <div className="grid gap-2">
          <Whose finding={finding} />
          <HowItStands finding={finding} info={info} />
        </div>
      }
    />
  );
}

function Whose({ finding }: { finding: FindingDetail }) {
  const { subscriptionId, subscriptionName, tenantId, customerName } = finding;
  const t = useTexts('finding');
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <AppLink
        href={addressWith(`/subscriptions/${subscriptionId}`, { customer: tenantId })}
        className="link font-medium break-words"
      >
        {subscriptionName}
      </AppLink>
      <Guid value={subscriptionId} label={t('subscriptionId')} />
      <span className="break-words">
        {t.rich('ofCustomer', {
          name: customerName,
          link: <AppLink href={`/customers/${tenantId}`} className="link" />,
        })}
      </span>
    </span>
  );
}

function HowItStands({ finding, info }: FindingViewProps) {
  const { state, verdict, severity, since, completeness } = finding;
  const t = useTexts('finding');
  const { date } = useFormats();
  const looks = useFindingLooks();
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <StatusBadge look={looks.state(state)} />
      <VerdictBadge verdict={verdict} quiet />
      <StatusBadge look={looks.severity(severity)} quiet />
      <span>{t('since', { date: date(since) })}</span>
      <DataFrom completeness={completeness} now={info.now} />
    </span>
  );
}

/** What the last facts say beside what a person decided. */
function Standing({ finding }: { finding: FindingDetail }) {
  const { leads, state } = finding;
  const t = useTexts('finding');
  if (leads === 'unknown') return <OutOfSight finding={finding} />;
  if (leads === 'no') return <Gone finding={finding} />;
  if (state !== 'resolved') return null;
  return (
    <Notice tone="part" icon="warn" title={t('stillFound.title')}>
      {t('stillFound.why')}
    </Notice>
  );
}

function OutOfSight({ finding: { unknownSince, unknownBecause } }: { finding: FindingDetail }) {
  const t = useTexts('finding');
  const { date } = useFormats();
  return (
    <Notice tone="mute" icon="unknown" title={t('unknown.title')}>
      {unknownSince === null ? t('unknown.sinceSync') : t('unknown.since', { date: date(unknownSince) })}
      {unknownBecause !== null && (
        <> {t.rich('unknown.because', { cause: <CauseTitle cause={unknownBecause} /> })}</>
      )}
    </Notice>
  );
}

function Gone({ finding: { resolvedAt, resolvedTo } }: { finding: FindingDetail }) {
  const t = useTexts('finding');
  const { date } = useFormats();
  return (
    <Notice tone="earn" icon="check" title={t('gone.title')}>
      {resolvedAt === null ? t('gone.bySync') : t('gone.on', { date: date(resolvedAt) })}
      {resolvedTo !== null && <> {t.rich('gone.nowLeads', { cause: <CauseTitle cause={resolvedTo} /> })}</>}
    </Notice>
  );
}
