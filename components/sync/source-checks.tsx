import { useFormats, useTexts } from '#language';
import { useStepWords } from '#components/status/use-step-reason.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SourceCheckRow } from '#lib/queries/schemas/sync.ts';

/** Whether sources that tell of the same thing agree. */
export function SourceChecks({ checks }: { checks: SourceCheckRow[] }) {
  const t = useTexts('sync');
  return (
    <Table caption={t('checks.caption')}>
      <Head>
        <Column>{t('checks.what')}</Column>
        <Column>{t('checks.state')}</Column>
        <Column numeric>{t('checks.compared')}</Column>
        <Column numeric>{t('checks.differing')}</Column>
      </Head>
      <Body>
        {checks.map((row) => (
          <CheckRow key={row.check} row={row} />
        ))}
      </Body>
    </Table>
  );
}

function lookOf({ compared, differing }: SourceCheckRow) {
  if (differing > 0) return { tone: 'part', icon: 'partly', word: 'differs' } as const;
  if (compared === 0) return { tone: 'mute', icon: 'none', word: 'nothing' } as const;
  return { tone: 'earn', icon: 'check', word: 'agrees' } as const;
}

function CheckRow({ row }: { row: SourceCheckRow }) {
  const t = useTexts('sync');
  const { count } = useFormats();
  const stepWords = useStepWords();
  const { tone, icon, word } = lookOf(row);
  return (
    <Row>
      <RowHead>
        {t(`checks.of.${row.check}`)}
        {row.examples.map((example) => (
          <span key={example} className="block text-xs font-normal break-words text-soft">
            {stepWords(example)}
          </span>
        ))}
      </RowHead>
      <Cell label={t('checks.state')}>
        <Badge tone={tone} icon={icon} quiet>
          {t(`checks.${word}`)}
        </Badge>
      </Cell>
      <Cell numeric label={t('checks.compared')}>
        {count(row.compared)}
      </Cell>
      <Cell numeric label={t('checks.differing')}>
        {count(row.differing)}
      </Cell>
    </Row>
  );
}
