import { useTexts } from '#language';
import { CauseTitle } from '#components/status/cause-text.tsx';
import { CoverageBar } from '#components/status/coverage-bar.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { NoData } from '#components/status/money.tsx';
import { VerdictBadge } from '#components/status/status-badge.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Overview } from '#lib/queries/schemas/overview.ts';
import type { Customer } from '#lib/queries/schemas/shared.ts';

export function LargestGaps({ overview }: { overview: Overview }) {
  const t = useTexts('overview');
  const figures = useTexts('figures');
  const { largestGaps, period } = overview;
  if (largestGaps.length === 0) return null;
  return (
    <Card
      title={t('gaps.title')}
      note={t('gaps.note')}
      aside={
        <span className="flex gap-4 text-sm">
          <AppLink href="/gaps" className="link">
            {t('gaps.whatToDo')}
          </AppLink>
          <AppLink href={`/customers?period=${period}&sort=-missed`} className="link">
            {t('gaps.all')}
          </AppLink>
        </span>
      }
      flush
    >
      <Table caption={t('gaps.caption')}>
        <Head>
          <Column>{t('gaps.customer')}</Column>
          <Column>{t('gaps.verdict')}</Column>
          <Column>{t('gaps.mainCause')}</Column>
          <Column className="w-40">{figures('coverage')}</Column>
          <Column numeric>{figures('missed')}</Column>
        </Head>
        <Body>
          {largestGaps.map((customer) => (
            <GapRow key={customer.tenantId} customer={customer} period={period} />
          ))}
        </Body>
      </Table>
    </Card>
  );
}

function GapRow({ customer, period }: { customer: Customer; period: string }) {
  const t = useTexts('overview');
  const figures = useTexts('figures');
  return (
    <Row className="hover:bg-subtle/50">
      <RowHead className="max-w-xs">
        <AppLink
          href={`/customers/${customer.tenantId}?period=${period}`}
          className="break-words hover:underline"
        >
          {customer.displayName}
        </AppLink>
      </RowHead>
      <Cell label={t('gaps.verdict')}>
        <VerdictBadge verdict={customer.verdict} totals={customer.totals} quiet />
      </Cell>
      <Cell label={t('gaps.mainCause')} className="text-soft">
        {customer.mainCause === null ? (
          <NoData why={t('gaps.noCause')} />
        ) : (
          <CauseTitle cause={customer.mainCause} />
        )}
      </Cell>
      <Cell label={figures('coverage')}>
        <span className="grid gap-1 pt-2">
          {customer.totals.map((money) => (
            <CoverageBar key={money.currency} money={money} />
          ))}
        </span>
      </Cell>
      <Cell numeric label={figures('missed')}>
        <MissedList totals={customer.totals} />
      </Cell>
    </Row>
  );
}
