import { causeWords } from '#components/status/cause-words.ts';
import { Missed, MissedList } from '#components/status/missed.tsx';
import { Money, MoneyList } from '#components/status/money.tsx';
import { VerdictBadge } from '#components/status/status-badge.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Cause } from '#lib/core/causes.ts';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import type { Subscription } from '#lib/queries/schemas/shared.ts';
import { CustomerFinding } from './customer-finding.tsx';
import { PrintButton } from './print-button.tsx';
import { REPORT_WORDS as WORDS } from './report-words.ts';

type ReportProps = { customer: CustomerDetail; now: string };

/** One customer's month on A4, plain enough to send on: what earned, what was missed, why, what to do. */
export function ReportView({ customer, now }: ReportProps) {
  const { tenantId, displayName, period, open, asOf } = customer;
  return (
    <article className="mx-auto grid max-w-4xl gap-6">
      <div className="flex justify-between gap-4 print:hidden">
        <AppLink href={`/customers/${tenantId}?period=${period}`} className="link text-sm">
          {WORDS.back}
        </AppLink>
        <PrintButton>{WORDS.print}</PrintButton>
      </div>
      <header className="grid gap-2">
        <h1 className="text-2xl font-semibold tracking-tight break-words">
          <bdi>{WORDS.title(displayName)}</bdi>
        </h1>
        <p className="text-sm text-faint">{WORDS.month(period, open)}</p>
        <p className="text-lg text-soft">
          <CustomerFinding customer={customer} />
        </p>
      </header>
      <Amounts customer={customer} />
      <Subscriptions rows={customer.subscriptions} />
      <Causes rows={customer.subscriptions} findings={customer.findings} />
      <footer className="border-t pt-3 text-xs text-faint">{WORDS.rests(now, asOf)}</footer>
    </article>
  );
}

const H2 = 'mb-2 text-lg font-semibold';

function Amounts({ customer: { totals } }: { customer: CustomerDetail }) {
  return (
    <section>
      <h2 className={H2}>{WORDS.earned}</h2>
      {totals.length === 0 ? (
        <p>{WORDS.noCost}</p>
      ) : (
        <Table caption={WORDS.earned}>
          <Heads names={WORDS.columns} />
          <Body>
            {totals.map((money) => (
              <Row key={money.currency}>
                <RowHead>{money.currency}</RowHead>
                <Cell numeric label={WORDS.columns[1]}>
                  <Money amount={money.gross} currency={money.currency} />
                </Cell>
                <Cell numeric label={WORDS.columns[2]}>
                  <Money amount={money.eligibleGross} currency={money.currency} />
                </Cell>
                <Cell numeric label={WORDS.columns[3]}>
                  <Money amount={money.credit} currency={money.currency} />
                </Cell>
                <Cell numeric label={WORDS.columns[4]}>
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

const Heads = ({ names }: { names: readonly string[] }) => (
  <Head>
    {names.map((name, index) => (
      <Column key={name} numeric={index > 0 && name !== WORDS.subscriptionColumns[1]}>
        {name}
      </Column>
    ))}
  </Head>
);

function Subscriptions({ rows }: { rows: readonly Subscription[] }) {
  if (rows.length === 0) return null;
  const [, , credit, missed] = WORDS.subscriptionColumns;
  return (
    <section>
      <h2 className={H2}>{WORDS.missed}</h2>
      <Table caption={WORDS.missed}>
        <Heads names={WORDS.subscriptionColumns} />
        <Body>
          {rows.map((row) => (
            <Row key={row.subscriptionId}>
              <RowHead>
                <bdi className="break-words">{row.displayName}</bdi>
              </RowHead>
              <Cell>
                <VerdictBadge verdict={row.verdict} totals={row.totals} quiet />
              </Cell>
              <Cell numeric label={credit}>
                <MoneyList totals={row.totals} figure="credit" />
              </Cell>
              <Cell numeric label={missed}>
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
  const groups = Map.groupBy(
    rows.filter(({ cause }) => cause !== 'earning'),
    ({ cause }) => cause,
  );
  return (
    <section>
      <h2 className={H2}>{WORDS.why}</h2>
      {groups.size === 0 && <p>{WORDS.noCause}</p>}
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
  const { title, meaning, remedy } = causeWords(cause);
  const hidden = rows.length - NAMED;
  return (
    <>
      <h3 className="font-semibold">{title}</h3>
      <p>{meaning}</p>
      <p className="text-sm text-soft">
        {WORDS.about(plural(rows.length, 'subscription'))}
        {rows
          .slice(0, NAMED)
          .map(({ displayName }) => displayName)
          .join(', ')}
        {hidden > 0 && ` ${WORDS.more(String(hidden))}`}
      </p>
      <p className="mt-1 text-sm">
        <span className="font-medium">{WORDS.doIt}</span> {remedy}
      </p>
      {finding?.remedy?.askCustomer === true && <p className="mt-1 text-xs text-faint">{WORDS.asked}</p>}
    </>
  );
}
