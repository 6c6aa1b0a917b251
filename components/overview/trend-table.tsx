import { useFormats, useTexts } from '#language';
import { noCoverageText } from '#components/status/coverage-shape.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Money } from '#lib/queries/schemas/shared.ts';
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
  return (
    <Row>
      <RowHead>
        <AppLink href={`/?period=${period}`} className="link whitespace-nowrap">
          {formats.month(period)}
        </AppLink>
      </RowHead>
      {money === null ? (
        <Cell numeric colSpan={FIGURES} className="text-faint">
          {t(read === 'none' ? 'trend.notHeld' : 'trend.noneInCurrency')}
        </Cell>
      ) : (
        <Amounts money={money} />
      )}
      <Cell>{t(`trend.stateOf.${stateOf({ open, read })}`)}</Cell>
    </Row>
  );
}

const FIGURES = 4;
const FIGURE = 'whitespace-nowrap';

/** Plain text in every cell: thirteen months of several currencies stand on the page that is opened most. */
function Amounts({ money }: { money: Money }) {
  const t = useTexts('overview');
  const figures = useTexts('figures');
  const formats = useFormats();
  const { coverage, coverageAtLeast, currency } = money;
  const missed = formats.money(money.missedAtMost, currency);
  const least = coverageAtLeast === null ? null : formats.percent(coverageAtLeast);
  return (
    <>
      <Cell numeric className={FIGURE}>
        {formats.money(money.credit, currency)}
      </Cell>
      <Cell numeric className={FIGURE}>
        {Number(money.missed) === Number(money.missedAtMost) ? missed : t('trend.upTo', { money: missed })}
      </Cell>
      <Cell numeric className={FIGURE}>
        {coverage !== null
          ? formats.percent(coverage)
          : least === null
            ? figures(noCoverageText(money))
            : t('trend.atLeastShare', { percent: least })}
      </Cell>
      <Cell numeric className={FIGURE}>
        {formats.money(money.gross, currency)}
      </Cell>
    </>
  );
}
