import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { database } from '#lib/db/client.ts';
import { findCustomer, listCustomers } from '#lib/db/customers.ts';
import { addPerson, findPerson, saveAssignments, saveOwner } from '#lib/db/people.ts';
import { endSessionsOf } from '#lib/db/sessions.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';

type Change = {
  personId: string;
  name?: string | undefined;
  seesAll: boolean | null;
  tenantIds: readonly string[];
};

export type PersonSaved =
  | { kind: 'saved' }
  | { kind: 'unknown-person' }
  | { kind: 'unknown-customers'; tenantIds: string[] };

/** Decides which customers a person sees. People who never signed in need a name. */
export async function savePerson(change: Change): Promise<PersonSaved> {
  const actor = await requireActor('Pec.Admin');
  const { db } = await database();
  const { personId, name, seesAll } = change;
  const known = new Set((await listCustomers(db, EVERY_CUSTOMER)).map(({ tenantId }) => tenantId));
  const tenantIds = [...new Set(change.tenantIds.map((id) => id.toLowerCase()))];
  const unknown = tenantIds.filter((tenantId) => !known.has(tenantId));
  if (unknown.length > 0) return { kind: 'unknown-customers', tenantIds: unknown };
  const at = new Date().toISOString();
  if ((await findPerson(db, personId)) === null) {
    if (name === undefined) return { kind: 'unknown-person' };
    await addPerson(db, { personId, name, at });
  }
  await saveAssignments(db, { personId, seesAll, tenantIds, by: actor.id, at });
  const detail = { seesAll, customers: tenantIds.length };
  await recordAudit(actor, { action: 'people', outcome: 'done', target: personId, detail });
  return { kind: 'saved' };
}

/** Ends what a person is signed in with, as when a role was taken away in Entra; false where nobody has the id. */
export async function endPersonSessions(personId: string): Promise<boolean> {
  const actor = await requireActor('Pec.Admin');
  const { db } = await database();
  if ((await findPerson(db, personId)) === null) return false;
  const ended = await endSessionsOf(db, personId, new Date().toISOString());
  await recordAudit(actor, {
    action: 'people',
    outcome: 'done',
    target: personId,
    detail: { sessionsEnded: ended },
  });
  return true;
}

export type OwnerSaved = { kind: 'saved' } | { kind: 'unknown-person' } | { kind: 'unknown-customer' };

/** Names the one person who answers for a customer, or nobody. */
export async function saveCustomerOwner(tenantId: string, personId: string | null): Promise<OwnerSaved> {
  const actor = await requireActor('Pec.Admin');
  const { db } = await database();
  const customer = await findCustomer(db, tenantId.toLowerCase(), actor.customers);
  if (customer === null) return { kind: 'unknown-customer' };
  if (personId !== null && (await findPerson(db, personId)) === null) return { kind: 'unknown-person' };
  await saveOwner(db, customer.tenantId, { personId, by: actor.id, at: new Date().toISOString() });
  await recordAudit(actor, {
    action: 'owner',
    outcome: 'done',
    target: customer.tenantId,
    detail: { personId },
  });
  return { kind: 'saved' };
}
