import { useTexts } from '#language';
import { StakeCells } from '#components/status/cost-cells.tsx';
import { CoverageBars } from '#components/status/coverage-bar.tsx';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { Card } from '#components/ui/card.tsx';
import { Body, Cell, Column, Head, Row, RowHead, Table } from '#components/ui/table.tsx';
import type { CoveredGroup } from '#lib/queries/schemas/subscriptions.ts';

/** Which resource groups access reaches, and what those cost that it does not. */
export function ResourceGroups({ groups }: { groups: CoveredGroup[] }) {
  const t = useTexts('subscription');
  const figures = useTexts('figures');
  if (groups.length === 0) {
    return (
      <Card title={t('groups.notRead')}>
        <p className="max-w-prose text-sm text-soft">{t('groups.notReadWhy')}</p>
      </Card>
    );
  }
  const missing = groups.filter(({ coverage }) => coverage === 'not-covered').length;
  return (
    <Card
      title={t('groups.count', { count: groups.length })}
      note={missing === 0 ? t('groups.noneOut') : t('groups.outside', { count: missing })}
      flush
    >
      <Table caption={t('groups.caption')}>
        <Head>
          <Column>{t('groups.group')}</Column>
          <Column>{t('groups.access')}</Column>
          <Column className="w-40">{figures('credit')}</Column>
          <Column numeric>{figures('costBefore')}</Column>
          <Column numeric>{figures('missed')}</Column>
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
  const t = useTexts('subscription');
  const figures = useTexts('figures');
  const look = useLooks().access(coverage);
  return (
    <Row>
      <RowHead className="max-w-80 break-words">
        {name === '' ? <i className="font-normal text-soft">{t('groups.noGroup')}</i> : name}
      </RowHead>
      <Cell label={t('groups.access')}>
        <StatusBadge look={coverage === 'partly' ? { ...look, word: t('groups.partly') } : look} quiet />
      </Cell>
      <Cell label={figures('credit')}>
        <CoverageBars totals={totals} />
      </Cell>
      <StakeCells totals={totals} />
    </Row>
  );
}
