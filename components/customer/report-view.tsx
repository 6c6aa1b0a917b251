import { useFormats, useTexts } from '#language';
import { Missed, MissedList } from '#components/status/missed.tsx';
import { Money, MoneyList } from '#components/status/money.tsx';
import { VerdictBadge } from '#components/status/status-badge.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Cause } from '#lib/core/causes.ts';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import type { Subscription } from '#lib/queries/schemas/shared.ts';
import { CustomerFinding } from './customer-finding.tsx';
import { PrintButton } from './print-button.tsx';

type ReportProps = { customer: CustomerDetail; now: string };

/** One customer's month on A4, plain enough to send on: what earned, what was missed, why, what to do. */
export function ReportView({ customer, now }: ReportProps) {
  const t = useTexts('report');
  const formats = useFormats();
  const { tenantId, displayName, period, open, asOf } = customer;
  const month = formats.month(period);
  const made = formats.date(now);
  return (
    <article className="mx-auto grid w-full max-w-4xl gap-6">
      <div className="flex justify-between gap-4 print:hidden">
        <AppLink href={`/customers/${tenantId}?period=${period}`} className="link text-sm">
          {t('back')}
        </AppLink>
        <PrintButton>{t('print')}</PrintButton>
      </div>
      <header className="grid gap-2">
        <h1 className="text-2xl font-semibold tracking-tight break-words">
          <bdi>{t('title', { name: displayName })}</bdi>
        </h1>
        <p className="text-sm text-faint">{open ? t('openMonth', { month }) : month}</p>
        <p className="text-lg text-soft">
          <CustomerFinding customer={customer} />
        </p>
      </header>
      <Amounts customer={customer} />
      <Subscriptions rows={customer.subscriptions} />
      <Causes rows={customer.subscriptions} findings={customer.findings} />
      <footer className="border-t pt-3 text-xs text-faint">
        {asOf === null ? t('rests', { made }) : t('restsSince', { made, asOf: formats.date(asOf) })}
      </footer>
    </article>
  );
}

const H2 = 'mb-2 text-lg font-semibold';

const COLUMNS = ['currency', 'cost', 'eligible', 'received', 'missedEstimate'] as const;
const SUBSCRIPTION_COLUMNS = ['subscription', 'result', 'received', 'missedEstimate'] as const;

function Amounts({ customer: { totals } }: { customer: CustomerDetail }) {
  const t = useTexts('report');
  return (
    <section>
      <h2 className={H2}>{t('earned')}</h2>
      {totals.length === 0 ? (
        <p>{t('noCost')}</p>
      ) : (
        <Table caption={t('earned')}>
          <Heads names={COLUMNS} />
          <Body>
            {totals.map((money) => (
              <Row key={money.currency}>
                <RowHead>{money.currency}</RowHead>
                <Cell numeric label={t('column.cost')}>
                  <Money amount={money.gross} currency={money.currency} />
                </Cell>
                <Cell numeric label={t('column.eligible')}>
                  <Money amount={money.eligibleGross} currency={money.currency} />
                </Cell>
                <Cell numeric label={t('column.received')}>
                  <Money amount={money.credit} currency={money.currency} />
                </Cell>
                <Cell numeric label={t('column.missedEstimate')}>
                  <Missed money={money} />
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </section>
  );
}

type ColumnName = (typeof COLUMNS)[number] | (typeof SUBSCRIPTION_COLUMNS)[number];

function Heads({ names }: { names: readonly ColumnName[] }) {
  const t = useTexts('report');
  return (
    <Head>
      {names.map((name, index) => (
        <Column key={name} numeric={index > 0 && name !== 'result'}>
          {t(`column.${name}`)}
        </Column>
      ))}
    </Head>
  );
}

function Subscriptions({ rows }: { rows: readonly Subscription[] }) {
  const t = useTexts('report');
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className={H2}>{t('missed')}</h2>
      <Table caption={t('missed')}>
        <Heads names={SUBSCRIPTION_COLUMNS} />
        <Body>
          {rows.map((row) => (
            <Row key={row.subscriptionId}>
              <RowHead>
                <bdi className="break-words">{row.displayName}</bdi>
              </RowHead>
              <Cell>
                <VerdictBadge verdict={row.verdict} totals={row.totals} quiet />
              </Cell>
              <Cell numeric label={t('column.received')}>
                <MoneyList totals={row.totals} figure="credit" />
              </Cell>
              <Cell numeric label={t('column.missedEstimate')}>
                <MissedList totals={row.totals} />
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}

const NAMED = 5;

type CausesProps = { rows: readonly Subscription[]; findings: readonly Finding[] };

/** Each cause once: what it means, which subscriptions it concerns, and what to do, without a template or an address. */
function Causes({ rows, findings }: CausesProps) {
  const t = useTexts('report');
  const groups = Map.groupBy(
    rows.filter(({ cause }) => cause !== 'earning'),
    ({ cause }) => cause,
  );
  return (
    <section>
      <h2 className={H2}>{t('why')}</h2>
      {groups.size === 0 && <p>{t('noCause')}</p>}
      <ol className="grid gap-4">
        {[...groups].map(([cause, same]) => (
          <li key={cause} className="break-inside-avoid">
            <CauseReport
              cause={cause}
              rows={same}
              finding={findings.find((one) => one.cause === cause && one.state !== 'resolved')}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

type CauseProps = { cause: Cause; rows: readonly Subscription[]; finding: Finding | undefined };

function CauseReport({ cause, rows, finding }: CauseProps) {
  const t = useTexts('report');
  const causes = useTexts('causes');
  const hidden = rows.length - NAMED;
  const names = rows
    .slice(0, NAMED)
    .map(({ displayName }) => displayName)
    .join(', ');
  const count = rows.length;
  return (
    <>
      <h3 className="font-semibold">{causes(`${cause}.title`)}</h3>
      <p>{causes(`${cause}.meaning`)}</p>
      <p className="text-sm text-soft">
        {hidden > 0 ? t('concernsMore', { count, names, more: hidden }) : t('concerns', { count, names })}
      </p>
      <p className="mt-1 text-sm">
        {t.rich('doIt', {
          remedy: causes(`${cause}.remedy`),
          strong: <span className="font-medium" />,
        })}
      </p>
      {finding?.remedy?.askCustomer === true && <p className="mt-1 text-xs text-faint">{t('asked')}</p>}
    </>
  );
}
