import { useTexts } from '#language';
import { AccessPaths } from '#components/access/access-paths.tsx';
import { Delegations } from '#components/access/delegations.tsx';
import { FromFilesAlone } from '#components/layout/from-files-alone.tsx';
import { wasRead } from '#components/status/data-state.tsx';
import { CauseText, CauseTitle } from '#components/status/cause-text.tsx';
import { CurrencyPanel } from '#components/status/currency-panel.tsx';
import { NoCost } from '#components/status/no-cost.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';
import { CostClasses } from './cost-classes.tsx';
import { DayStrip } from './day-strip.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { PlainAnswers } from './plain-answers.tsx';
import { Reads } from './reads.tsx';
import { ResourceGroups } from './resource-groups.tsx';
import { Restrictions } from './restrictions.tsx';
import { Services } from './services.tsx';
import { SubscriptionHeader } from './subscription-header.tsx';

type SubscriptionViewProps = { subscription: SubscriptionDetail; info: AppInfo };

export function SubscriptionView({ subscription, info }: SubscriptionViewProps) {
  const { customer, period, completeness, totals } = subscription;
  const { now } = info;
  return (
    <>
      <SubscriptionHeader subscription={subscription} info={info} />
      <FromFilesAlone info={info} />
      <SourceFailures completeness={completeness} now={now} />
      <PlainAnswers subscription={subscription} />
      <Causes subscription={subscription} />
      <Paths subscription={subscription} now={now} />
      <Restrictions schedules={subscription.roleSchedules} denials={subscription.denyAssignments} />
      <Delegations
        delegations={subscription.delegations}
        subscriptions={[subscription]}
        read={wasRead(completeness, 'delegations')}
      />
      {totals.map((money) => (
        <CurrencyPanel key={money.currency} money={money} days={subscription.costDays} />
      ))}
      {totals.length === 0 && <NoCost period={period} read={wasRead(completeness, 'costs')} />}
      <DayStrip days={subscription.days} />
      <CostClasses classes={subscription.classes} totals={totals} />
      {totals.length > 0 && <ResourceGroups groups={subscription.resourceGroups} />}
      <Services
        services={subscription.services}
        href={addressWith('/costs', {
          period,
          groupBy: 'service',
          customer: customer.tenantId,
          subscription: subscription.subscriptionId,
        })}
      />
      <Reads reads={subscription.reads} now={now} />
      <EvidenceList subscription={subscription} now={now} />
    </>
  );
}

/** What leads and what stands beside it, with what puts it right. */
function Causes({ subscription: { cause, alsoCauses, findings } }: { subscription: SubscriptionDetail }) {
  const t = useTexts('subscription');
  const finding = findings.find((one) => one.cause === cause);
  if (cause === 'earning' && alsoCauses.length === 0) return null;
  const others = alsoCauses.filter((also) => also !== cause);
  return (
    <Card
      title={cause === 'earning' ? t('worthKnowing') : <CauseTitle cause={cause} />}
      aside={
        finding !== undefined && (
          <AppLink href={`/gaps/${finding.id}`} className="link text-sm print:hidden">
            {t('steps')}
          </AppLink>
        )
      }
    >
      <div className="grid gap-x-12 gap-y-5 md:grid-cols-2">
        <CauseText cause={cause} />
        {others.length > 0 && (
          <section className="grid content-start gap-3">
            <h3 className="text-xs font-medium text-faint">{t('alsoFound')}</h3>
            {others.map((also) => (
              <div key={also} className="text-sm">
                <p className="font-medium">
                  <CauseTitle cause={also} />
                </p>
                <CauseText cause={also} />
              </div>
            ))}
          </section>
        )}
      </div>
    </Card>
  );
}

function Paths({
  subscription: { paths, displayName },
  now,
}: {
  subscription: SubscriptionDetail;
  now: string;
}) {
  const t = useTexts('subscription');
  if (paths.length === 0) {
    return (
      <Card title={t('noPathTitle')}>
        <p className="max-w-prose text-sm text-soft">{t('noPathWhy')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('paths', { count: paths.length })} note={t('pathsNote')} flush>
      <div className="px-5 pt-2 pb-5 max-md:px-0 print:px-0">
        <AccessPaths paths={paths} name={displayName} now={now} />
      </div>
    </Card>
  );
}
