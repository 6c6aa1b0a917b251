import { StakeCells } from '#components/status/cost-cells.tsx';
import { CoverageBars } from '#components/status/coverage-bar.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { ACCESS_LOOKS } from '#components/status/verdict-looks.ts';
import { Card } from '#components/ui/card.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { CoveredGroup } from '#lib/queries/schemas/subscriptions.ts';

const COVERAGE_WORDS: Record<CoveredGroup['coverage'], string> = {
  covered: 'Covered',
  partly: 'A part, or part of the month',
  'not-covered': 'Not covered',
  unknown: 'Unknown',
};

/** Which resource groups access reaches, and what those cost that it does not. */
export function ResourceGroups({ groups }: { groups: CoveredGroup[] }) {
  if (groups.length === 0) {
    return (
      <Card title="Resource groups were not read">
        <p className="max-w-prose text-sm text-soft">
          The cost of this month came by a way that tells no resource groups, and none had to be listed:
          access holds for the whole subscription, or for none of it.
        </p>
      </Card>
    );
  }
  const missing = groups.filter(({ coverage }) => coverage === 'not-covered').length;
  return (
    <Card
      title={plural(groups.length, 'resource group')}
      note={
        missing === 0
          ? 'Access that should earn leaves none of them out.'
          : `${plural(missing, 'group')} lie outside the access that should earn.`
      }
      flush
    >
      <Table caption="Resource groups, whether access covers them, and their cost">
        <Head>
          <Column>Resource group</Column>
          <Column>Access</Column>
          <Column className="w-40">Credit</Column>
          <Column numeric>Cost before credit</Column>
          <Column numeric>Missed</Column>
        </Head>
        <Body>
          {groups.map((group) => (
            <GroupRow key={group.name} group={group} />
          ))}
        </Body>
      </Table>
    </Card>
  );
}

function GroupRow({ group: { name, coverage, totals } }: { group: CoveredGroup }) {
  return (
    <Row>
      <RowHead className="max-w-80 break-words">
        {name === '' ? <i className="font-normal text-soft">charges without a resource group</i> : name}
      </RowHead>
      <Cell label="Access">
        <StatusBadge look={{ ...ACCESS_LOOKS[coverage], word: COVERAGE_WORDS[coverage] }} quiet />
      </Cell>
      <Cell label="Credit">
        <CoverageBars totals={totals} />
      </Cell>
      <StakeCells totals={totals} />
    </Row>
  );
}
