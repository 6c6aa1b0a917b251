import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Instant } from '#lib/core/periods.ts';
import type { Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { isVisible, type Visibility } from './visible-customers.ts';
import { customerAssignments, customerOwners, customers, people } from './schema.ts';

export type Person = typeof people.$inferSelect;

type Seen = Pick<Person, 'personId' | 'kind' | 'name' | 'userName' | 'roles'>;

/** Remembers who signed in; what an administrator decided about them stays. Lists show names. */
export async function savePersonSeen(db: Db, seen: Seen, at: Instant): Promise<Person> {
  const isRenamed = and(eq(people.personId, seen.personId), ne(people.name, seen.name));
  const [renamed] = await db.select({ name: people.name }).from(people).where(isRenamed);
  return renamed === undefined ? upsertSeen(db, seen, at) : writeLists(db, (tx) => upsertSeen(tx, seen, at));
}

async function upsertSeen(db: Db, seen: Seen, at: Instant): Promise<Person> {
  const [row] = await db
    .insert(people)
    .values({ ...seen, seesAll: null, firstSeenAt: at, lastSeenAt: at })
    .onConflictDoUpdate({
      target: people.personId,
      set: { name: seen.name, userName: seen.userName, roles: seen.roles, lastSeenAt: at },
    })
    .returning();
  if (row === undefined) throw new Error('an upsert returns its row');
  return row;
}

export async function findPerson(db: Db, personId: string): Promise<Person | null> {
  const [row] = await db.select().from(people).where(eq(people.personId, personId));
  return row ?? null;
}

export const listPeople = (db: Db): Promise<Person[]> =>
  db.select().from(people).orderBy(asc(people.name), asc(people.personId));

export type Assignment = { personId: string; tenantId: string; displayName: string | null };

export const listAssignments = (db: Db): Promise<Assignment[]> =>
  db
    .select({
      personId: customerAssignments.personId,
      tenantId: customerAssignments.tenantId,
      displayName: customers.displayName,
    })
    .from(customerAssignments)
    .leftJoin(customers, eq(customers.tenantId, customerAssignments.tenantId))
    .orderBy(asc(customers.displayName), asc(customerAssignments.tenantId));

export type Decision = {
  personId: string;
  seesAll: boolean | null;
  tenantIds: readonly string[];
  by: string;
  at: Instant;
};

/** What a person may see, replaced as a whole. */
export async function saveAssignments(db: Db, decision: Decision): Promise<void> {
  const { personId, seesAll, tenantIds, by, at } = decision;
  await writeLists(db, async (tx) => {
    await tx.update(people).set({ seesAll }).where(eq(people.personId, personId));
    await tx.delete(customerAssignments).where(eq(customerAssignments.personId, personId));
    if (tenantIds.length === 0) return;
    await tx
      .insert(customerAssignments)
      .values(tenantIds.map((tenantId) => ({ personId, tenantId, assignedBy: by, assignedAt: at })));
  });
}

export type Owner = { tenantId: string; personId: string; name: string | null };

export const listOwners = (db: Db, tenantIds?: readonly string[]): Promise<Owner[]> =>
  db
    .select({ tenantId: customerOwners.tenantId, personId: customerOwners.personId, name: people.name })
    .from(customerOwners)
    .leftJoin(people, eq(people.personId, customerOwners.personId))
    .where(tenantIds === undefined ? undefined : inArray(customerOwners.tenantId, [...tenantIds]));

/** Everybody who answers for one of the customers that may be seen, by name. */
export const listOwnersOf = (db: Db, visible: Visibility): Promise<Omit<Owner, 'tenantId'>[]> =>
  db
    .selectDistinct({ personId: customerOwners.personId, name: people.name })
    .from(customerOwners)
    .leftJoin(people, eq(people.personId, customerOwners.personId))
    .where(isVisible(customerOwners.tenantId, visible))
    .orderBy(asc(people.name), asc(customerOwners.personId));

/** null takes the owner away. */
export async function saveOwner(
  db: Db,
  tenantId: string,
  owner: { personId: string | null; by: string; at: Instant },
): Promise<void> {
  const { personId, by: setBy, at: setAt } = owner;
  await writeLists(db, async (tx) => {
    if (personId === null) {
      await tx.delete(customerOwners).where(eq(customerOwners.tenantId, tenantId));
      return;
    }
    await tx
      .insert(customerOwners)
      .values({ tenantId, personId, setBy, setAt })
      .onConflictDoUpdate({ target: customerOwners.tenantId, set: { personId, setBy, setAt } });
  });
}

/** Somebody who has not signed in yet, so that customers can be assigned before. */
export async function addPerson(
  db: Db,
  { personId, name, at }: { personId: string; name: string; at: Instant },
): Promise<void> {
  const unseen = { kind: 'person', userName: null, roles: null, seesAll: null, lastSeenAt: null } as const;
  await db
    .insert(people)
    .values({ personId, name, ...unseen, firstSeenAt: at })
    .onConflictDoNothing();
}
