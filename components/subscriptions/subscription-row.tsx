import { CauseTitle } from '#components/status/cause-text.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { MoneyList } from '#components/status/money.tsx';
import { StatusBadge, VerdictBadge } from '#components/status/status-badge.tsx';
import { ACCESS_LOOKS, CREDIT_LOOKS, LINKED_LOOKS } from '#components/status/verdict-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Guid } from '#components/ui/guid.tsx';
import { Cell, Row, RowHead } from '#components/ui/table.tsx';
import type { Subscription } from '#lib/queries/schemas/shared.ts';

type SubscriptionRowProps = { subscription: Subscription; period: string };

export function SubscriptionRow({ subscription, period }: SubscriptionRowProps) {
  const { subscriptionId, displayName, customer, cause, totals } = subscription;
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-44 md:min-w-36">
        <AppLink
          href={addressWith(`/subscriptions/${subscriptionId}`, { period, customer: customer.tenantId })}
          className="break-words underline-offset-4 hover:underline"
        >
          {displayName}
        </AppLink>
        <span className="block max-w-40">
          <Guid value={subscriptionId} label="subscription id" />
        </span>
      </RowHead>
      <Cell label="Customer" wide className="max-w-44 md:min-w-28">
        <AppLink
          href={addressWith(`/customers/${customer.tenantId}`, { period })}
          className="break-words text-soft underline-offset-4 hover:text-ink hover:underline"
        >
          {customer.displayName}
        </AppLink>
      </Cell>
      <Cell wide className="md:min-w-32">
        <VerdictBadge
          verdict={subscription.verdict}
          totals={totals}
          judgeableFrom={subscription.judgeableFrom}
          quiet
        />
        {cause !== 'earning' && (
          <span className="block text-soft">
            <CauseTitle cause={cause} />
          </span>
        )}
      </Cell>
      <Cell label="Linked">
        <StatusBadge look={LINKED_LOOKS[subscription.linked]} quiet />
      </Cell>
      <Cell label="Access">
        <StatusBadge look={ACCESS_LOOKS[subscription.access]} quiet />
      </Cell>
      <Cell label="Credit proven">
        <StatusBadge look={CREDIT_LOOKS[subscription.credit]} quiet />
      </Cell>
      <Cell numeric label="Missed">
        <MissedList totals={totals} />
      </Cell>
      <Cell numeric label="Credit" className="md:max-2xl:hidden">
        <MoneyList totals={totals} figure="credit" />
      </Cell>
      <Cell numeric label="Cost">
        <MoneyList totals={totals} figure="gross" />
      </Cell>
    </Row>
  );
}
