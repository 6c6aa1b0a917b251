import { CauseText, CauseTitle } from '#components/status/cause-text.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { MoneyList } from '#components/status/money.tsx';
import { StatusBadge, VerdictBadge } from '#components/status/status-badge.tsx';
import { ACCESS_LOOKS, CREDIT_LOOKS, LINKED_LOOKS } from '#components/status/verdict-looks.ts';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { plural } from '#components/ui/format-numbers.ts';
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
  const { subscriptionId, displayName, linked, linkedHow, access, credit, totals } = subscription;
  return (
    <>
      <Row id={subscriptionAnchor(subscriptionId)} className="border-b-0! target:bg-accent-wash">
        <RowHead className="max-w-60 print:max-w-none">
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
            <Guid value={subscriptionId} label="subscription id" />
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
        <Cell label="Linked" wide className="max-w-52">
          <StatusBadge look={LINKED_LOOKS[linked]} quiet />
          <span className="block text-xs text-faint">{linkedHow}</span>
        </Cell>
        <Cell label="Access predicts">
          <StatusBadge look={ACCESS_LOOKS[access]} quiet />
        </Cell>
        <Cell label="Credit proves">
          <StatusBadge look={CREDIT_LOOKS[credit]} quiet />
        </Cell>
        <Cell numeric label="Credit">
          <MoneyList totals={totals} figure="credit" />
        </Cell>
        <Cell numeric label="Missed">
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
  const { cause, alsoCauses, paths, state, offer } = subscription;
  return (
    <details>
      <summary className="inline-flex items-center gap-1 rounded-sm text-xs text-accent hover:underline">
        <Icon name="right" className="chevron-on-open size-3.5 print:hidden" />
        Why: {paths.length === 0 ? 'no access path was seen' : plural(paths.length, 'access path')}
      </summary>
      <div className="grid gap-4 pt-3 pb-2">
        <div className="grid gap-4 md:grid-cols-2">
          <div className="print:hidden">
            <CauseText cause={cause} />
          </div>
          {alsoCauses.map((also) => (
            <div key={also} className="text-sm">
              <p className="font-medium">
                Also: <CauseTitle cause={also} />
              </p>
              <CauseText cause={also} />
            </div>
          ))}
        </div>
        {paths.length > 0 && <AccessPaths paths={paths} name={subscription.displayName} now={now} />}
        <p className="text-xs text-faint">
          State {state ?? 'not read'}, offer {offer ?? 'not read'}
        </p>
      </div>
    </details>
  );
}
