import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { parsePeriod } from '#lib/core/periods.ts';
import { cost, CUSTOMER } from '#lib/core/testing/made-facts.ts';
import { addDailyCosts } from './costs.ts';
import { customerRead, ownRead, saveCompleteRead } from './reads.ts';
import { addSteps, endRun, insertRun, listRuns, listSteps } from './runs.ts';
import { describeOnBothEngines } from './testing/engines.ts';
import { ofCustomer } from './testing/made-reads.ts';
import { tidyStore } from './tidy.ts';
import { EVERY_CUSTOMER } from './visible-customers.ts';

const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');

const NIGHTS = 12;
const SUBSCRIPTIONS = 200;
const dayOf = (night: number) => new Date(Date.UTC(2026, 9, 1 + night)).toISOString();
const days = Array.from({ length: 10 }, (_, index) => `2026-10-${10 + index}`);
const names = Array.from(
  { length: SUBSCRIPTIONS },
  (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
);

describeOnBothEngines('the store after many nights', (open) => {
  it('keeps its size while reads replace reads, and the steps of its newest runs', async () => {
    const database = await open();
    const { db } = database;
    const rows = days.flatMap((day) =>
      ofCustomer(cost(day, '10', true)).flatMap((row) =>
        names.map((subscriptionId) => ({
          ...row,
          subscriptionId: subscriptionId as typeof row.subscriptionId,
        })),
      ),
    );
    const key = { ...customerRead('costs', CUSTOMER), period: october };
    const sizes: number[] = [];
    for (let night = 0; night < NIGHTS; night += 1) {
      const id = crypto.randomUUID();
      const at = dayOf(night);
      await insertRun(db, { id, kind: 'full', tenantId: '', requestedBy: 'schedule', at, owner: null });
      await addSteps(db, id, [key, ownRead('tenants')]);
      const readId = crypto.randomUUID();
      await addDailyCosts(db, readId, rows);
      await saveCompleteRead(db, { key, at, readId, asOf: at, rows: rows.length, way: null, count: null });
      await endRun(db, id, 'complete', at, null);
      await tidyStore(database);
      const { rows: asked } = await db.execute<{ size: string }>(
        sql`select pg_total_relation_size('daily_costs') as size`,
      );
      sizes.push(Number(asked[0]?.size));
    }
    const { runs, total } = await listRuns(db, { limit: 100, offset: 0 }, EVERY_CUSTOMER);
    expect(total).toBe(NIGHTS);
    const steps = await Promise.all(runs.map(({ id }) => listSteps(db, id, EVERY_CUSTOMER)));
    expect(steps.map(({ length }) => length)).toEqual(runs.map((_, index) => (index < 7 ? 2 : 0)));
    // PostgreSQL cleans up by itself, whenever it finds the time.
    if (database.kind === 'postgres') return;
    // Every other night the end of the file is free and is given back; which one it is, chance decides at first.
    expect(Math.max(...sizes.slice(-2))).toBeLessThanOrEqual(Math.max(...sizes.slice(2, 6)) * 1.2);
  });
});
