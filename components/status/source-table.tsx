import { Badge } from '#components/ui/badge.tsx';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Completeness } from '#lib/queries/schemas/shared.ts';
import { NoData } from './money.tsx';
import { DataAge } from './relative-time.tsx';
import { SOURCE_WORDS, sourceLook } from './source-words.ts';

/** What Azure announced and sent, where that is not what is held. */
function RowsOfAzure({ entry: { rows, rowsExpected, rowsRead } }: { entry: Completeness }) {
  if (rowsRead === null || (rowsRead === rows && (rowsExpected ?? rows) === rows)) return null;
  return (
    <span className="block text-xs text-faint">
      {rowsExpected !== null && `${formatCount(rowsExpected)} announced, `}
      {formatCount(rowsRead)} sent
    </span>
  );
}

type SourceTableProps = { completeness: Completeness[]; now: string };

export function SourceTable({ completeness, now }: SourceTableProps) {
  return (
    <Table caption="What was read from each source, and when">
      <Head>
        <Column>Source</Column>
        <Column className="max-xl:hidden">Shows</Column>
        <Column>State</Column>
        <Column numeric>Read</Column>
        <Column numeric>Rows</Column>
        <Column>Oldest data</Column>
      </Head>
      <Body>
        {completeness.map((entry) => (
          <SourceRow key={entry.source} entry={entry} now={now} />
        ))}
      </Body>
    </Table>
  );
}

function SourceRow({ entry, now }: { entry: Completeness; now: string }) {
  const look = sourceLook(entry);
  const words = SOURCE_WORDS[entry.source];
  return (
    <Row>
      <RowHead>
        {words.name}
        <span className="block text-xs font-normal text-faint xl:hidden">shows {words.shows}</span>
      </RowHead>
      <Cell className="text-soft max-xl:hidden" data-empty="">
        {words.shows}
      </Cell>
      <Cell label="State">
        <Badge tone={look.tone} icon={look.icon} quiet>
          {look.word}
        </Badge>
      </Cell>
      <Cell numeric label="Read">
        {formatCount(entry.read)}
        {entry.expected !== null && <span className="text-faint"> of {formatCount(entry.expected)}</span>}
      </Cell>
      <Cell numeric label="Rows">
        {formatCount(entry.rows)}
        <RowsOfAzure entry={entry} />
      </Cell>
      <Cell label="Oldest data">
        {entry.expected === 0 ? <NoData why="nothing to read" /> : <DataAge at={entry.asOf} now={now} />}
      </Cell>
    </Row>
  );
}
