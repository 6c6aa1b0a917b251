import 'server-only';
import { headers } from 'next/headers';
import { config } from '#lib/config.ts';
import { addAuditEntry, type AuditEntry } from '#lib/db/audit.ts';
import { database } from '#lib/db/client.ts';
import { log } from '#lib/log.ts';
import type { Actor, Refusal } from './actor.ts';
import { clientAddress } from './client-address.ts';
import { RateLimiter } from './rate-limit.ts';

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

const NOBODY: Who = { kind: 'person', id: 'unknown', name: 'Nobody signed in' };

/** Anyone can send what nobody signed: that much of it is written, and the rest is one line in the log. */
const limitNobody = new RateLimiter({ burst: 60, perSecond: 1 / 60 });

const LONGEST = 300;

type Recorder = (event: AuditEvent) => Promise<void>;

/** For what ends after its request: knows now from where it was asked. */
export async function openAudit(who: Who): Promise<Recorder> {
  const address = clientAddress((await headers()).get('x-forwarded-for'), config().trustedProxies);
  return async ({ action, outcome, target, detail }) => {
    const { db } = await database();
    await addAuditEntry(db, {
      at: new Date().toISOString(),
      actorKind: who.kind,
      actorId: who.id,
      actorName: who.name.slice(0, LONGEST),
      action,
      outcome,
      target: target?.slice(0, LONGEST) ?? null,
      detail,
      address,
    });
  };
}

/** Writes who did what. A failure to write it is the failure of what was done: it is awaited and throws. */
export async function recordAudit(who: Who, event: AuditEvent): Promise<void> {
  const record = await openAudit(who);
  await record(event);
}

/** By whom, as far as a token of good signature tells. */
export async function recordRefusedSignIn(
  who: Who | null,
  { how, fault }: { how: string; fault: string },
): Promise<void> {
  if (who === null && limitNobody.take('nobody', Date.now()) > 0) {
    log.warn({ how, fault }, 'a sign-in by nobody known was refused, one of many');
    return;
  }
  const detail = { how, fault };
  await recordAudit(who ?? NOBODY, { action: 'sign-in', outcome: 'refused', target: null, detail });
}

/** Somebody known asked for what they may not do. Requests of nobody are not written: anyone could fill the table. */
export async function recordRefusal({ actor, code, message }: Refusal): Promise<void> {
  if (actor === null) return;
  await recordAudit(actor, { action: 'refusal', outcome: 'refused', target: code, detail: { message } });
}
