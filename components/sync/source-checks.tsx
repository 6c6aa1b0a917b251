import { Badge } from '#components/ui/badge.tsx';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { SourceCheckRow } from '#lib/queries/schemas/sync.ts';

const WORDS: Record<SourceCheckRow['check'], string> = {
  'billed-customers': 'Customers that billed subscriptions name are in the list of billed customers',
  'billed-subscriptions': 'Subscriptions that are seen and have cost are listed by billing',
  'delegations-by-list':
    'Delegations by Resource Graph are those of the subscriptions\u2019 own lists, on a sample',
  'cost-by-two-ways': 'Cost of a customer that was read in two ways is the same',
};

/** Whether sources that tell of the same thing agree. */
export const SourceChecks = ({ checks }: { checks: SourceCheckRow[] }) => (
  <Table caption="Sources held against each other">
    <Head>
      <Column>What has to agree</Column>
      <Column>State</Column>
      <Column numeric>Compared</Column>
      <Column numeric>Differing</Column>
    </Head>
    <Body>
      {checks.map((row) => (
        <CheckRow key={row.check} row={row} />
      ))}
    </Body>
  </Table>
);

function lookOf({ compared, differing }: SourceCheckRow) {
  if (differing > 0) return { tone: 'part', icon: 'partly', word: 'Differs' } as const;
  if (compared === 0) return { tone: 'mute', icon: 'none', word: 'Nothing to compare' } as const;
  return { tone: 'earn', icon: 'check', word: 'Agrees' } as const;
}

function CheckRow({ row }: { row: SourceCheckRow }) {
  const { tone, icon, word } = lookOf(row);
  return (
    <Row>
      <RowHead>
        {WORDS[row.check]}
        {row.examples.map((example) => (
          <span key={example} className="block text-xs font-normal break-words text-soft">
            {example}
          </span>
        ))}
      </RowHead>
      <Cell label="State">
        <Badge tone={tone} icon={icon} quiet>
          {word}
        </Badge>
      </Cell>
      <Cell numeric label="Compared">
        {formatCount(row.compared)}
      </Cell>
      <Cell numeric label="Differing">
        {formatCount(row.differing)}
      </Cell>
    </Row>
  );
}
