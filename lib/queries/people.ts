import 'server-only';
import { listCustomers } from '#lib/db/customers.ts';
import { listAssignments, listOwners, listPeople } from '#lib/db/people.ts';
import { queryContext } from './context.ts';
import type { PeopleList } from './schemas/people.ts';

/** Everybody who has signed in or was named, with the customers they may see; for administrators. */
export async function getPeople(): Promise<PeopleList> {
  const { db, visible } = await queryContext('Pec.Admin');
  const assigned = Map.groupBy(await listAssignments(db), ({ personId }) => personId);
  const owned = Map.groupBy(await listOwners(db), ({ personId }) => personId);
  const items = (await listPeople(db)).map(({ roles, firstSeenAt: _firstSeenAt, ...row }) => ({
    ...row,
    roles: roles === null ? null : [...roles],
    customers: (assigned.get(row.personId) ?? []).map(({ tenantId, displayName }) => ({
      tenantId,
      displayName,
    })),
    owns: owned.get(row.personId)?.length ?? 0,
  }));
  const customers = (await listCustomers(db, visible)).map(({ tenantId, displayName }) => ({
    tenantId,
    displayName,
  }));
  return { items, customers };
}
