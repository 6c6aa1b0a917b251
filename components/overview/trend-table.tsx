import { useFormats, useTexts } from '#language';
import { Coverage } from '#components/status/coverage-bar.tsx';
import { Missed } from '#components/status/missed.tsx';
import { Money, NoData } from '#components/status/money.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { TrendMonth } from './trend-months.ts';

/** The same figures as a table; each month leads to its own Overview, whose numbers lead to their rows. */
export function TrendTable({ months, currency }: { months: readonly TrendMonth[]; currency: string }) {
  const t = useTexts('overview');
  const figures = useTexts('figures');
  return (
    <details className="max-w-full text-sm open:w-full print:w-full">
      <summary className="inline-flex items-center gap-1 rounded-sm text-xs text-accent hover:underline print:hidden">
        <Icon name="right" className="chevron-on-open size-3.5" />
        {t('trend.byMonthTable', { currency })}
      </summary>
      <Table caption={t('trend.byMonthCaption', { currency })} stack={false}>
        <Head>
          <Column>{t('trend.month')}</Column>
          <Column numeric>{figures('creditEarned')}</Column>
          <Column numeric>{figures('missed')}</Column>
          <Column numeric>{figures('coverage')}</Column>
          <Column numeric>{figures('costBefore')}</Column>
          <Column>{t('trend.state')}</Column>
        </Head>
        <Body>
          {months.map((month) => (
            <MonthRow key={month.period} month={month} />
          ))}
        </Body>
      </Table>
    </details>
  );
}

function stateOf({ open, read }: Pick<TrendMonth, 'open' | 'read'>) {
  if (read === 'none') return 'unread';
  if (read === 'partial') return open ? 'openPartial' : 'partial';
  return open ? 'open' : 'closed';
}

function MonthRow({ month: { period, open, read, money } }: { month: TrendMonth }) {
  const t = useTexts('overview');
  const formats = useFormats();
  const why = t(read === 'none' ? 'trend.notHeld' : 'trend.noneInCurrency');
  return (
    <Row>
      <RowHead>
        <AppLink href={`/?period=${period}`} className="link whitespace-nowrap">
          {formats.month(period)}
        </AppLink>
      </RowHead>
      <Cell numeric>
        {money === null ? <NoData why={why} /> : <Money amount={money.credit} currency={money.currency} />}
      </Cell>
      <Cell numeric>{money === null ? <NoData why={why} /> : <Missed money={money} />}</Cell>
      <Cell numeric>{money === null ? <NoData why={why} /> : <Coverage money={money} />}</Cell>
      <Cell numeric>
        {money === null ? <NoData why={why} /> : <Money amount={money.gross} currency={money.currency} />}
      </Cell>
      <Cell>{t(`trend.stateOf.${stateOf({ open, read })}`)}</Cell>
    </Row>
  );
}
