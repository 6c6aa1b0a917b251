import { formatPercent } from '#components/ui/format-numbers.ts';

/** Said once per page that shows credit. */
export function CreditNote({ open, creditRate }: { open: boolean; creditRate: string }) {
  return (
    <>
      {open && 'Estimate until Microsoft closes the month. '}
      Credit is computed at an assumed rate of {formatPercent(creditRate)} of the price.
    </>
  );
}
