import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Gaps, UnlinkedDelegation } from '#lib/queries/schemas/gaps.ts';

/** What earns today and hangs on people or groups, or does not earn at all: Microsoft recommends otherwise. */
export function UnlinkedDelegations({
  unlinked: { total, items },
}: {
  unlinked: NonNullable<Gaps['unlinked']>;
}) {
  if (total === 0) return null;
  return (
    <Card
      title={`${plural(total, 'delegation')} without a linked service principal`}
      note="Microsoft recommends a linked service principal with a permanent role that earns in each delegation: people and groups come and go."
      aside={
        <AppLink href="/links" className="link text-sm">
          Identities on which much hangs
        </AppLink>
      }
      flush
    >
      <details>
        <summary className="px-5 pb-4 text-sm text-accent hover:underline print:hidden">
          Show {items.length < total ? `the first ${formatCount(items.length)}` : 'them'}
        </summary>
        <Table caption="Delegations without a linked service principal">
          <Head>
            <Column>Subscription</Column>
            <Column>Customer</Column>
            <Column>Reaches</Column>
            <Column>Delegation</Column>
            <Column>Known</Column>
          </Head>
          <Body>
            {items.map((item) => (
              <DelegationRow key={item.id} item={item} />
            ))}
          </Body>
        </Table>
      </details>
    </Card>
  );
}

function DelegationRow({ item }: { item: UnlinkedDelegation }) {
  const { subscriptionId, subscriptionName, tenantId, customerName, resourceGroup, unread } = item;
  return (
    <Row>
      <RowHead className="max-w-56">
        <AppLink
          href={addressWith(`/subscriptions/${subscriptionId}`, { customer: tenantId })}
          className="break-words underline-offset-4 hover:underline"
        >
          {subscriptionName}
        </AppLink>
      </RowHead>
      <Cell label="Customer" className="max-w-52 break-words text-soft">
        {customerName}
      </Cell>
      <Cell label="Reaches" className="max-w-52 break-words text-soft">
        {resourceGroup === null ? 'the whole subscription' : `resource group ${resourceGroup}`}
      </Cell>
      <Cell label="Delegation" className="max-w-52 break-words text-soft">
        {item.definitionName ?? 'without a name'}
      </Cell>
      <Cell label="Known" className="text-soft">
        {unread === 0 ? 'none is linked' : `the link of ${formatCount(unread)} is not known`}
      </Cell>
    </Row>
  );
}
