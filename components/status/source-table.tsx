import { useFormats, useTexts } from '#language';
import { Badge } from '#components/ui/badge.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { Completeness } from '#lib/queries/schemas/shared.ts';
import { NoData } from './money.tsx';
import { DataAge } from './relative-time.tsx';
import { sourceLook } from './source-words.ts';

/** What Azure announced and sent, where that is not what is held. */
function RowsOfAzure({ entry: { rows, rowsExpected, rowsRead } }: { entry: Completeness }) {
  const t = useTexts('sources');
  if (rowsRead === null || (rowsRead === rows && (rowsExpected ?? rows) === rows)) return null;
  return (
    <span className="block text-xs text-faint">
      {rowsExpected === null
        ? t('sent', { sent: rowsRead })
        : t('announcedSent', { announced: rowsExpected, sent: rowsRead })}
    </span>
  );
}

type SourceTableProps = { completeness: Completeness[]; now: string };

export function SourceTable({ completeness, now }: SourceTableProps) {
  const t = useTexts('sources');
  return (
    <Table caption={t('tableCaption')}>
      <Head>
        <Column>{t('source')}</Column>
        <Column className="max-xl:hidden">{t('shows')}</Column>
        <Column>{t('state')}</Column>
        <Column numeric>{t('read')}</Column>
        <Column numeric>{t('rows')}</Column>
        <Column>{t('oldest')}</Column>
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
  const t = useTexts('sources');
  const { count } = useFormats();
  const look = sourceLook(entry);
  const what = t(`of.${entry.source}.shows`);
  return (
    <Row>
      <RowHead>
        {t(`of.${entry.source}.name`)}
        <span className="block text-xs font-normal text-faint xl:hidden">{t('showsThis', { what })}</span>
      </RowHead>
      <Cell className="text-soft max-xl:hidden" data-empty="">
        {what}
      </Cell>
      <Cell label={t('state')}>
        <Badge tone={look.tone} icon={look.icon} quiet>
          {t(`status.${look.word}`)}
        </Badge>
      </Cell>
      <Cell numeric label={t('read')}>
        {entry.expected === null
          ? count(entry.read)
          : t.rich('readOfFaint', {
              read: entry.read,
              expected: entry.expected,
              faint: <span className="text-faint" />,
            })}
      </Cell>
      <Cell numeric label={t('rows')}>
        {count(entry.rows)}
        <RowsOfAzure entry={entry} />
      </Cell>
      <Cell label={t('oldest')}>
        {entry.expected === 0 ? <NoData why={t('nothingToRead')} /> : <DataAge at={entry.asOf} now={now} />}
      </Cell>
    </Row>
  );
}
