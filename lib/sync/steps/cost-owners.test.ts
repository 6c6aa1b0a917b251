import { beforeAll, expect, it } from 'vitest';
import { cost, CUSTOMER } from '#lib/core/testing/made-facts.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import type { Db } from '#lib/db/db.ts';
import { findSourceRead, type ReadKey } from '#lib/db/reads.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { runStep } from '../run-step.ts';
import type { StepWork } from '../step-context.ts';
import { endRunOf, killAfter, startRunOf } from '../testing/made-run.ts';
import { ownersOf } from './cost-owners.ts';

const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');
const key: ReadKey = { source: 'costs', tenantId: '', period: october, scope: 'account/profile' };

/** A page for each day; the first is cost of nobody. */
const readDays: StepWork = async (context) => {
  const owners = await ownersOf(context, october);
  for (const day of ['2026-10-01', '2026-10-02', '2026-10-03']) {
    if (context.cursor !== null && day <= context.cursor) continue;
    const rows = [{ ...cost(day, '1', true), tenantId: day === '2026-10-01' ? null : CUSTOMER }];
    await context.storePage((tx) => owners.save(tx, rows), { done: 1, cursor: day });
  }
  return owners.result();
};

describeOnBothEngines('whose cost is', (open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await open());
  });

  it.each([0, 1, 2])('is told as unknown also by who goes on after %i pages', async (pages) => {
    const run = await startRunOf(db, key, { atMs: Date.parse('2026-11-21T01:00:00Z') + pages });
    expect(await killAfter(run, key, readDays, pages)).toBe('pending');
    expect(await runStep(run, key, readDays)).toBe('failed');
    await endRunOf(run);
    expect(await findSourceRead(db, key)).toMatchObject({
      ...{ incomplete: true, rows: 3 },
      failure: { kind: 'unknown-customer', message: expect.stringContaining('cost of 1 subscriptions') },
    });
  });
});
