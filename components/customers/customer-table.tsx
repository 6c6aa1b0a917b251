import { Coverage } from '#components/status/coverage-bar.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { MoneyList } from '#components/status/money.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { HelpText } from '#components/ui/help-text.tsx';
import { SortColumn } from '#components/ui/sort-column.tsx';
import { sortLink } from '#components/ui/sort-link.ts';
import { Body, Cell, Column, Foot, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import type { Choice } from './choice.ts';
import { CustomerRow } from './customer-row.tsx';

type CustomerTableProps = { list: CustomerList; choice: Choice; now: string };

export function CustomerTable({ list, choice, now }: CustomerTableProps) {
  return (
    <div className="rounded-lg border bg-surface print:border-0">
      <Table caption={`Customers, ${plural(list.total, 'row')}`} sticky>
        <CustomerHead choice={choice} />
        <Body>
          {list.items.map((customer) => (
            <CustomerRow key={customer.tenantId} customer={customer} period={list.period} now={now} />
          ))}
        </Body>
        <TotalsFoot list={list} />
      </Table>
    </div>
  );
}

const by = (choice: Choice, name: 'name' | 'verdict' | 'missed' | 'cost') =>
  sortLink(name, {
    path: '/customers',
    query: choice,
    sort: choice.sort ?? '-missed',
    first: name === 'name' || name === 'verdict' ? 'up' : 'down',
  });

function CustomerHead({ choice }: { choice: Choice }) {
  return (
    <Head>
      <SortColumn className="w-1/4" {...by(choice, 'name')}>
        Customer
      </SortColumn>
      <SortColumn {...by(choice, 'verdict')}>Verdict, main cause</SortColumn>
      <SortColumn numeric help={<MissedHelp />} {...by(choice, 'missed')}>
        Missed
      </SortColumn>
      <Column numeric>Credit</Column>
      <Column className="pl-4">Coverage</Column>
      <SortColumn
        numeric
        help={<HelpText about="order by cost">Cost before credit. {ORDER}</HelpText>}
        {...by(choice, 'cost')}
      >
        Cost
      </SortColumn>
      <Column className="pl-4">Subscriptions</Column>
    </Head>
  );
}

const ORDER = 'Several currencies are put in order by the US-dollar amounts Microsoft states with them.';

const MissedHelp = () => (
  <HelpText about="missed credit, and its order">
    An estimate of the credit that eligible cost did not receive; “up to” where some of the cost is not yet
    classified and may never earn. {ORDER}
  </HelpText>
);

function TotalsFoot({ list }: { list: CustomerList }) {
  return (
    <Foot>
      <Row className="border-t-2 font-semibold">
        <RowHead className="font-semibold">{plural(list.total, 'customer')}</RowHead>
        <Cell data-empty="" />
        <Cell numeric label="Missed">
          <MissedList totals={list.totals} />
        </Cell>
        <Cell numeric label="Credit">
          <MoneyList totals={list.totals} figure="credit" />
        </Cell>
        <Cell label="Coverage" className="md:pl-4">
          <span className="inline-grid">
            {list.totals.map((money) => (
              <Coverage key={money.currency} money={money} />
            ))}
          </span>
        </Cell>
        <Cell numeric label="Cost">
          <MoneyList totals={list.totals} figure="gross" />
        </Cell>
        <Cell data-empty="" />
      </Row>
    </Foot>
  );
}
