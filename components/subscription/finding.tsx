import { useTexts } from '#language';
import { useStake } from '#components/status/use-stake.ts';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';

/** The verdict in one sentence, its cause, and what is at stake. */
export function Finding({ subscription }: { subscription: SubscriptionDetail }) {
  const t = useTexts('subscription');
  const causes = useTexts('causes');
  const stake = useStake()(subscription);
  const { verdict, cause } = subscription;
  return (
    <>
      <strong className="font-semibold text-ink">{t(`sentence.${verdict}`)}</strong>
      {cause !== 'earning' && ` ${causes(`${cause}.meaning`)}`}
      {stake !== '' && ` ${stake}`}
    </>
  );
}
