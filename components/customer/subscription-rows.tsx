import { useTexts } from '#language';
import { CauseText, CauseTitle } from '#components/status/cause-text.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { MoneyList } from '#components/status/money.tsx';
import { StatusBadge, VerdictBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Guid } from '#components/ui/guid.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Cell, Row, RowHead } from '#components/ui/table.tsx';
import type { SubscriptionWithPaths } from '#lib/queries/schemas/shared.ts';
import { AccessPaths } from '#components/access/access-paths.tsx';
import { subscriptionAnchor } from './subscription-anchor.ts';

type SubscriptionRowsProps = { subscription: SubscriptionWithPaths; period: string; now: string };

const COLUMNS = 7;

/** The plain answers in one row, the evidence in a row below it. */
export function SubscriptionRows({ subscription, period, now }: SubscriptionRowsProps) {
  const t = useTexts('customer');
  const labels = useTexts('subscription');
  const figures = useTexts('figures');
  const ids = useTexts('access');
  const looks = useLooks();
  const { subscriptionId, displayName, linked, linkedHow, access, credit, totals } = subscription;
  return (
    <>
      <Row id={subscriptionAnchor(subscriptionId)} className="border-b-0! target:bg-accent-wash">
        <RowHead className="max-w-44 xl:max-w-60 print:max-w-none">
          <AppLink
            href={addressWith(`/subscriptions/${subscriptionId}`, {
              period,
              customer: subscription.customer.tenantId,
            })}
            className="break-words underline-offset-4 hover:underline"
          >
            {displayName}
          </AppLink>
          <span className="block">
            <Guid value={subscriptionId} label={ids('subscriptionId')} />
          </span>
        </RowHead>
        <Cell wide>
          <VerdictBadge
            verdict={subscription.verdict}
            totals={totals}
            judgeableFrom={subscription.judgeableFrom}
          />
          {subscription.cause !== 'earning' && (
            <span className="block pt-0.5 text-soft">
              <CauseTitle cause={subscription.cause} />
            </span>
          )}
        </Cell>
        <Cell label={t('linked')} wide className="max-w-52">
          <StatusBadge look={looks.linked(linked)} quiet />
          <span className="block text-xs text-faint">{linkedHow}</span>
        </Cell>
        <Cell label={labels('accessPredicts')}>
          <StatusBadge look={looks.access(access)} quiet />
        </Cell>
        <Cell label={labels('creditProves')}>
          <StatusBadge look={looks.credit(credit)} quiet />
        </Cell>
        <Cell numeric label={figures('credit')}>
          <MoneyList totals={totals} figure="credit" />
        </Cell>
        <Cell numeric label={figures('missed')}>
          <MissedList totals={totals} />
        </Cell>
      </Row>
      <Row>
        <Cell colSpan={COLUMNS} wide className="pt-0!">
          <Evidence subscription={subscription} now={now} />
        </Cell>
      </Row>
    </>
  );
}

function Evidence({ subscription, now }: Omit<SubscriptionRowsProps, 'period'>) {
  const t = useTexts('customer');
  const labels = useTexts('subscription');
  const { cause, alsoCauses, paths, state, offer } = subscription;
  const seen = paths.length === 0 ? t('noPathSeen') : labels('paths', { count: paths.length });
  return (
    <details>
      <summary className="inline-flex items-center gap-1 rounded-sm text-xs text-accent hover:underline">
        <Icon name="right" className="chevron-on-open size-3.5 print:hidden" />
        {t('why', { paths: seen })}
      </summary>
      <div className="grid gap-4 pt-3 pb-2">
        <div className="grid gap-4 md:grid-cols-2">
          <div className="print:hidden">
            <CauseText cause={cause} />
          </div>
          {alsoCauses.map((also) => (
            <div key={also} className="text-sm">
              <p className="font-medium">{t.rich('also', { cause: <CauseTitle cause={also} /> })}</p>
              <CauseText cause={also} />
            </div>
          ))}
        </div>
        {paths.length > 0 && <AccessPaths paths={paths} name={subscription.displayName} now={now} />}
        <p className="text-xs text-faint">
          {t('stateOffer', { state: state ?? labels('notRead'), offer: offer ?? labels('notRead') })}
        </p>
      </div>
    </details>
  );
}
