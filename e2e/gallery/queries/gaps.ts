import { FINDING_STATES } from '#lib/core/statuses.ts';
import type { Finding } from '#lib/queries/schemas/findings.ts';
import type { GapGroup, Gaps, GapsQuery } from '#lib/queries/schemas/gaps.ts';
import { addTotals } from '../fixture-customers.ts';
import { FINDINGS } from '../fixture-findings.ts';
import { completenessOf } from '../fixture-sources.ts';
import { chosenScenario } from './scenario.ts';

const ACTIVE = new Set(['open', 'in-progress', 'waiting']);
const OF_EACH = 5;

const isIn = ({ state }: Finding, asked: GapsQuery['state']): boolean =>
  asked === 'all' || (asked === undefined || asked === 'active' ? ACTIVE.has(state) : state === asked);

export async function getGaps(query: GapsQuery): Promise<Gaps> {
  const scenario = await chosenScenario();
  const all = scenario === 'empty' ? [] : FINDINGS;
  const items = all.filter(
    (row) =>
      isIn(row, query.state) &&
      (query.cause === undefined || row.cause === query.cause) &&
      `${row.subscriptionName} ${row.customerName}`.toLowerCase().includes(query.q?.toLowerCase() ?? ''),
  );
  const groups = [...Map.groupBy(items, ({ cause }) => cause)].map(([cause, rows]): GapGroup => ({
    cause,
    findings: rows.length,
    customers: new Set(rows.map(({ tenantId }) => tenantId)).size,
    missed: addTotals(rows.flatMap(({ missed }) => missed)),
    items: rows.slice(0, OF_EACH),
  }));
  const states = FINDING_STATES.map((state) => [state, all.filter((row) => row.state === state).length]);
  return {
    groups: groups.map(({ items: _items, ...group }) => group),
    // The keys are those of FINDING_STATES.
    byState: Object.fromEntries(states) as Gaps['byState'],
    items,
    nextCursor: null,
    offset: 0,
    version: '1',
    total: items.length,
    totals: addTotals(items.flatMap(({ missed }) => missed)),
    customer: null,
    byCause: query.cause === undefined ? groups : null,
    mayChange: true,
    people: [{ personId: 'tenant/ada', name: 'Ada Byron' }],
    unlinked: null,
    asOf: '2026-11-21T04:12:00Z',
    completeness: completenessOf(scenario),
  };
}
