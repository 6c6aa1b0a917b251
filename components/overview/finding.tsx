import { useFormats, useTexts } from '#language';
import { wasRead } from '#components/status/data-state.tsx';
import { isPositive } from '#components/ui/is-zero.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

/** The page in a sentence: who does not earn, and what is at stake. */
export function Finding({ overview }: { overview: Overview }) {
  const t = useTexts('overview');
  const { total, byVerdict } = overview.customers;
  const stake = useStake(overview);
  if (total === 0) return <>{t('finding.nobody')}</>;
  const failing = byVerdict['not-earning'] + byVerdict.partial;
  return (
    <>
      <strong className="font-semibold text-ink">
        {headline(t, { failing, total, earning: byVerdict.earning })}
      </strong>
      {` ${stake}`}
    </>
  );
}

type Words = ReturnType<typeof useTexts<'overview'>>;
type Counts = { failing: number; total: number; earning: number };

function headline(t: Words, { failing, total, earning }: Counts): string {
  if (earning === total) return t('finding.allEarn', { total });
  if (failing === 0) return t('finding.someKnown', { earning, total });
  return t('finding.failing', { failing, total });
}

/** Says nothing about money that was not read. */
function useStake({ totals, completeness, period, open }: Overview): string {
  const t = useTexts('overview');
  const formats = useFormats();
  const month = formats.monthName(period);
  const allRead = wasRead(completeness, 'costs');
  if (totals.length === 0 && !allRead) return t('finding.unread', { month });
  const when = open ? t('finding.soFar', { month }) : month;
  const of = allRead ? '' : 'OfRead';
  const amounts = totals
    .filter((row) => isPositive(row.missedAtMost))
    .map((row) => formats.money(row.missedAtMost, row.currency));
  if (amounts.length === 0) return t(`finding.none${of}`, { when });
  const isOpen = totals.some((row) => Number(row.missed) !== Number(row.missedAtMost));
  return t(`finding.${isOpen ? 'upTo' : 'estimated'}${of}`, { when, money: formats.list(amounts) });
}
