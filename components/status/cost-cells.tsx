import { Cell } from '#components/ui/table.tsx';
import type { Money as MoneyRow } from '#lib/queries/schemas/shared.ts';
import { MissedList } from './missed.tsx';
import { Money, MoneyList } from './money.tsx';

type CostCellsProps = { money: Pick<MoneyRow, 'gross' | 'credit' | 'net' | 'currency'> };

/** Cost before credit, the credit and what is left, as every table of cost shows them. */
export const CostCells = ({ money: { gross, credit, net, currency } }: CostCellsProps) => (
  <>
    <Cell numeric label="Cost before credit">
      <Money amount={gross} currency={currency} />
    </Cell>
    <Cell numeric label="Credit">
      <Money amount={credit} currency={currency} />
    </Cell>
    <Cell numeric label="Cost after credit">
      <Money amount={net} currency={currency} />
    </Cell>
  </>
);

/** What was spent and what of it was missed, in each currency. */
export const StakeCells = ({ totals }: { totals: MoneyRow[] }) => (
  <>
    <Cell numeric label="Cost before credit">
      <MoneyList totals={totals} figure="gross" />
    </Cell>
    <Cell numeric label="Missed">
      <MissedList totals={totals} />
    </Cell>
  </>
);
