import { useTexts } from '#language';
import { Money } from '#components/status/money.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { isZero } from '#components/ui/is-zero.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Reconciliation } from '#lib/queries/schemas/reconcile.ts';
import { SourceAmount } from './source-amount.tsx';

export function ReconcileCustomers({ held: { customers } }: { held: Reconciliation }) {
  const t = useTexts('reconcile');
  return (
    <Card title={t('customersDiffer')} note={t('customersNote')} flush>
      <Table caption={t('customersDiffer')}>
        <Head>
          <Column>{t('customer')}</Column>
          <Column numeric>{t('usage')}</Column>
          <Column numeric>{t('details')}</Column>
          <Column numeric>{t('shown')}</Column>
          <Column>{t('difference')}</Column>
        </Head>
        <Body>
          {customers.map(({ tenantId, name, currency, usage, details, ours, ...less }) => (
            <Row key={`${tenantId}${currency}`}>
              <RowHead>
                <AppLink href={`/customers/${tenantId}`} className="link">
                  {name ?? tenantId}
                </AppLink>
              </RowHead>
              <SourceAmount label={t('usage')} amount={usage} currency={currency} why={t('notInUsage')} />
              <SourceAmount label={t('details')} amount={details} currency={currency} why={t('noDetails')} />
              <SourceAmount label={t('shown')} amount={ours} currency={currency} why={t('notJudged')} />
              <Cell label={t('difference')} numeric>
                <Difference {...less} currency={currency} />
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}

type DifferenceProps = { detailsLessUsage: string | null; oursLessUsage: string | null; currency: string };

function Difference({ detailsLessUsage, oursLessUsage, currency }: DifferenceProps) {
  const t = useTexts('reconcile');
  return (
    <span className="inline-grid">
      {detailsLessUsage !== null && !isZero(detailsLessUsage) && (
        <span>
          {t.rich('detailsLess', { money: <Money amount={detailsLessUsage} currency={currency} /> })}
        </span>
      )}
      {oursLessUsage !== null && !isZero(oursLessUsage) && (
        <span>{t.rich('shownLess', { money: <Money amount={oursLessUsage} currency={currency} /> })}</span>
      )}
    </span>
  );
}
