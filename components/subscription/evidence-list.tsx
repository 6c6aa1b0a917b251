import { RuleList } from '#components/status/rule-list.tsx';
import { Card } from '#components/ui/card.tsx';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';
import { CopyFacts } from '#components/live/copy-facts.tsx';

type EvidenceListProps = { subscription: SubscriptionDetail; now: string };

/** Each rule that fired, the page it follows from, and the facts it rests on with their dates. */
export function EvidenceList({ subscription, now }: EvidenceListProps) {
  const { evidence, subscriptionId, period, customer, rulesVersion, roleListVersion } = subscription;
  return (
    <Card
      title="Rules that fired, and their facts"
      note={
        <>
          The facts file holds everything behind this judgement; npm run judge replays it.
          {rulesVersion !== null && ` Rules ${rulesVersion}, role list of ${roleListVersion ?? 'no date'}.`}
        </>
      }
      aside={
        <CopyFacts
          url={`/api/v1/subscriptions/${subscriptionId}/facts?period=${period}&customer=${customer.tenantId}`}
        />
      }
    >
      {evidence.length === 0 ? (
        <p className="text-sm text-soft">This month was judged before evidence was kept.</p>
      ) : (
        <RuleList evidence={evidence} now={now} />
      )}
    </Card>
  );
}
