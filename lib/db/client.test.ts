import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from './client.ts';
import { writeLists } from './list-versions.ts';
import { customers } from './schema.ts';
import { describeOnBothEngines } from './testing/engines.ts';

const customer = (tenantId: string) => ({
  tenantId,
  displayName: `Customer ${tenantId}`,
  firstSeenAt: '2026-11-01T00:00:00.000Z',
  syncedAt: '2026-11-01T00:00:00.000Z',
});

describeOnBothEngines('the database', (open) => {
  let database: Database;
  let { db } = {} as Database;
  beforeAll(async () => {
    database = await open();
    ({ db } = database);
  });

  it('holds what was saved', async () => {
    await writeLists(db, (tx) => tx.insert(customers).values(customer('saved')));
    const rows = await db.select().from(customers).where(eq(customers.tenantId, 'saved'));
    expect(rows[0]?.displayName).toBe('Customer saved');
  });

  it('forgets a transaction that throws', async () => {
    const failing = db.transaction(async (tx) => {
      await tx.insert(customers).values(customer('undone'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await db.select().from(customers).where(eq(customers.tenantId, 'undone'))).toEqual([]);
  });

  it('goes on after a statement that fails', async () => {
    await expect(db.execute(sql`select * from no_such_table`)).rejects.toMatchObject({
      cause: { code: '42P01' },
    });
    expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  });

  it('serves many questions asked at once, each with its own answer', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index);
    const answers = await Promise.all(numbers.map((n) => db.execute(sql`select ${n}::int as n`)));
    expect(answers.map((answer) => answer.rows[0]?.['n'])).toEqual(numbers);
  });

  it('keeps decimals exact and writes instants in UTC', async () => {
    const { rows } = await db.execute(
      sql`select 12345678901234567890.123456789::numeric as amount, '2026-11-01T00:30:00+02:00'::timestamptz::text as at`,
    );
    expect(rows).toEqual([{ amount: '12345678901234567890.123456789', at: '2026-10-31 22:30:00+00' }]);
  });

  it('takes thousands of rows in one statement', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => customer(`many-${index}`));
    await writeLists(db, (tx) => tx.insert(customers).values(many));
    const { rows } = await db.execute(
      sql`select count(*)::int as n from customers where tenant_id like 'many-%'`,
    );
    expect(rows).toEqual([{ n: 5000 }]);
  });

  it('gives every opener a database of its own', async () => {
    await writeLists(db, (tx) => tx.insert(customers).values(customer('mine')));
    const other = await open();
    expect(await other.db.select().from(customers).where(eq(customers.tenantId, 'mine'))).toEqual([]);
  });

  it('can be closed twice', async () => {
    const other = await open();
    await other.close();
    await expect(other.close()).resolves.toBeUndefined();
  });
});
