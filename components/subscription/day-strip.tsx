import { causeWords } from '#components/status/cause-words.ts';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { ACCESS_LOOKS, CREDIT_LOOKS, VERDICT_LOOKS } from '#components/status/verdict-looks.ts';
import { Card } from '#components/ui/card.tsx';
import { formatDay } from '#components/ui/format-dates.ts';
import { plural } from '#components/ui/format-numbers.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import { TONE_TEXT, TONE_WASH } from '#components/ui/tone.ts';
import type { Credit } from '#lib/core/statuses.ts';
import type { SubscriptionDay } from '#lib/queries/schemas/subscriptions.ts';

const ORDER: readonly Credit[] = ['credited', 'partly', 'not-credited', 'unknown', 'not-applicable'];

/** Whether each day's cost received credit: a sign per day, the same as a table below it. */
export function DayStrip({ days }: { days: SubscriptionDay[] }) {
  if (days.length === 0) return null;
  return (
    <Card title="Day by day" note={stripFinding(days)}>
      <ol
        aria-label="Credit by day"
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

const PENDING = VERDICT_LOOKS.pending;

function DayMark({ day }: { day: SubscriptionDay }) {
  const look = day.settled ? CREDIT_LOOKS[day.credit] : PENDING;
  const words = `${formatDay(day.day)}: ${look.word}`;
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
  const seen = new Set(days.filter(({ settled }) => settled).map(({ credit }) => credit));
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-3">
      {ORDER.filter((credit) => seen.has(credit)).map((credit) => (
        <li key={credit}>
          <StatusBadge look={CREDIT_LOOKS[credit]} quiet />
        </li>
      ))}
      {days.some(({ settled }) => !settled) && (
        <li>
          <StatusBadge look={{ ...PENDING, word: 'Too new to judge' }} quiet />
        </li>
      )}
    </ul>
  );
}

function stripFinding(days: SubscriptionDay[]): string {
  const settled = days.filter((day) => day.settled);
  const tail =
    days.length > settled.length ? `; ${plural(days.length - settled.length, 'day')} too new to judge` : '';
  const counts = ORDER.flatMap((credit) => {
    const count = settled.filter((day) => day.credit === credit).length;
    return count === 0 ? [] : [`${plural(count, 'day')} ${CREDIT_LOOKS[credit].word.toLowerCase()}`];
  });
  return `${counts.length === 0 ? 'No settled day yet' : counts.join(', ')}${tail}.`;
}

function DayRows({ days }: { days: SubscriptionDay[] }) {
  return (
    <details className="pt-3 text-sm print:hidden">
      <summary className="inline-flex items-center gap-1 rounded-sm text-xs text-accent hover:underline">
        <Icon name="right" className="chevron-on-open size-3.5" />
        Days as a table
      </summary>
      <Table caption="Each day: access, credit, verdict and cause" stack={false}>
        <Head>
          <Column>Day</Column>
          <Column>Access predicts</Column>
          <Column>Credit proves</Column>
          <Column>Verdict</Column>
          <Column>Cause</Column>
        </Head>
        <Body>
          {days.map((day) => (
            <Row key={day.day}>
              <RowHead className="whitespace-nowrap">{formatDay(day.day)}</RowHead>
              <Cell>
                <StatusBadge look={ACCESS_LOOKS[day.access]} quiet />
              </Cell>
              <Cell>
                <StatusBadge look={CREDIT_LOOKS[day.credit]} quiet />
              </Cell>
              <Cell>
                <StatusBadge look={VERDICT_LOOKS[day.verdict]} quiet />
              </Cell>
              <Cell className="text-soft">{causeWords(day.cause).title}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </details>
  );
}
