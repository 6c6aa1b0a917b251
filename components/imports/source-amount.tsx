import { Money, NoData } from '#components/status/money.tsx';
import { Cell } from '#components/ui/table.tsx';

type SourceAmountProps = { label: string; amount: string | null; currency: string; why: string };

export const SourceAmount = ({ label, amount, currency, why }: SourceAmountProps) => (
  <Cell label={label} numeric>
    {amount === null ? <NoData why={why} /> : <Money amount={amount} currency={currency} />}
  </Cell>
);
