import { causeWords } from '#components/status/cause-words.ts';
import { formatMonthName } from '#components/ui/format-dates.ts';
import { formatMoney, isZero } from '#components/ui/format-numbers.ts';
import type { Verdict } from '#lib/core/statuses.ts';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';

const SENTENCES: Record<Verdict, string> = {
  earning: 'This subscription earns credit',
  partial: 'This subscription earns on a part of its cost',
  'not-earning': 'This subscription does not earn credit',
  'not-applicable': 'Nothing here can earn credit',
  pending: 'It is too early to say whether this subscription earns',
  unverified: 'This subscription may earn, but no cost proves it yet',
  unknown: 'It is not known whether this subscription earns',
};

/** The verdict in one sentence, its cause, and what is at stake. */
export function Finding({ subscription }: { subscription: SubscriptionDetail }) {
  const { verdict, cause } = subscription;
  return (
    <>
      <strong className="font-semibold text-ink">{SENTENCES[verdict]}.</strong>
      {cause !== 'earning' && ` ${causeWords(cause).meaning}`}
      {stake(subscription)}
    </>
  );
}

function stake({ totals, period, open }: SubscriptionDetail): string {
  const missed = totals.filter((money) => !isZero(money.missedAtMost));
  if (missed.length === 0) return '';
  const amounts = missed.map((money) => formatMoney(money.missedAtMost, money.currency));
  const upTo = missed.some((money) => Number(money.missed) !== Number(money.missedAtMost));
  return ` ${upTo ? 'Up to' : 'An estimated'} ${amounts.join(' and ')} of credit was missed in ${formatMonthName(period)}${open ? ' so far' : ''}.`;
}
