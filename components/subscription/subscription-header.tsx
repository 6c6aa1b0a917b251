import { useTexts } from '#language';
import { Fragment } from 'react';
import { CreditNote } from '#components/layout/credit-note.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { PeriodPicker } from '#components/layout/period-picker.tsx';
import { DataAge } from '#components/status/relative-time.tsx';
import { VerdictBadge } from '#components/status/status-badge.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Guid } from '#components/ui/guid.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { portalAccess, portalCosts, portalSubscription } from '#components/ui/portal-addresses.ts';
import { PortalLinks } from '#components/ui/portal-links.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';
import { Finding } from './finding.tsx';

type SubscriptionHeaderProps = { subscription: SubscriptionDetail; info: AppInfo };

export function SubscriptionHeader({ subscription, info }: SubscriptionHeaderProps) {
  const t = useTexts('subscription');
  const pages = useTexts('pages');
  const { subscriptionId, customer, period } = subscription;
  return (
    <PageHeader
      title={subscription.displayName}
      above={
        <nav aria-label={t('back')} className="text-sm print:hidden">
          <AppLink
            href={addressWith('/subscriptions', { period })}
            className="inline-flex items-center gap-1 text-soft hover:text-ink"
          >
            <Icon name="left" className="size-3.5" />
            {pages('subscriptions')}
          </AppLink>
        </nav>
      }
      lead={<Finding subscription={subscription} />}
      meta={<Meta subscription={subscription} info={info} />}
    >
      <PeriodPicker
        period={period}
        periods={subscription.periods}
        hrefOf={(month) =>
          addressWith(`/subscriptions/${subscriptionId}`, { period: month, customer: customer.tenantId })
        }
      />
    </PageHeader>
  );
}

function Meta({ subscription, info }: SubscriptionHeaderProps) {
  const t = useTexts('subscription');
  const access = useTexts('access');
  const ui = useTexts('ui');
  const sources = useTexts('sources');
  const { subscriptionId, customer, period, state, offer, verdict, totals, judgeableFrom } = subscription;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <VerdictBadge verdict={verdict} totals={totals} judgeableFrom={judgeableFrom} />
        <span>
          {t.rich('customer', {
            name: customer.displayName,
            link: (
              <AppLink href={addressWith(`/customers/${customer.tenantId}`, { period })} className="link" />
            ),
          })}
        </span>
        <span className="inline-flex min-w-0 items-center gap-1.5">
          {t.rich('subscription', { id: <Guid value={subscriptionId} label={access('subscriptionId')} /> })}
        </span>
      </span>
      <span className="flex flex-wrap gap-x-4 gap-y-1">
        <span>{t('state', { state: state ?? t('notRead') })}</span>
        <span>{t('offer', { offer: offer ?? t('notRead') })}</span>
        <span>{sources.rich('oldestData', { age: <DataAge at={subscription.asOf} now={info.now} /> })}</span>
        <Moved subscription={subscription} />
      </span>
      <PortalLinks
        label={ui('portal.label')}
        links={[
          { name: ui('portal.subscription'), href: portalSubscription(customer.tenantId, subscriptionId) },
          { name: ui('portal.costs'), href: portalCosts(customer.tenantId, subscriptionId) },
          { name: ui('portal.access'), href: portalAccess(customer.tenantId, subscriptionId) },
        ]}
      />
      <span>
        <CreditNote open={subscription.open} totals={subscription.totals} creditRate={info.creditRate} />
      </span>
    </div>
  );
}

function Moved({
  subscription: { otherCustomers, subscriptionId, period },
}: {
  subscription: SubscriptionDetail;
}) {
  const t = useTexts('subscription');
  if (otherCustomers.length === 0) return null;
  return (
    <span>
      {t.rich('judgedFor', {
        customers: (
          <>
            {otherCustomers.map(({ tenantId, displayName }, index) => (
              <Fragment key={tenantId}>
                {index > 0 && ', '}
                <AppLink
                  href={addressWith(`/subscriptions/${subscriptionId}`, { period, customer: tenantId })}
                  className="link"
                >
                  {displayName}
                </AppLink>
              </Fragment>
            ))}
          </>
        ),
      })}
    </span>
  );
}
