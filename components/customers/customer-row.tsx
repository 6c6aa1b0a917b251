import { CauseTitle } from '#components/status/cause-text.tsx';
import { Coverage, CoverageBar } from '#components/status/coverage-bar.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { MoneyList, NoData } from '#components/status/money.tsx';
import { DataAge } from '#components/status/relative-time.tsx';
import { SOURCE_WORDS } from '#components/status/source-words.ts';
import { VerdictBadge } from '#components/status/status-badge.tsx';
import { VerdictBar } from '#components/status/verdict-bar.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Cell, Row, RowHead } from '#components/ui/table.tsx';
import type { Customer, Money } from '#lib/queries/schemas/shared.ts';

type CustomerRowProps = { customer: Customer; period: string; now: string };

export function CustomerRow({ customer, period, now }: CustomerRowProps) {
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-80 md:min-w-40">
        <AppLink
          href={`/customers/${customer.tenantId}?period=${period}`}
          className="break-words underline-offset-4 hover:underline"
        >
          {customer.displayName}
        </AppLink>
        <span className="block text-xs font-normal text-faint">
          <DataAge at={customer.asOf} now={now} read />
        </span>
        {customer.owner !== null && (
          <span className="block text-xs font-normal break-words text-faint">
            owner: {customer.owner.name ?? customer.owner.personId}
          </span>
        )}
        {customer.unread.length > 0 && (
          <span className="flex items-start gap-1 text-xs font-normal text-faint">
            <Icon name="lock" className="mt-0.5 size-3" />
            not read: {customer.unread.map((source) => SOURCE_WORDS[source].name.toLowerCase()).join(', ')}
          </span>
        )}
      </RowHead>
      <Cell wide className="md:min-w-40">
        <span>
          <VerdictBadge verdict={customer.verdict} totals={customer.totals} quiet />
          {customer.mainCause !== null && customer.mainCause !== 'earning' && (
            <span className="block text-soft">
              <CauseTitle cause={customer.mainCause} />
            </span>
          )}
        </span>
      </Cell>
      <Cell numeric label="Missed">
        <MissedList totals={customer.totals} />
      </Cell>
      <Cell numeric label="Credit">
        <MoneyList totals={customer.totals} figure="credit" />
      </Cell>
      <Cell label="Coverage" className="md:min-w-28 md:pl-4">
        <Coverages totals={customer.totals} />
      </Cell>
      <Cell numeric label="Cost">
        <MoneyList totals={customer.totals} figure="gross" />
      </Cell>
      <Cell wide label="Subscriptions" className="md:pl-4">
        <VerdictBar byVerdict={customer.subscriptions.byVerdict} />
      </Cell>
    </Row>
  );
}

function Coverages({ totals }: { totals: Money[] }) {
  if (totals.length === 0) return <NoData why="no cost read" />;
  return (
    <span className="grid gap-1">
      {totals.map((money) => (
        <span key={money.currency} className="grid gap-1">
          <span className="text-xs">
            <Coverage money={money} />
          </span>
          <CoverageBar money={money} />
        </span>
      ))}
    </span>
  );
}
