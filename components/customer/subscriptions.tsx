import { CauseText } from '#components/status/cause-text.tsx';
import { MoneyList } from '#components/status/money.tsx';
import { Card } from '#components/ui/card.tsx';
import { plural } from '#components/ui/format-numbers.ts';
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
  if (subscriptions.length === 0) return <NoSubscription read={read} cause={mainCause} />;
  return (
    <Card
      title={plural(subscriptions.length, 'subscription')}
      note="Linked, access, credit; and the evidence behind them."
      flush
    >
      <Table caption="Subscriptions of this customer">
        <Head>
          <Column>Subscription</Column>
          <Column>Verdict</Column>
          <Column>Linked</Column>
          <Column>Access predicts</Column>
          <Column>Credit proves</Column>
          <Column numeric>Credit</Column>
          <Column numeric>Missed</Column>
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
  return (
    <Card title={read ? 'No subscription' : 'Subscriptions could not be read'}>
      <p className="max-w-prose pb-2 text-sm text-soft">
        {read
          ? 'None is delegated to you, and the list of the customer’s tenant is empty.'
          : 'None is delegated to you, and those of the customer’s tenant could not be listed: how many there are, and whether they earn, is unknown.'}
      </p>
      {cause !== null && <CauseText cause={cause} />}
    </Card>
  );
}

function OutsideCost({ outside }: { outside: Money[] }) {
  if (outside.length === 0) return null;
  return (
    <p className="border-t px-5 py-3 text-sm text-soft print:px-0">
      Cost that belongs to no subscription, before credit:{' '}
      <span className="font-medium text-ink">
        <MoneyList totals={outside} figure="gross" />
      </span>
    </p>
  );
}
