import { useTexts } from '#language';
import { CostCells } from '#components/status/cost-cells.tsx';
import { CLASS_LOOKS } from '#components/status/class-looks.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Foot, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { ClassAmount, Money as MoneyRow } from '#lib/queries/schemas/shared.ts';

type CostClassesProps = { classes: ClassAmount[]; totals: MoneyRow[] };

const ORDER = Object.keys(CLASS_LOOKS);

const inOrder = (left: ClassAmount, right: ClassAmount): number =>
  left.currency.localeCompare(right.currency) || ORDER.indexOf(left.class) - ORDER.indexOf(right.class);

/** The month's cost by class: every line has one, so they add up to what was read. */
export function CostClasses({ classes, totals }: CostClassesProps) {
  const t = useTexts('subscription');
  const figures = useTexts('figures');
  if (classes.length === 0) return null;
  return (
    <Card title={t('classes.title')} note={t('classes.note')} flush>
      <Table caption={t('classes.caption')}>
        <Head>
          <Column>{t('classes.class')}</Column>
          <Column className="max-md:hidden">{t('classes.meaning')}</Column>
          <Column numeric>{figures('costBefore')}</Column>
          <Column numeric>{figures('credit')}</Column>
          <Column numeric>{figures('costAfter')}</Column>
        </Head>
        <Body>
          {classes.toSorted(inOrder).map((row) => (
            <ClassRow key={`${row.currency} ${row.class}`} row={row} />
          ))}
        </Body>
        <Foot>
          {totals.map((money) => (
            <Row key={money.currency} className="border-t-2 font-semibold">
              <RowHead className="font-semibold">{t('classes.all', { currency: money.currency })}</RowHead>
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
  const t = useTexts('costWords');
  const look = CLASS_LOOKS[row.class];
  return (
    <Row>
      <RowHead>
        <Badge tone={look.tone} icon={look.icon} quiet>
          {t(`class.${row.class}.name`)}
        </Badge>
      </RowHead>
      <Cell wide className="text-soft">
        {t(`class.${row.class}.meaning`)}
      </Cell>
      <CostCells money={row} />
    </Row>
  );
}
