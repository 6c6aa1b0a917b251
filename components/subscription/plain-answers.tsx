import type { ReactNode } from 'react';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { ACCESS_LOOKS, CREDIT_LOOKS, LINKED_LOOKS, type Look } from '#components/status/verdict-looks.ts';
import { plural } from '#components/ui/format-numbers.ts';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';

/** The plain answers beside each other: linked, what access predicts, what cost proves. */
export function PlainAnswers({ subscription }: { subscription: SubscriptionDetail }) {
  const { linked, linkedHow, access, credit, paths } = subscription;
  const earning = paths.filter(({ earns }) => earns === 'yes').length;
  const unknown = paths.filter(({ earns }) => earns === 'unknown').length;
  return (
    <dl className="grid overflow-hidden rounded-lg border bg-surface md:grid-cols-3">
      <Answer question="Linked to your partner ID?" look={LINKED_LOOKS[linked]}>
        {linkedHow}
      </Answer>
      <Answer question="Access predicts" look={ACCESS_LOOKS[access]}>
        {paths.length === 0
          ? 'No access path was seen.'
          : `${earning} of ${plural(paths.length, 'access path')} should earn${unknown > 0 ? `; of ${unknown} it is not known` : ''}.`}
      </Answer>
      <Answer question="Cost proves" look={CREDIT_LOOKS[credit]}>
        {settledWords(subscription)}
      </Answer>
    </dl>
  );
}

function settledWords({ days, totals }: SubscriptionDetail): string {
  const settled = days.filter((day) => day.settled);
  const credited = settled.filter((day) => day.credit === 'credited').length;
  const partly = settled.filter((day) => day.credit === 'partly').length;
  if (days.length === 0) return totals.length === 0 ? 'No cost was read.' : 'No day was judged.';
  if (settled.length === 0) return 'No day is old enough to be judged.';
  return `Of ${plural(settled.length, 'settled day')} ${credited} received credit in full${partly > 0 ? `, ${partly} in part` : ''}.`;
}

type AnswerProps = { question: string; look: Look; children: ReactNode };

const Answer = ({ question, look, children }: AnswerProps) => (
  <div className="-mr-px -mb-px grid content-start gap-1 border-r border-b px-5 py-4">
    <dt className="text-xs font-medium text-faint">{question}</dt>
    <dd className="grid gap-1">
      <span>
        <StatusBadge look={look} />
      </span>
      <span className="text-sm break-words text-soft">{children}</span>
    </dd>
  </div>
);
