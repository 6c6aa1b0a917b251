import 'server-only';
import { headers } from 'next/headers';
import { config } from '#lib/config.ts';
import { addAuditEntry, type AuditEntry } from '#lib/db/audit.ts';
import { database } from '#lib/db/client.ts';
import type { Actor, Refusal } from './actor.ts';
import { clientAddress } from './client-address.ts';

export type AuditAction =
  | 'sign-in'
  | 'sign-out'
  | 'renewal'
  | 'refusal'
  | 'export'
  | 'import'
  | 'sync'
  | 'link-check'
  | 'link-change'
  | 'link-removal'
  | 'link-attestation'
  | 'settings'
  | 'people'
  | 'owner'
  | 'finding';

export type AuditEvent = {
  action: AuditAction;
  outcome: AuditEntry['outcome'];
  target: string | null;
  detail: AuditEntry['detail'];
};

type Who = Pick<Actor, 'kind' | 'id' | 'name'>;

export const NOBODY: Who & { kind: 'person' } = { kind: 'person', id: 'unknown', name: 'Nobody signed in' };

const LONGEST = 300;

/** Writes who did what. A failure to write it is the failure of what was done: it is awaited and throws. */
export async function recordAudit(who: Who, { action, outcome, target, detail }: AuditEvent): Promise<void> {
  const { db } = await database();
  const given = await headers();
  await addAuditEntry(db, {
    at: new Date().toISOString(),
    actorKind: who.kind,
    actorId: who.id,
    actorName: who.name.slice(0, LONGEST),
    action,
    outcome,
    target: target?.slice(0, LONGEST) ?? null,
    detail,
    address: clientAddress(given.get('x-forwarded-for'), config().trustedProxies),
  });
}

/** Somebody known asked for what they may not do. Requests of nobody are not written: anyone could fill the table. */
export async function recordRefusal({ actor, code, message }: Refusal): Promise<void> {
  if (actor === null) return;
  await recordAudit(actor, { action: 'refusal', outcome: 'refused', target: code, detail: { message } });
}
