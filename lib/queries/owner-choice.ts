import 'server-only';
import { includesRole } from '#lib/auth/roles.ts';
import { listPeople } from '#lib/db/people.ts';
import { queryContext } from './context.ts';
import type { OwnerChoice } from './schemas/people.ts';

/** Who may be named as owner of a customer; null for whoever may not name one, or where nobody is known. */
export async function getOwnerChoice(): Promise<OwnerChoice | null> {
  const { db, actor } = await queryContext();
  if (!includesRole(actor.roles, 'Pec.Admin')) return null;
  const people = (await listPeople(db)).filter(({ kind }) => kind === 'person');
  return people.length === 0 ? null : people.map(({ personId, name }) => ({ personId, name }));
}
