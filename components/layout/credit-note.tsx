import { useFormats, useTexts } from '#language';
import type { Money } from '#lib/queries/schemas/shared.ts';

type CreditNoteProps = { open: boolean; totals: Money[]; creditRate: string };

/** Said once per page that shows credit: what is an estimate, and at which rate. */
export function CreditNote({ open, totals, creditRate }: CreditNoteProps) {
  const t = useTexts('layout');
  const { percent } = useFormats();
  const seen = totals.find(({ rateBasis }) => rateBasis === 'seen');
  return (
    <>
      {open && `${t('estimate')} `}
      {seen === undefined
        ? t('assumedRate', { percent: percent(creditRate) })
        : t('seenRate', { percent: percent(seen.rate) })}
    </>
  );
}
