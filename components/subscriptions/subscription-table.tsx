import { MissedList } from '#components/status/missed.tsx';
import { MoneyList } from '#components/status/money.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { HelpText } from '#components/ui/help-text.tsx';
import { SortColumn } from '#components/ui/sort-column.tsx';
import { sortLink } from '#components/ui/sort-link.ts';
import { Body, Cell, Column, Foot, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SubscriptionList } from '#lib/queries/schemas/subscriptions.ts';
import { PATH, type Choice } from './choice.ts';
import { SubscriptionRow } from './subscription-row.tsx';

type SubscriptionTableProps = { list: SubscriptionList; choice: Choice };

export function SubscriptionTable({ list, choice }: SubscriptionTableProps) {
  return (
    <div className="rounded-lg border bg-surface print:border-0">
      <Table caption={`Subscriptions, ${plural(list.total, 'row')}`} sticky="wide">
        <SubscriptionHead choice={choice} />
        <Body>
          {list.items.map((subscription) => (
            <SubscriptionRow
              key={`${subscription.customer.tenantId} ${subscription.subscriptionId}`}
              subscription={subscription}
              period={list.period}
            />
          ))}
        </Body>
        <TotalsFoot list={list} />
      </Table>
    </div>
  );
}

const by = (choice: Choice, name: 'name' | 'customer' | 'verdict' | 'missed' | 'cost') =>
  sortLink(name, {
    path: PATH,
    query: choice,
    sort: choice.sort ?? '-missed',
    first: name === 'missed' || name === 'cost' ? 'down' : 'up',
  });

const ORDER = 'Several currencies are put in order by the US-dollar amounts Microsoft states with them.';

function SubscriptionHead({ choice }: { choice: Choice }) {
  return (
    <Head>
      <SortColumn {...by(choice, 'name')}>Subscription</SortColumn>
      <SortColumn {...by(choice, 'customer')}>Customer</SortColumn>
      <SortColumn {...by(choice, 'verdict')}>Verdict, cause</SortColumn>
      <Column>Linked</Column>
      <Column>Access predicts</Column>
      <Column>Credit proves</Column>
      <SortColumn
        numeric
        help={
          <HelpText about="missed credit, and its order">
            An estimate of the credit that eligible cost did not receive; “up to” where some of the cost is
            not yet classified and may never earn. {ORDER}
          </HelpText>
        }
        {...by(choice, 'missed')}
      >
        Missed
      </SortColumn>
      <Column numeric className="md:max-2xl:hidden">
        Credit
      </Column>
      <SortColumn
        numeric
        help={<HelpText about="order by cost">Cost before credit. {ORDER}</HelpText>}
        {...by(choice, 'cost')}
      >
        Cost
      </SortColumn>
    </Head>
  );
}

const TotalsFoot = ({ list }: { list: SubscriptionList }) => (
  <Foot>
    <Row className="border-t-2 font-semibold">
      <RowHead className="font-semibold">{plural(list.total, 'subscription')}</RowHead>
      <Cell data-empty="" colSpan={5} />
      <Cell numeric label="Missed">
        <MissedList totals={list.totals} />
      </Cell>
      <Cell numeric label="Credit" className="md:max-2xl:hidden">
        <MoneyList totals={list.totals} figure="credit" />
      </Cell>
      <Cell numeric label="Cost">
        <MoneyList totals={list.totals} figure="gross" />
      </Cell>
    </Row>
  </Foot>
);
