import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CostClass } from '#lib/core/cost-classes.ts';
import type { CostWay } from '#lib/core/facts.ts';
import { byDay, openCostReaders, sumsBy, type CostReaders, type OwnedCost } from './cost-readers.ts';

let readers: CostReaders;
let reports: OwnedCost[];
beforeAll(async () => {
  readers = await openCostReaders(60);
  reports = await readBy('report-customer');
}, 120_000);
afterAll(() => readers.close());

async function readBy(way: CostWay): Promise<OwnedCost[]> {
  const rows: OwnedCost[] = [];
  for (const scope of readers.scopesOf(way)) rows.push(...(await readers.read(way, scope)));
  return rows;
}

/** Queries tell these by their dimensions; what else cannot earn is known from lines only. */
const QUERIED: readonly CostClass[] = [
  'EARNED',
  'INELIGIBLE_RESERVATION',
  'INELIGIBLE_SAVINGS_PLAN',
  'INELIGIBLE_SPOT',
  'CREDIT_UNKNOWN',
];
const byQueriedClass = (row: OwnedCost): string | null =>
  QUERIED.includes(row.costClass)
    ? [row.tenantId, row.subscriptionId, row.currency, row.costClass].join(' ')
    : null;

describe('the ways of reading cost', () => {
  it('find classes of every family in reports of customers', () => {
    expect([...new Set(reports.map(({ costClass }) => costClass))]).toEqual(
      expect.arrayContaining([
        'EARNED',
        'ELIGIBLE_NOT_EARNED',
        'INELIGIBLE_MARKETPLACE',
        'INELIGIBLE_RESERVATION',
        'INELIGIBLE_SAVINGS_PLAN',
        'INELIGIBLE_SPOT',
        'ZERO_PRICE',
      ]),
    );
    expect(reports.every(({ tenantId }) => tenantId !== null)).toBe(true);
  });

  it.each<CostWay>(['query-customer', 'query-profile'])(
    'agree: %s gives the same days, to the last decimal',
    async (way) => {
      const rows = await readBy(way);
      expect(sumsBy(rows, byDay)).toEqual(sumsBy(reports, byDay));
      expect(sumsBy(rows, byQueriedClass)).toEqual(sumsBy(reports, byQueriedClass));
      expect(readers.waits()).toBeGreaterThan(0);
    },
    240_000,
  );

  it('agree: the total that a query without groupings tells of a billing profile is that of its lines', async () => {
    for (const scope of readers.scopesOf('report-profile')) {
      const lines = sumsBy(await readers.read('report-profile', scope), ({ currency }) => currency);
      expect(await readers.readTotals(scope)).toEqual(lines);
    }
  }, 120_000);

  it.each<CostWay>(['report-profile', 'export'])(
    'agree: %s gives the same days and classes, to the last decimal',
    async (way) => {
      const rows = await readBy(way);
      const byClass = (row: OwnedCost): string => `${byDay(row)} ${row.costClass}`;
      expect(sumsBy(rows, byClass)).toEqual(sumsBy(reports, byClass));
    },
    120_000,
  );
});
