import { useFormats, useTexts } from '#language';
import { CauseTitle } from '#components/status/cause-text.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { Card } from '#components/ui/card.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import { TONE_TEXT, TONE_WASH } from '#components/ui/tone.ts';
import type { Credit } from '#lib/core/statuses.ts';
import type { SubscriptionDay } from '#lib/queries/schemas/subscriptions.ts';

const ORDER: readonly Credit[] = ['credited', 'partly', 'not-credited', 'unknown', 'not-applicable'];

/** Whether each day's cost received credit: a sign per day, the same as a table below it. */
export function DayStrip({ days }: { days: SubscriptionDay[] }) {
  const t = useTexts('subscription');
  const finding = useStripFinding(days);
  if (days.length === 0) return null;
  return (
    <Card title={t('strip.title')} note={finding}>
      <ol
        aria-label={t('strip.label')}
        className="grid grid-cols-[repeat(auto-fill,minmax(1.75rem,1fr))] gap-1 xl:grid-cols-[repeat(31,minmax(0,1fr))]"
      >
        {days.map((day) => (
          <DayMark key={day.day} day={day} />
        ))}
      </ol>
      <Legend days={days} />
      <DayRows days={days} />
    </Card>
  );
}

function DayMark({ day }: { day: SubscriptionDay }) {
  const t = useTexts('subscription');
  const looks = useLooks();
  const formats = useFormats();
  const look = day.settled ? looks.credit(day.credit) : looks.verdict('pending');
  const words = t('strip.mark', { day: formats.day(day.day), word: look.word });
  return (
    <li title={words} className={`grid justify-items-center gap-0.5 rounded-sm py-1 ${TONE_WASH[look.tone]}`}>
      <Icon name={look.icon} className={`size-3.5 ${TONE_TEXT[look.tone]}`} />
      <span aria-hidden="true" className="text-2xs text-soft tabular-nums">
        {Number(day.day.slice(8))}
      </span>
      <span className="sr-only">{words}</span>
    </li>
  );
}

function Legend({ days }: { days: SubscriptionDay[] }) {
  const t = useTexts('subscription');
  const looks = useLooks();
  const seen = new Set(days.filter(({ settled }) => settled).map(({ credit }) => credit));
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-3">
      {ORDER.filter((credit) => seen.has(credit)).map((credit) => (
        <li key={credit}>
          <StatusBadge look={looks.credit(credit)} quiet />
        </li>
      ))}
      {days.some(({ settled }) => !settled) && (
        <li>
          <StatusBadge look={{ ...looks.verdict('pending'), word: t('strip.tooNew') }} quiet />
        </li>
      )}
    </ul>
  );
}

function useStripFinding(days: SubscriptionDay[]): string {
  const t = useTexts('subscription');
  const looks = useLooks();
  const settled = days.filter((day) => day.settled);
  const newDays = days.length - settled.length;
  const counts = ORDER.flatMap((credit) => {
    const count = settled.filter((day) => day.credit === credit).length;
    const word = looks.credit(credit).word.toLocaleLowerCase();
    return count === 0 ? [] : [t('strip.count', { days: count, word })];
  });
  const text = counts.length === 0 ? t('strip.noSettled') : counts.join(', ');
  return newDays > 0 ? t('strip.findingNew', { text, days: newDays }) : t('strip.finding', { text });
}

function DayRows({ days }: { days: SubscriptionDay[] }) {
  const t = useTexts('subscription');
  const looks = useLooks();
  const formats = useFormats();
  return (
    <details className="pt-3 text-sm print:hidden">
      <summary className="inline-flex items-center gap-1 rounded-sm text-xs text-accent hover:underline">
        <Icon name="right" className="chevron-on-open size-3.5" />
        {t('strip.table')}
      </summary>
      <Table caption={t('strip.caption')} stack={false}>
        <Head>
          <Column>{t('strip.day')}</Column>
          <Column>{t('accessPredicts')}</Column>
          <Column>{t('creditProves')}</Column>
          <Column>{t('strip.verdict')}</Column>
          <Column>{t('strip.cause')}</Column>
        </Head>
        <Body>
          {days.map((day) => (
            <Row key={day.day}>
              <RowHead className="whitespace-nowrap">{formats.day(day.day)}</RowHead>
              <Cell>
                <StatusBadge look={looks.access(day.access)} quiet />
              </Cell>
              <Cell>
                <StatusBadge look={looks.credit(day.credit)} quiet />
              </Cell>
              <Cell>
                <StatusBadge look={looks.verdict(day.verdict)} quiet />
              </Cell>
              <Cell className="text-soft">
                <CauseTitle cause={day.cause} />
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </details>
  );
}
