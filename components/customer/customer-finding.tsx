import { causeWords } from '#components/status/cause-words.ts';
import { formatMonthName } from '#components/ui/format-dates.ts';
import { formatMoney, isZero } from '#components/ui/format-numbers.ts';
import type { Verdict } from '#lib/core/statuses.ts';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';

const SENTENCES: Record<Verdict, string> = {
  earning: 'This customer earns credit',
  partial: 'This customer earns on a part of its cost',
  'not-earning': 'This customer does not earn credit',
  'not-applicable': 'Nothing here can earn credit',
  pending: 'It is too early to say whether this customer earns',
  unverified: 'This customer may earn, but no cost proves it yet',
  unknown: 'It is not known whether this customer earns',
};

/** The verdict in one sentence, its main cause, and what is at stake. */
export function CustomerFinding({ customer }: { customer: CustomerDetail }) {
  const cause =
    customer.mainCause === null || customer.mainCause === 'earning' ? null : causeWords(customer.mainCause);
  return (
    <>
      <strong className="font-semibold text-ink">{SENTENCES[customer.verdict]}.</strong>
      {cause !== null && ` ${cause.meaning}`}
      {stake(customer)}
      {customer.billed === null && ' Whether you bill this customer could not be read.'}
      {customer.billed === false && ' You do not bill this customer.'}
    </>
  );
}

function stake({ totals, period, open }: CustomerDetail): string {
  const missed = totals.filter((money) => !isZero(money.missedAtMost));
  if (missed.length === 0) return '';
  const amounts = missed.map((money) => formatMoney(money.missedAtMost, money.currency));
  const upTo = missed.some((money) => Number(money.missed) !== Number(money.missedAtMost));
  return ` ${upTo ? 'Up to' : 'An estimated'} ${amounts.join(' and ')} of credit was missed in ${formatMonthName(period)}${open ? ' so far' : ''}.`;
}
