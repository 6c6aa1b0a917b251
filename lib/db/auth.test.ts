import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { addAuditEntry, listAudit } from './audit.ts';
import type { Db } from './db.ts';
import { savePersonSeen } from './people.ts';
import { endSessionAt, endSessionsOf, endSignIn, findSession, insertSession, useOnce } from './sessions.ts';
import { describeOnBothEngines } from './testing/engines.ts';

const AT = '2026-11-21T10:00:00.000Z';
const LATER = '2026-11-21T11:00:00.000Z';
const PERSON = { personId: 't/p', kind: 'person' as const, name: 'Ada', userName: 'ada@x', roles: [] };

const entry = (action: string) => ({
  ...{ at: AT, actorKind: 'person', actorId: 't/p', actorName: 'Ada', action, outcome: 'done' as const },
  ...{ target: 'customer 100%', detail: { rows: 3 }, address: null },
});

const refusalOf = (statement: Promise<unknown>): Promise<string> =>
  statement.then(
    () => 'nothing',
    (error: unknown) => String(error instanceof Error ? (error.cause ?? error) : error),
  );

describeOnBothEngines('sign-in store', (open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await open());
    await addAuditEntry(db, entry('sign-in'));
    await addAuditEntry(db, entry('export'));
  });

  it.each([
    ['changed', sql`update audit_entries set actor_name = 'nobody'`],
    ['removed', sql`delete from audit_entries`],
    ['emptied', sql`truncate audit_entries`],
  ])('refuses that the audit is %s', async (_how, statement) => {
    expect(await refusalOf(db.execute(statement))).toContain('append-only');
    const { entries, total, byOutcome } = await listAudit(
      db,
      { action: null, outcome: null, q: null, since: null },
      { limit: 9, offset: 0 },
    );
    expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['export', 'Ada'],
      ['sign-in', 'Ada'],
    ]);
    expect({ total, byOutcome }).toEqual({ total: 2, byOutcome: { done: 2, refused: 0, failed: 0 } });
  });

  it('finds entries by a part of their target, taken literally', async () => {
    const find = async (q: string) =>
      (await listAudit(db, { action: 'export', outcome: 'done', q, since: AT }, { limit: 9, offset: 0 }))
        .total;
    expect([await find('100%'), await find('1_0%')]).toEqual([1, 0]);
  });

  const insert = async (changes: { createdAt?: string; personId?: string } = {}): Promise<string> => {
    const id = crypto.randomUUID();
    await insertSession(db, {
      ...{ id, personId: 't/p', name: 'Ada', roles: ['Pec.Viewer'], createdAt: AT, seenAt: AT },
      ...{ verifiedUntil: LATER, endsAt: LATER },
      ...changes,
    });
    return id;
  };
  const endOf = async (id: string) => (await findSession(db, id))?.endedAt;

  it('ends a sign-in once, with the session that it was renewed from and not yet over', async () => {
    const [before, now, elsewhere] = [await insert(), await insert(), await insert({ createdAt: LATER })];
    await endSessionAt(db, before, '2026-11-21T10:00:30.000Z');
    const session = { personId: 't/p', createdAt: AT };
    expect([await endSignIn(db, session, AT), await endSignIn(db, session, AT)]).toEqual([true, false]);
    expect([await endOf(before), await endOf(now), await endOf(elsewhere)]).toEqual([AT, AT, null]);
  });

  it('ends every session of one person and of nobody else', async () => {
    const [renewed, other] = [await insert({ personId: 't/q' }), await insert({ personId: 't/r' })];
    await insert({ personId: 't/q', createdAt: LATER });
    await endSessionAt(db, renewed, '2026-11-21T10:00:30.000Z');
    expect([await endSessionsOf(db, 't/q', AT), await endSessionsOf(db, 't/q', AT)]).toEqual([2, 0]);
    expect([await endOf(renewed), await endOf(other)]).toEqual([AT, null]);
  });

  it('lets a nonce be used once while it lasts', async () => {
    const uses = [await useOnce(db, 'nonce', LATER, AT), await useOnce(db, 'nonce', LATER, AT)];
    expect(uses).toEqual([true, false]);
  });

  it('keeps what was decided of a person when they sign in again', async () => {
    await savePersonSeen(db, PERSON, AT);
    await db.execute(sql`update people set sees_all = true`);
    const again = await savePersonSeen(db, { ...PERSON, name: 'Ada L.' }, LATER);
    expect(again).toMatchObject({ name: 'Ada L.', seesAll: true, firstSeenAt: AT, lastSeenAt: LATER });
  });
});
