import { useFormats, useTexts } from '#language';
import { Missed, MissedList } from '#components/status/missed.tsx';
import { Money, MoneyList } from '#components/status/money.tsx';
import { VerdictBadge } from '#components/status/status-badge.tsx';
import { useStake } from '#components/status/use-stake.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import type { Subscription } from '#lib/queries/schemas/shared.ts';
import { PrintButton } from './print-button.tsx';
import { ADVICE, type Advice } from './report-advice.ts';

type ReportProps = { customer: CustomerDetail; now: string };

/** No card stands around them: they begin where their headings do. */
const BARE_TABLES =
  '[&_th:first-child]:pl-0! [&_:is(th,td):last-child]:pr-0! max-md:[&_:is(tbody,tfoot)_tr]:px-0!';

/** One customer's month on A4, plain enough to send on: what earned, what was missed, why, what to do. */
export function ReportView({ customer, now }: ReportProps) {
  const t = useTexts('report');
  const formats = useFormats();
  const { tenantId, displayName, period, open, asOf } = customer;
  const month = formats.month(period);
  const made = formats.date(now);
  return (
    <article className={`mx-auto grid w-full max-w-4xl gap-6 ${BARE_TABLES}`}>
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
          <Outcome customer={customer} />
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

function Outcome({ customer }: { customer: CustomerDetail }) {
  const t = useTexts('report');
  const words = useTexts('customer');
  const stake = useStake()(customer);
  const { verdict, mainCause } = customer;
  return (
    <>
      <strong className="font-semibold text-ink">{words(`sentence.${verdict}`)}</strong>
      {mainCause !== null && mainCause !== 'earning' && ` ${t(`advice.${ADVICE[mainCause]}.meaning`)}`}
      {stake !== '' && ` ${stake}`}
    </>
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
                <VerdictBadge
                  verdict={row.verdict}
                  totals={row.totals}
                  judgeableFrom={row.judgeableFrom}
                  quiet
                />
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

/** Causes that mean the same to the customer are told once, in words that can be sent on. */
function Causes({ rows, findings }: CausesProps) {
  const t = useTexts('report');
  const groups = Map.groupBy(
    rows.filter(({ cause }) => cause !== 'earning'),
    ({ cause }) => ADVICE[cause],
  );
  return (
    <section>
      <h2 className={H2}>{t('why')}</h2>
      {groups.size === 0 && <p>{t('noCause')}</p>}
      <ol className="grid gap-4">
        {[...groups].map(([advice, same]) => (
          <li key={advice} className="break-inside-avoid">
            <AdviceReport
              advice={advice}
              rows={same}
              asks={findings.some(
                ({ cause, state, remedy }) =>
                  ADVICE[cause] === advice && state !== 'resolved' && remedy?.askCustomer === true,
              )}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

type AdviceProps = { advice: Advice; rows: readonly Subscription[]; asks: boolean };

function AdviceReport({ advice, rows, asks }: AdviceProps) {
  const t = useTexts('report');
  const hidden = rows.length - NAMED;
  const names = rows
    .slice(0, NAMED)
    .map(({ displayName }) => displayName)
    .join(', ');
  const count = rows.length;
  return (
    <>
      <h3 className="font-semibold">{t(`advice.${advice}.title`)}</h3>
      <p>{t(`advice.${advice}.meaning`)}</p>
      <p className="text-sm text-soft">
        {hidden > 0 ? t('concernsMore', { count, names, more: hidden }) : t('concerns', { count, names })}
      </p>
      <p className="mt-1 text-sm">
        {t.rich('doIt', {
          remedy: t(`advice.${advice}.remedy`),
          strong: <span className="font-medium" />,
        })}
      </p>
      {asks && <p className="mt-1 text-xs text-faint">{t('asked')}</p>}
    </>
  );
}
