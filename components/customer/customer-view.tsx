import { useTexts } from '#language';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { CreditNote } from '#components/layout/credit-note.tsx';
import { FromFilesAlone } from '#components/layout/from-files-alone.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { Drawn } from '#components/drawn/drawn.tsx';
import { PeriodPicker } from '#components/layout/period-picker.tsx';
import { RefreshButton } from '#components/live/refresh-button.tsx';
import { DataFrom, wasRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { SourceList } from '#components/status/source-list.tsx';
import { VerdictBadge } from '#components/status/status-badge.tsx';
import { NoCost } from '#components/status/no-cost.tsx';
import { CurrencyPanel } from '#components/status/currency-panel.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { Card } from '#components/ui/card.tsx';
import { Guid } from '#components/ui/guid.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { portalServiceProviders } from '#components/ui/portal-addresses.ts';
import { PortalLinks } from '#components/ui/portal-links.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';
import type { OwnerChoice } from '#lib/queries/schemas/people.ts';
import { CustomerOwner } from './customer-owner.tsx';
import { CustomerFinding } from './customer-finding.tsx';
import { Delegations } from '#components/access/delegations.tsx';
import { Remedies } from './remedies.tsx';
import { Subscriptions } from './subscriptions.tsx';
import { Timeline } from './timeline.tsx';

type CustomerViewProps = {
  customer: CustomerDetail;
  info: AppInfo;
  mayRefresh: boolean;
  /** Whom the one who looks may name as owner; null: may name nobody. */
  owners: OwnerChoice | null;
};

export function CustomerView({ customer, info, mayRefresh, owners }: CustomerViewProps) {
  const t = useTexts('customer');
  const subscriptionsRead =
    wasRead(customer.completeness, 'subscriptions') &&
    wasRead(customer.completeness, 'customer-subscriptions');
  return (
    <>
      <CustomerHeader customer={customer} info={info} mayRefresh={mayRefresh} owners={owners} />
      <FromFilesAlone info={info} />
      <SourceFailures completeness={customer.completeness} now={info.now} tenantId={customer.tenantId} open />
      <Drawn of={null} className="contents">
        {customer.totals.map((money) => (
          <CurrencyPanel key={money.currency} money={money} days={customer.days} />
        ))}
        {customer.totals.length === 0 && (
          <NoCost period={customer.period} read={wasRead(customer.completeness, 'costs')} />
        )}
        <Remedies subscriptions={customer.subscriptions} findings={customer.findings} />
      </Drawn>
      <Subscriptions
        subscriptions={customer.subscriptions}
        outside={customer.withoutSubscription}
        read={subscriptionsRead}
        mainCause={customer.mainCause}
        period={customer.period}
        now={info.now}
      />
      <Delegations
        delegations={customer.delegations}
        subscriptions={customer.subscriptions}
        read={subscriptionsRead && wasRead(customer.completeness, 'delegations')}
      />
      <Drawn of={null} className="contents">
        <Timeline customer={customer} />
        <Card title={t('restsOn')} note={t('restsOnNote')}>
          <SourceList completeness={customer.completeness} now={info.now} />
        </Card>
      </Drawn>
    </>
  );
}

function CustomerHeader({ customer, info, mayRefresh, owners }: CustomerViewProps) {
  const t = useTexts('customer');
  const access = useTexts('access');
  const pages = useTexts('pages');
  const ui = useTexts('ui');
  const { tenantId, displayName, period, periods, verdict, totals, judgeableFrom } = customer;
  return (
    <PageHeader
      title={displayName}
      above={
        <nav aria-label={t('back')} className="text-sm print:hidden">
          <AppLink
            href={`/customers?period=${period}`}
            className="inline-flex items-center gap-1 text-soft hover:text-ink"
          >
            <Icon name="left" className="size-3.5" />
            {pages('customers')}
          </AppLink>
        </nav>
      }
      lead={<CustomerFinding customer={customer} />}
      meta={
        <div className="grid gap-2">
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <VerdictBadge verdict={verdict} totals={totals} judgeableFrom={judgeableFrom} />
            <span className="inline-flex min-w-0 items-center gap-1.5">
              {t.rich('tenant', { id: <Guid value={tenantId} label={access('tenantId')} /> })}
            </span>
            <DataFrom completeness={customer.completeness} now={info.now} />
          </span>
          <OwnerLine customer={customer} owners={owners} />
          <PortalLinks
            label={ui('portal.label')}
            links={[{ name: ui('portal.providers'), href: portalServiceProviders(tenantId) }]}
          />
          <span>
            <CreditNote open={customer.open} totals={customer.totals} creditRate={info.creditRate} />
          </span>
        </div>
      }
    >
      <div className="flex flex-wrap items-start gap-3">
        {info.azureConfigured && mayRefresh && (
          <RefreshButton url={`/api/v1/customers/${tenantId}/refresh`}>
            <Icon name="sync" />
            {t('refresh')}
          </RefreshButton>
        )}
        <AppLink href={`/customers/${tenantId}/report?period=${period}`} className={BUTTON.plain}>
          {t('report')}
        </AppLink>
        <PeriodPicker
          period={period}
          periods={periods}
          hrefOf={(month) => `/customers/${tenantId}?period=${month}`}
        />
      </div>
    </PageHeader>
  );
}

function OwnerLine({ customer, owners }: Pick<CustomerViewProps, 'customer' | 'owners'>) {
  const t = useTexts('customer');
  const { owner, tenantId } = customer;
  if (owners !== null) {
    return (
      <ClientTexts areas={['customerOwner']}>
        <CustomerOwner tenantId={tenantId} owner={owner} people={owners} />
      </ClientTexts>
    );
  }
  return owner === null ? null : <span>{t('ownerIs', { name: owner.name ?? owner.personId })}</span>;
}
