import { useTexts } from '#language';
import { NoData } from '#components/status/money.tsx';
import { DataAge } from '#components/status/relative-time.tsx';
import { useWays } from '#components/status/use-ways.ts';
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
  const t = useTexts('subscription');
  const sources = useTexts('sources');
  if (reads.length === 0) return null;
  const unread = reads.filter(isLacking).length;
  return (
    <Card title={t('reads.title')} note={unread === 0 ? t('reads.all') : t('reads.lacking')} flush>
      <Table caption={t('reads.caption')}>
        <Head>
          <Column>{sources('source')}</Column>
          <Column>{sources('state')}</Column>
          <Column>{t('reads.readBy')}</Column>
          <Column numeric>{sources('read')}</Column>
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
  const t = useTexts('subscription');
  const sources = useTexts('sources');
  const ways = useWays();
  const { source, state, way, readAt } = read;
  const what = sources(`of.${source}.shows`);
  return (
    <Row>
      <RowHead>
        {sources(`of.${source}.name`)}
        <span className="block text-xs font-normal text-faint">{sources('showsThis', { what })}</span>
      </RowHead>
      <Cell label={sources('state')} wide>
        <ReadState read={read} />
      </Cell>
      <Cell label={t('reads.readBy')} className="text-soft">
        {way === null ? <NoData why={t('reads.oneWay')} /> : ways(way)}
      </Cell>
      <Cell numeric label={sources('read')}>
        {state === 'read' ? <DataAge at={readAt} now={now} /> : <NoData why={t('notRead')} />}
      </Cell>
    </Row>
  );
}

function ReadState({ read }: { read: SubscriptionRead }) {
  const t = useTexts('subscription');
  const sources = useTexts('sources');
  const statuses = useTexts('statuses');
  const { state, reason, missingRight } = read;
  const lacking = isLacking(read);
  const look =
    state === 'read'
      ? ({ tone: 'earn', icon: 'check', word: sources('read') } as const)
      : ({
          tone: lacking ? 'part' : 'mute',
          icon: lacking ? 'unknown' : 'none',
          word: reason === null ? t('reads.notRead') : statuses(`unread.${reason}`),
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
