import { useFormats, useTexts } from '#language';
import { PageHeader } from '#components/layout/page-header.tsx';
import { Money } from '#components/status/money.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Reconciliation } from '#lib/queries/schemas/reconcile.ts';
import { ReconcileCustomers } from './reconcile-customers.tsx';
import { countBeyondRounding, ReconcileLines } from './reconcile-lines.tsx';

export function ReconcileView({ held }: { held: Reconciliation }) {
  const t = useTexts('reconcile');
  const pages = useTexts('pages');
  const { month } = useFormats();
  return (
    <>
      <PageHeader
        title={t('title')}
        above={
          <AppLink href="/imports" className="link justify-self-start text-sm">
            {pages('imports')}
          </AppLink>
        }
        lead={<Finding held={held} />}
        meta={held.open && t('stillOpen', { month: month(held.period) })}
      />
      {held.periods.length > 1 && (
        <Segments
          label={t('month')}
          segments={held.periods.map((period) => ({
            href: `/imports/reconcile?period=${period}`,
            label: month(period),
            current: period === held.period,
          }))}
        />
      )}
      {held.totals.length === 0 ? <WhatIsMissing held={held} /> : <Totals held={held} />}
      <ReconcileLines held={held} />
      {held.customers.length > 0 && <ReconcileCustomers held={held} />}
    </>
  );
}

function Finding({ held: { period, totals, differing } }: { held: Reconciliation }) {
  const t = useTexts('reconcile');
  const month = useFormats().month(period);
  if (totals.length === 0) return t('what');
  const total = totals.reduce((count, { agreeing }) => count + agreeing, differing);
  const beyond = countBeyondRounding(totals);
  if (beyond === 0) return t(differing === 0 ? 'allAgree' : 'allRounded', { count: total, month });
  return t.rich('differ', {
    differing: beyond,
    total,
    month,
    strong: <strong className="font-semibold text-ink" />,
  });
}

function WhatIsMissing({ held: { period, usage, invoices } }: { held: Reconciliation }) {
  const t = useTexts('reconcile');
  const { month } = useFormats();
  return (
    <EmptyState
      icon="info"
      title={t('nothing', { month: month(period) })}
      action={
        <AppLink href="/imports" className={BUTTON.primary}>
          {t('importFiles')}
        </AppLink>
      }
    >
      <p>
        {usage.length === 0 && `${t('noUsage')} `}
        {invoices.length === 0 && t('noInvoice')}
      </p>
    </EmptyState>
  );
}

function Totals({ held: { totals, usage, invoices } }: { held: Reconciliation }) {
  const t = useTexts('reconcile');
  const { list } = useFormats();
  return (
    <Card
      title={t('totals')}
      note={t('from', { files: list([...usage, ...invoices].map(({ name }) => name)) })}
      flush
    >
      <Table caption={t('totalsCaption')}>
        <Head>
          <Column>{t('currency')}</Column>
          <Column numeric>{t('usage')}</Column>
          <Column numeric>{t('invoice')}</Column>
          <Column numeric>{t('difference')}</Column>
          <Column>{t('why')}</Column>
        </Head>
        <Body>
          {totals.map(({ currency, usage: used, invoiced, difference, byReason }) => (
            <Row key={currency}>
              <RowHead>{currency}</RowHead>
              <Cell label={t('usage')} numeric>
                <Money amount={used} currency={currency} />
              </Cell>
              <Cell label={t('invoice')} numeric>
                <Money amount={invoiced} currency={currency} />
              </Cell>
              <Cell label={t('difference')} numeric>
                <Money amount={difference} currency={currency} />
              </Cell>
              <Cell label={t('why')} wide>
                {byReason.length === 0 && t('agree')}
                <ul className="grid gap-0.5">
                  {byReason.map((one) => (
                    <li key={one.reason}>
                      {t.rich('reasonOf', {
                        reason: t(`reason.${one.reason}`),
                        count: one.lines,
                        money: <Money amount={one.difference} currency={currency} />,
                      })}
                    </li>
                  ))}
                </ul>
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}
