import { CostCells } from '#components/status/cost-cells.tsx';
import { costWayName } from '#components/status/cost-way-words.ts';
import { Missed } from '#components/status/missed.tsx';
import { NoData } from '#components/status/money.tsx';
import { RelativeTime } from '#components/status/relative-time.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { SortColumn } from '#components/ui/sort-column.tsx';
import { sortLink } from '#components/ui/sort-link.ts';
import { Body, Cell, Column, Foot, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { CostItem, CostList } from '#lib/queries/schemas/costs.ts';
import type { Money as MoneyRow } from '#lib/queries/schemas/shared.ts';
import { PATH, type Choice } from './choice.ts';
import { CostKey } from './cost-key.tsx';
import { KEY_NAMES } from './key-words.ts';

type CostTableProps = { list: CostList; choice: Choice; now: string };

/** One block of rows per currency, each with its own total: currencies are never added. */
export function CostTable({ list, choice, now }: CostTableProps) {
  const blocks = [...Map.groupBy(list.items, ({ currency }) => currency)];
  const readBy = list.items.some(({ reads }) => reads !== null);
  return (
    <div className="rounded-lg border bg-surface print:border-0">
      <Table caption={`Cost, ${plural(list.total, 'row')}`} sticky="wide">
        <CostHead list={list} choice={choice} readBy={readBy} />
        {blocks.map(([currency, items]) => (
          <Body key={currency}>
            {list.totals.length > 1 && <CurrencyRow currency={currency} columns={columnsOf(list, readBy)} />}
            {items.map((item) => (
              <CostRow key={keyOf(item)} item={item} list={list} choice={choice} now={now} readBy={readBy} />
            ))}
          </Body>
        ))}
        <TotalsFoot list={list} readBy={readBy} />
      </Table>
    </div>
  );
}

const FIGURES = 4;

const columnsOf = ({ groupBy }: CostList, readBy: boolean): number =>
  groupBy.length + FIGURES + (readBy ? 1 : 0);

const keyOf = ({ customer, subscription, ...item }: CostItem): string =>
  [
    customer?.tenantId,
    subscription?.subscriptionId,
    item.resourceGroup,
    item.service,
    item.class,
    item.day,
    item.credited,
    item.currency,
  ].join('|');

type CostHeadProps = { list: CostList; choice: Choice; readBy: boolean };

function CostHead({ list: { groupBy }, choice, readBy }: CostHeadProps) {
  const sort = choice.sort ?? (groupBy.includes('day') ? 'name' : '-cost');
  const by = (name: 'name' | 'cost' | 'credit' | 'missed') =>
    sortLink(name, { path: PATH, query: choice, sort, first: name === 'name' ? 'up' : 'down' });
  const [first, ...others] = groupBy;
  return (
    <Head>
      {first !== undefined && <SortColumn {...by('name')}>{KEY_NAMES[first]}</SortColumn>}
      {others.map((key) => (
        <Column key={key}>{KEY_NAMES[key]}</Column>
      ))}
      <SortColumn numeric {...by('cost')}>
        Cost before credit
      </SortColumn>
      <SortColumn numeric {...by('credit')}>
        Credit
      </SortColumn>
      <Column numeric>Cost after credit</Column>
      <SortColumn numeric {...by('missed')}>
        Missed
      </SortColumn>
      {readBy && <Column className="pl-4">Read by</Column>}
    </Head>
  );
}

const CurrencyRow = ({ currency, columns }: { currency: string; columns: number }) => (
  <Row className="bg-subtle/60">
    <th
      role="rowheader"
      scope="rowgroup"
      colSpan={columns}
      className="px-5 py-1.5 text-left text-xs font-semibold text-soft"
    >
      {currency}
    </th>
  </Row>
);

type CostRowProps = { item: CostItem; list: CostList; choice: Choice; now: string; readBy: boolean };

function CostRow({ item, list, choice, now, readBy }: CostRowProps) {
  const [first, ...others] = list.groupBy;
  return (
    <Row className="hover:bg-subtle/50">
      {first !== undefined && (
        <RowHead className="max-w-72 md:min-w-40">
          <CostKey name={first} item={item} choice={choice} />
        </RowHead>
      )}
      {others.map((key) => (
        <Cell key={key} label={KEY_NAMES[key]} wide className="max-w-64 text-soft">
          <CostKey name={key} item={item} choice={choice} />
        </Cell>
      ))}
      <CostCells money={item} />
      <Cell numeric label="Missed">
        <Missed money={item} />
      </Cell>
      {readBy && (
        <Cell label="Read by" wide className="max-w-52 text-xs text-soft md:pl-4">
          <ReadBy reads={item.reads} now={now} />
        </Cell>
      )}
    </Row>
  );
}

function ReadBy({ reads, now }: { reads: CostItem['reads']; now: string }) {
  if (reads === null || reads.length === 0) return <NoData why="not recorded" />;
  return reads.map(({ way, asOf }) => (
    <span key={`${way} ${asOf}`} className="block">
      {costWayName(way)}
      {asOf !== null && (
        <span className="text-faint">
          , <RelativeTime at={asOf} now={now} />
        </span>
      )}
    </span>
  ));
}

const TotalsFoot = ({ list, readBy }: { list: CostList; readBy: boolean }) => (
  <Foot>
    {list.totals.map((money) => (
      <TotalRow key={money.currency} money={money} list={list} readBy={readBy} />
    ))}
  </Foot>
);

type TotalRowProps = { money: MoneyRow; list: CostList; readBy: boolean };

function TotalRow({ money, list, readBy }: TotalRowProps) {
  const others = list.groupBy.length - 1;
  return (
    <Row className="border-t-2 font-semibold">
      <RowHead className="font-semibold">All rows, {money.currency}</RowHead>
      {others > 0 && <Cell data-empty="" colSpan={others} />}
      <CostCells money={money} />
      <Cell numeric label="Missed">
        <Missed money={money} />
      </Cell>
      {readBy && <Cell data-empty="" />}
    </Row>
  );
}
