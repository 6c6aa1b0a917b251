import 'server-only';
import { includesRole } from '#lib/auth/roles.ts';
import type { Db } from '#lib/db/db.ts';
import { listPeople } from '#lib/db/people.ts';
import { queryContext } from './context.ts';
import type { OwnerChoice } from './schemas/people.ts';

/** Who may be named as owner of a customer; null for whoever may not name one, or where nobody is known. */
export async function getOwnerChoice(): Promise<OwnerChoice | null> {
  const { db, actor } = await queryContext();
  if (!includesRole(actor.roles, 'Pec.Admin')) return null;
  const people = await listOwners(db);
  return people.length === 0 ? null : people;
}

/** People, whom customers and findings can be given to. */
export const listOwners = async (db: Db): Promise<OwnerChoice> =>
  (await listPeople(db))
    .filter(({ kind }) => kind === 'person')
    .map(({ personId, name }) => ({ personId, name }));
