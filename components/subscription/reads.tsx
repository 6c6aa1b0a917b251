import { NoData } from '#components/status/money.tsx';
import { DataAge } from '#components/status/relative-time.tsx';
import { SOURCE_WORDS } from '#components/status/source-words.ts';
import { UNREAD_WORDS, wayWords } from '#components/status/way-words.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { MissingRight } from '#components/ui/missing-right.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SubscriptionRead } from '#lib/queries/schemas/subscriptions.ts';

type ReadsProps = { reads: SubscriptionRead[]; now: string };

/** Nothing made it matter, or nothing could: that is no gap. */
const isLacking = ({ state, reason }: SubscriptionRead): boolean =>
  state === 'unread' && reason !== 'not-asked';

/** What was read of this subscription, by which way and when; what was not, and which right is missing. */
export function Reads({ reads, now }: ReadsProps) {
  if (reads.length === 0) return null;
  const unread = reads.filter(isLacking).length;
  return (
    <Card
      title="What was read, by which way, when"
      note={
        unread === 0
          ? 'Everything that a verdict needs was read.'
          : 'What was not read counts as unknown, never as no.'
      }
      flush
    >
      <Table caption="Sources of this subscription's judgement">
        <Head>
          <Column>Source</Column>
          <Column>State</Column>
          <Column>Read by</Column>
          <Column numeric>Read</Column>
        </Head>
        <Body>
          {reads.map((read) => (
            <ReadRow key={read.source} read={read} now={now} />
          ))}
        </Body>
      </Table>
    </Card>
  );
}

function ReadRow({ read, now }: { read: SubscriptionRead; now: string }) {
  const { source, state, way, readAt } = read;
  return (
    <Row>
      <RowHead>
        {SOURCE_WORDS[source].name}
        <span className="block text-xs font-normal text-faint">shows {SOURCE_WORDS[source].shows}</span>
      </RowHead>
      <Cell label="State" wide>
        <ReadState read={read} />
      </Cell>
      <Cell label="Read by" className="text-soft">
        {way === null ? <NoData why="there is one way only" /> : wayWords(way)}
      </Cell>
      <Cell numeric label="Read">
        {state === 'read' ? <DataAge at={readAt} now={now} /> : <NoData why="not read" />}
      </Cell>
    </Row>
  );
}

function ReadState({ read }: { read: SubscriptionRead }) {
  const { state, reason, missingRight } = read;
  const lacking = isLacking(read);
  const look =
    state === 'read'
      ? ({ tone: 'earn', icon: 'check', word: 'Read' } as const)
      : ({
          tone: lacking ? 'part' : 'mute',
          icon: lacking ? 'unknown' : 'none',
          word: reason === null ? 'Not read' : UNREAD_WORDS[reason],
        } as const);
  return (
    <>
      <Badge tone={look.tone} icon={look.icon} quiet>
        {look.word}
      </Badge>
      {lacking && missingRight !== null && (
        <span className="block max-w-prose text-soft">
          <MissingRight right={missingRight} />
        </span>
      )}
    </>
  );
}
