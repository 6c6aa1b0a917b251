import { useTexts } from '#language';
import { CauseText } from '#components/status/cause-text.tsx';
import { MoneyList } from '#components/status/money.tsx';
import { Card } from '#components/ui/card.tsx';
import { Body, Column, Head, Table } from '#components/ui/table.tsx';
import type { Cause } from '#lib/core/causes.ts';
import type { Money, SubscriptionWithPaths } from '#lib/queries/schemas/shared.ts';
import { SubscriptionRows } from './subscription-rows.tsx';

type SubscriptionsProps = {
  subscriptions: SubscriptionWithPaths[];
  /** Cost of the customer that belongs to no subscription. */
  outside: Money[];
  /** Both lists of subscriptions were read to the end. */
  read: boolean;
  mainCause: Cause | null;
  period: string;
  now: string;
};

export function Subscriptions({ subscriptions, outside, read, mainCause, period, now }: SubscriptionsProps) {
  const t = useTexts('customer');
  const labels = useTexts('subscription');
  const figures = useTexts('figures');
  if (subscriptions.length === 0) return <NoSubscription read={read} cause={mainCause} />;
  return (
    <Card title={t('subscriptionsCount', { count: subscriptions.length })} note={t('list.note')} flush>
      <Table caption={t('list.caption')}>
        <Head>
          <Column>{t('list.subscription')}</Column>
          <Column>{t('list.verdict')}</Column>
          <Column>{t('linked')}</Column>
          <Column>{labels('accessPredicts')}</Column>
          <Column>{labels('creditProves')}</Column>
          <Column numeric>{figures('credit')}</Column>
          <Column numeric>{figures('missed')}</Column>
        </Head>
        <Body>
          {subscriptions.map((subscription) => (
            <SubscriptionRows
              key={subscription.subscriptionId}
              subscription={subscription}
              period={period}
              now={now}
            />
          ))}
        </Body>
      </Table>
      <OutsideCost outside={outside} />
    </Card>
  );
}

function NoSubscription({ read, cause }: { read: boolean; cause: Cause | null }) {
  const t = useTexts('customer');
  return (
    <Card title={read ? t('list.none') : t('list.notRead')}>
      <p className="max-w-prose pb-2 text-sm text-soft">{read ? t('list.noneWhy') : t('list.notReadWhy')}</p>
      {cause !== null && <CauseText cause={cause} />}
    </Card>
  );
}

function OutsideCost({ outside }: { outside: Money[] }) {
  const t = useTexts('customer');
  if (outside.length === 0) return null;
  return (
    <p className="border-t px-5 py-3 text-sm text-soft print:px-0">
      {t.rich('list.outside', {
        money: (
          <span className="font-medium text-ink">
            <MoneyList totals={outside} figure="gross" />
          </span>
        ),
      })}
    </p>
  );
}
