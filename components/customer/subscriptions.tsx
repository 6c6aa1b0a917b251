import { MoneyList } from '#components/status/money.tsx';
import { Card } from '#components/ui/card.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { Body, Column, Head, Table } from '#components/ui/table.tsx';
import type { Money, Subscription } from '#lib/queries/schemas/shared.ts';
import { SubscriptionRows } from './subscription-rows.tsx';

type SubscriptionsProps = {
  subscriptions: Subscription[];
  /** Cost of the customer that belongs to no subscription. */
  outside: Money[];
  now: string;
};

export function Subscriptions({ subscriptions, outside, now }: SubscriptionsProps) {
  if (subscriptions.length === 0) {
    return (
      <Card title="No subscription is visible">
        <p className="max-w-prose text-sm text-soft">
          None is delegated to you, and none could be read in the customer’s tenant. Consent to the
          application there, or a delegation, would show them.
        </p>
      </Card>
    );
  }
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
          <Column numeric>Missed, up to</Column>
        </Head>
        <Body>
          {subscriptions.map((subscription) => (
            <SubscriptionRows key={subscription.subscriptionId} subscription={subscription} now={now} />
          ))}
        </Body>
      </Table>
      <OutsideCost outside={outside} />
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
