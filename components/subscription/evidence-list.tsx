import { useTexts } from '#language';
import { RuleList } from '#components/status/rule-list.tsx';
import { RuleVersions } from '#components/status/rule-versions.tsx';
import { Card } from '#components/ui/card.tsx';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';
import { CopyFacts } from '#components/live/copy-facts.tsx';

type EvidenceListProps = { subscription: SubscriptionDetail; now: string };

/** Each rule that fired, the page it follows from, and the facts it rests on with their dates. */
export function EvidenceList({ subscription, now }: EvidenceListProps) {
  const t = useTexts('subscription');
  const { evidence, subscriptionId, period, customer } = subscription;
  return (
    <Card
      title={t('evidence.title')}
      note={
        <>
          {t('evidence.note')} <RuleVersions {...subscription} />
        </>
      }
      aside={
        <CopyFacts
          url={`/api/v1/subscriptions/${subscriptionId}/facts?period=${period}&customer=${customer.tenantId}`}
        />
      }
    >
      {evidence.length === 0 ? (
        <p className="text-sm text-soft">{t('evidence.before')}</p>
      ) : (
        <RuleList evidence={evidence} now={now} />
      )}
    </Card>
  );
}
