import { useFormats, useTexts } from '#language';
import { isZero } from '#components/ui/is-zero.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { ChartDay } from './day-chart-shape.ts';

const AMOUNTS = ['creditedGross', 'notEarnedGross', 'unclassifiedGross', 'ineligibleGross'] as const;

const amountLook = (amount: string): string =>
  isZero(amount) ? 'whitespace-nowrap text-faint' : 'whitespace-nowrap';

/** The chart's figures as a table, for those who read rather than look. */
export function DayTable({ days, currency }: { days: ChartDay[]; currency: string }) {
  const t = useTexts('figures');
  const formats = useFormats();
  return (
    <details className="max-w-full text-sm open:w-full print:w-full">
      <summary className="inline-flex items-center gap-1 rounded-sm text-xs text-accent hover:underline print:hidden">
        <Icon name="right" className="chevron-on-open size-3.5" />
        {t('byDayTable', { currency })}
      </summary>
      <Table caption={t('byDayCaption', { currency })} stack={false}>
        <Head>
          <Column>{t('day')}</Column>
          <Column numeric>{t('receivedCredit')}</Column>
          <Column numeric>{t('eligibleNoCredit')}</Column>
          <Column numeric>{t('notYetClassified')}</Column>
          <Column numeric>{t('cannotEarn')}</Column>
          <Column>{t('judged')}</Column>
        </Head>
        <Body>
          {days.map((day) => (
            <Row key={day.day}>
              <RowHead>{formats.day(day.day)}</RowHead>
              {AMOUNTS.map((name) => (
                <Cell key={name} numeric className={amountLook(day[name])}>
                  {formats.money(day[name], currency)}
                </Cell>
              ))}
              <Cell>{day.settled ? t('judgedYes') : t('tooNew')}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </details>
  );
}
