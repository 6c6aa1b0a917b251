import { useTexts } from '#language';
import { Money } from '#components/status/money.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
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
              <Cell label={t('difference')} wide>
                <Difference {...less} currency={currency} />
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}

type Differences = Pick<Reconciliation['customers'][number], 'detailsLessUsage' | 'oursLessUsage'>;

function Difference({ detailsLessUsage, oursLessUsage, currency }: Differences & { currency: string }) {
  const t = useTexts('reconcile');
  const sentences = [
    ['detailsLess', detailsLessUsage],
    ['shownLess', oursLessUsage],
  ] as const;
  return (
    <ul className="grid gap-0.5">
      {sentences.map(
        ([sentence, less]) =>
          less !== null && (
            <li key={sentence}>
              {t.rich(sentence, {
                money: <Money amount={less.amount} currency={currency} />,
                why: t(`reason.${less.reason}`),
              })}
            </li>
          ),
      )}
    </ul>
  );
}
