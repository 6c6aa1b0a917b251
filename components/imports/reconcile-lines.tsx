import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Reconciliation } from '#lib/queries/schemas/reconcile.ts';
import { SourceAmount } from './source-amount.tsx';

type Line = Reconciliation['lines'][number];

/** Products whose difference is more than the rounding of their lines. */
export const countBeyondRounding = (totals: Reconciliation['totals']): number =>
  totals
    .flatMap(({ byReason }) => byReason)
    .reduce((count, { reason, lines }) => (reason === 'rounding' ? count : count + lines), 0);

export function ReconcileLines({ held: { lines, totals } }: { held: Reconciliation }) {
  const t = useTexts('reconcile');
  const shown = lines.filter(({ reason }) => reason !== 'rounding');
  if (shown.length === 0) return null;
  const note = t('largestOf', { shown: shown.length, total: countBeyondRounding(totals) });
  return (
    <Card title={t('productsDiffer')} note={note} flush>
      <Table caption={t('productsDiffer')} sticky="wide">
        <Head>
          <Column>{t('product')}</Column>
          <Column>{t('customer')}</Column>
          <Column numeric>{t('usage')}</Column>
          <Column numeric>{t('invoice')}</Column>
          <Column numeric>{t('difference')}</Column>
          <Column>{t('why')}</Column>
        </Head>
        <Body>
          {shown.map((line) => (
            <DifferenceRow
              key={[
                line.tenantId,
                line.commerceSubscriptionId,
                line.productId,
                line.skuId,
                line.availabilityId,
                line.currency,
              ].join()}
              line={line}
            />
          ))}
        </Body>
      </Table>
    </Card>
  );
}

function DifferenceRow({ line }: { line: Line }) {
  const t = useTexts('reconcile');
  return (
    <Row>
      <RowHead>
        <span className="break-words">{line.productName || line.productId}</span>
        <span className="block text-xs font-normal text-faint">
          {line.productId} / {line.skuId} / {line.availabilityId}
        </span>
      </RowHead>
      <Cell label={t('customer')}>
        <OfCustomer line={line} />
      </Cell>
      <SourceAmount label={t('usage')} amount={line.usage} currency={line.currency} why={t('notInUsage')} />
      <SourceAmount
        label={t('invoice')}
        amount={line.invoiced}
        currency={line.currency}
        why={t('notInInvoice')}
      />
      <SourceAmount label={t('difference')} amount={line.difference} currency={line.currency} why="" />
      <Cell label={t('why')} wide>
        {line.reason !== null && t(`reason.${line.reason}`)}
      </Cell>
    </Row>
  );
}

/** Whom nothing but the invoice names has no page. */
const OfCustomer = ({ line: { tenantId, customerName } }: { line: Line }) =>
  customerName === null ? (
    <span className="font-mono text-xs break-all">{tenantId}</span>
  ) : (
    <AppLink href={`/customers/${tenantId}`} className="link">
      {customerName}
    </AppLink>
  );
