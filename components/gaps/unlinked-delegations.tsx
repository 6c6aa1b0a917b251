import { useTexts } from '#language';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Gaps, UnlinkedDelegation } from '#lib/queries/schemas/gaps.ts';

/** What earns today and hangs on people or groups, or does not earn at all: Microsoft recommends otherwise. */
export function UnlinkedDelegations({
  unlinked: { total, items },
}: {
  unlinked: NonNullable<Gaps['unlinked']>;
}) {
  const t = useTexts('gaps');
  if (total === 0) return null;
  return (
    <Card
      title={t('unlinked.title', { count: total })}
      note={t('unlinked.note')}
      aside={
        <AppLink href="/links" className="link text-sm">
          {t('unlinked.identities')}
        </AppLink>
      }
      flush
    >
      <details>
        <summary className="px-5 pb-4 text-sm text-accent hover:underline print:hidden">
          {items.length < total ? t('unlinked.showFirst', { count: items.length }) : t('unlinked.show')}
        </summary>
        <Table caption={t('unlinked.caption')}>
          <Head>
            <Column>{t('table.subscription')}</Column>
            <Column>{t('table.customer')}</Column>
            <Column>{t('unlinked.reaches')}</Column>
            <Column>{t('unlinked.delegation')}</Column>
            <Column>{t('unlinked.known')}</Column>
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
  const t = useTexts('gaps');
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
      <Cell label={t('table.customer')} className="max-w-52 break-words text-soft">
        {customerName}
      </Cell>
      <Cell label={t('unlinked.reaches')} className="max-w-52 break-words text-soft">
        {resourceGroup === null ? t('unlinked.whole') : t('unlinked.group', { name: resourceGroup })}
      </Cell>
      <Cell label={t('unlinked.delegation')} className="max-w-52 break-words text-soft">
        {item.definitionName ?? t('unlinked.noName')}
      </Cell>
      <Cell label={t('unlinked.known')} className="text-soft">
        {unread === 0 ? t('unlinked.noneLinked') : t('unlinked.unread', { count: unread })}
      </Cell>
    </Row>
  );
}
