import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Db } from './db.ts';
import { findListVersion, touchLists, writeLists } from './list-versions.ts';
import { agentGroups, customerOwners, sessions } from './schema.ts';
import { describeOnBothEngines } from './testing/engines.ts';
import { listedTables } from './testing/guard-lists.ts';

const AT = '2026-11-21T01:00:00.000Z';
const owner = { tenantId: 't1', personId: 'p1', setBy: 'admin', setAt: AT };

describeOnBothEngines('what lists show', (open) => {
  let db: Db;
  const version = async (): Promise<number> => Number(await findListVersion(db));
  beforeAll(async () => {
    ({ db } = await open());
  });

  it('is written together with a version that tells so', async () => {
    const before = await version();
    await writeLists(db, (tx) => tx.insert(customerOwners).values(owner));
    expect(await version()).toBe(before + 1);
    await db.transaction((tx) => writeLists(tx, (same) => same.delete(customerOwners)));
    expect(await version()).toBe(before + 2);
  });

  it('stays as it was, and so does its version, when what was written fails', async () => {
    const before = await version();
    const failing = writeLists(db, async (tx) => {
      await tx.insert(customerOwners).values(owner);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect([await version(), await db.select().from(customerOwners)]).toEqual([before, []]);
  });

  it('cannot be written in any test without it', async () => {
    const silent = db.insert(customerOwners).values(owner);
    await expect(silent).rejects.toMatchObject({
      cause: { message: expect.stringContaining('lists show customer_owners') },
    });
    const undone = db.transaction(async (tx) => {
      const savepoint = tx.transaction(async (nested) => {
        await touchLists(nested);
        throw new Error('undone');
      });
      await expect(savepoint).rejects.toThrow('undone');
      await tx.insert(customerOwners).values(owner);
    });
    await expect(undone).rejects.toThrow();
    expect(await db.select().from(customerOwners)).toEqual([]);
  });

  it('is no fact of a read that does not count yet, nor what people are signed in with', async () => {
    const before = await version();
    await db.insert(agentGroups).values({ readId: randomUUID(), principalId: 'p', name: 'AdminAgents' });
    await db.delete(sessions);
    expect(await version()).toBe(before);
    expect(listedTables()).toEqual(
      expect.arrayContaining(['customers', 'source_reads', 'subscription_verdicts', 'findings', 'cost_ways']),
    );
  });
});
