import { CostCells } from '#components/status/cost-cells.tsx';
import { CLASS_WORDS } from '#components/status/class-words.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Foot, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { ClassAmount, Money as MoneyRow } from '#lib/queries/schemas/shared.ts';

type CostClassesProps = { classes: ClassAmount[]; totals: MoneyRow[] };

const ORDER = Object.keys(CLASS_WORDS);

const inOrder = (left: ClassAmount, right: ClassAmount): number =>
  left.currency.localeCompare(right.currency) || ORDER.indexOf(left.class) - ORDER.indexOf(right.class);

/** The month's cost by class: every line has one, so they add up to what was read. */
export function CostClasses({ classes, totals }: CostClassesProps) {
  if (classes.length === 0) return null;
  return (
    <Card title="Cost by class" note="Every line has one class; together they are all that was read." flush>
      <Table caption="Cost of the month by class">
        <Head>
          <Column>Class</Column>
          <Column className="max-md:hidden">Meaning</Column>
          <Column numeric>Cost before credit</Column>
          <Column numeric>Credit</Column>
          <Column numeric>Cost after credit</Column>
        </Head>
        <Body>
          {classes.toSorted(inOrder).map((row) => (
            <ClassRow key={`${row.currency} ${row.class}`} row={row} />
          ))}
        </Body>
        <Foot>
          {totals.map((money) => (
            <Row key={money.currency} className="border-t-2 font-semibold">
              <RowHead className="font-semibold">All classes, {money.currency}</RowHead>
              <Cell data-empty="" />
              <CostCells money={money} />
            </Row>
          ))}
        </Foot>
      </Table>
    </Card>
  );
}

function ClassRow({ row }: { row: ClassAmount }) {
  const words = CLASS_WORDS[row.class];
  return (
    <Row>
      <RowHead>
        <Badge tone={words.tone} icon={words.icon} quiet>
          {words.name}
        </Badge>
      </RowHead>
      <Cell wide className="text-soft">
        {words.meaning}
      </Cell>
      <CostCells money={row} />
    </Row>
  );
}
