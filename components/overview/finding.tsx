import { formatMoney, isZero, plural } from '#components/ui/format-numbers.ts';
import { formatMonthName } from '#components/ui/format-dates.ts';
import { wasRead } from '#components/status/data-state.tsx';
import type { Overview } from '#lib/queries/schemas/overview.ts';

/** The page in a sentence: who does not earn, and what is at stake. */
export function Finding({ overview }: { overview: Overview }) {
  const { total, byVerdict } = overview.customers;
  const when = `${formatMonthName(overview.period)}${overview.open ? ' so far' : ''}`;
  if (total === 0) return <>No customers were found in what was read.</>;
  const failing = byVerdict['not-earning'] + byVerdict.partial;
  return (
    <>
      <strong className="font-semibold text-ink">{headline(failing, total, byVerdict.earning)}</strong>
      {` ${stakeWords(overview, when)}`}
    </>
  );
}

function headline(failing: number, total: number, earning: number): string {
  if (earning === total)
    return `${total === 1 ? 'Your customer earns' : `All ${plural(total, 'customer')} earn`} credit.`;
  if (failing === 0)
    return `${earning} of ${plural(total, 'customer')} are known to earn; the others are not known yet.`;
  return `${failing} of ${plural(total, 'customer')} ${failing === 1 ? 'does' : 'do'} not earn all the credit they could.`;
}

/** Says nothing about money that was not read. */
function stakeWords({ totals, completeness, period }: Overview, when: string): string {
  const allRead = wasRead(completeness, 'costs');
  if (totals.length === 0 && !allRead) {
    return `No cost was read for ${formatMonthName(period)}, so what was missed is unknown.`;
  }
  const stake = listMoney(totals.map((row) => ({ amount: row.missedAtMost, currency: row.currency })));
  const open = totals.some((row) => Number(row.missed) !== Number(row.missedAtMost));
  const what =
    stake === null
      ? 'No credit was missed'
      : `${open ? 'Up to' : 'An estimated'} ${stake} of credit was missed`;
  return `${what} in ${when}${allRead ? '' : ', on the cost that was read'}.`;
}

function listMoney(amounts: { amount: string; currency: string }[]): string | null {
  const texts = amounts
    .filter((row) => !isZero(row.amount))
    .map((row) => formatMoney(row.amount, row.currency));
  if (texts.length === 0) return null;
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(texts);
}
