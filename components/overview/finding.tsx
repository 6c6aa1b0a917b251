import { formatMoney, isZero, plural } from '#components/ui/format-numbers.ts';
import { formatMonthName } from '#components/ui/format-dates.ts';
import type { Overview } from '#lib/queries/schemas/overview.ts';

/** The page in a sentence: who does not earn, and what is at stake. */
export function Finding({ overview }: { overview: Overview }) {
  const { total, byVerdict } = overview.customers;
  const when = `${formatMonthName(overview.period)}${overview.open ? ' so far' : ''}`;
  if (total === 0) return <>No customers were found in what was read.</>;
  const failing = byVerdict['not-earning'] + byVerdict.partial;
  const stake = listMoney(
    overview.totals.map((row) => ({ amount: row.missedAtMost, currency: row.currency })),
  );
  return (
    <>
      <strong className="font-semibold text-ink">{headline(failing, total, byVerdict.earning)}</strong>
      {stake === null
        ? ` No credit was missed in ${when}.`
        : ` Up to ${stake} of credit was missed in ${when}.`}
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

function listMoney(amounts: { amount: string; currency: string }[]): string | null {
  const texts = amounts
    .filter((row) => !isZero(row.amount))
    .map((row) => formatMoney(row.amount, row.currency));
  if (texts.length === 0) return null;
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(texts);
}
