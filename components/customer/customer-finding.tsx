import { useTexts } from '#language';
import { useStake } from '#components/status/use-stake.ts';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';

/** The verdict in one sentence, its main cause, and what is at stake. */
export function CustomerFinding({ customer }: { customer: CustomerDetail }) {
  const t = useTexts('customer');
  const causes = useTexts('causes');
  const stake = useStake()(customer);
  const { mainCause, billed } = customer;
  return (
    <>
      <strong className="font-semibold text-ink">{t(`sentence.${customer.verdict}`)}</strong>
      {mainCause !== null && mainCause !== 'earning' && ` ${causes(`${mainCause}.meaning`)}`}
      {stake !== '' && ` ${stake}`}
      {billed === null && ` ${t('billedUnknown')}`}
      {billed === false && ` ${t('notBilled')}`}
    </>
  );
}
