import { useTexts } from '#language';
import type { ReactNode } from 'react';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import type { Look } from '#components/status/verdict-looks.ts';
import type { SubscriptionDetail } from '#lib/queries/schemas/subscriptions.ts';

/** The plain answers beside each other: linked, what access predicts, what cost proves. */
export function PlainAnswers({ subscription }: { subscription: SubscriptionDetail }) {
  const t = useTexts('subscription');
  const looks = useLooks();
  const settledWords = useSettledWords();
  const { linked, linkedHow, access, credit, paths } = subscription;
  const earning = paths.filter(({ earns }) => earns === 'yes').length;
  const unknown = paths.filter(({ earns }) => earns === 'unknown').length;
  return (
    <dl className="grid overflow-hidden rounded-lg border bg-surface md:grid-cols-3">
      <Answer question={t('linkedQuestion')} look={looks.linked(linked)}>
        {linkedHow}
      </Answer>
      <Answer question={t('accessPredicts')} look={looks.access(access)}>
        {paths.length === 0 && t('noPath')}
        {paths.length > 0 &&
          (unknown > 0
            ? t('pathsEarnUnknown', { earning, total: paths.length, unknown })
            : t('pathsEarn', { earning, total: paths.length }))}
      </Answer>
      <Answer question={t('costProves')} look={looks.credit(credit)}>
        {settledWords(subscription)}
      </Answer>
    </dl>
  );
}

function useSettledWords(): (subscription: SubscriptionDetail) => string {
  const t = useTexts('subscription');
  return ({ days, totals }) => {
    const settled = days.filter((day) => day.settled);
    const full = settled.filter((day) => day.credit === 'credited').length;
    const partly = settled.filter((day) => day.credit === 'partly').length;
    if (days.length === 0) return totals.length === 0 ? t('noCostRead') : t('noDayJudged');
    if (settled.length === 0) return t('noDayOldEnough');
    return partly > 0
      ? t('settledPartly', { days: settled.length, full, partly })
      : t('settled', { days: settled.length, full });
  };
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
