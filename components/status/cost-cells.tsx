import { useTexts } from '#language';
import { Cell } from '#components/ui/table.tsx';
import type { Money as MoneyRow } from '#lib/queries/schemas/shared.ts';
import { MissedList } from './missed.tsx';
import { Money, MoneyList } from './money.tsx';

type CostCellsProps = { money: Pick<MoneyRow, 'gross' | 'credit' | 'net' | 'currency'> };

/** Cost before credit, the credit and what is left, as every table of cost shows them. */
export function CostCells({ money: { gross, credit, net, currency } }: CostCellsProps) {
  const t = useTexts('figures');
  return (
    <>
      <Cell numeric label={t('costBefore')}>
        <Money amount={gross} currency={currency} />
      </Cell>
      <Cell numeric label={t('credit')}>
        <Money amount={credit} currency={currency} />
      </Cell>
      <Cell numeric label={t('costAfter')}>
        <Money amount={net} currency={currency} />
      </Cell>
    </>
  );
}

/** What was spent and what of it was missed, in each currency. */
export function StakeCells({ totals }: { totals: MoneyRow[] }) {
  const t = useTexts('figures');
  return (
    <>
      <Cell numeric label={t('costBefore')}>
        <MoneyList totals={totals} figure="gross" />
      </Cell>
      <Cell numeric label={t('missed')}>
        <MissedList totals={totals} />
      </Cell>
    </>
  );
}
