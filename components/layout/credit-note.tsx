import { formatPercent } from '#components/ui/format-numbers.ts';
import type { Money } from '#lib/queries/schemas/shared.ts';

type CreditNoteProps = { open: boolean; totals: Money[]; creditRate: string };

/** Said once per page that shows credit: what is an estimate, and at which rate. */
export function CreditNote({ open, totals, creditRate }: CreditNoteProps) {
  const seen = totals.find(({ rateBasis }) => rateBasis === 'seen');
  return (
    <>
      {open && 'Estimate until Microsoft closes the month. '}
      {seen === undefined
        ? `Credit is computed at an assumed rate of ${formatPercent(creditRate)} of the price.`
        : `Missed credit is estimated at ${formatPercent(seen.rate)} of the price, the rate seen this month.`}
    </>
  );
}
