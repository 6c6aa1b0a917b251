import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import type { PartnerId, PrincipalId, TenantId } from '#lib/core/ids.ts';
import { database } from '#lib/db/client.ts';
import { restoreAttestedLink, savePersonalLink, withdrawAttestedLink } from '#lib/db/personal-links.ts';
import { findSettings } from '#lib/db/settings.ts';

export type Attestation = {
  tenantId: TenantId;
  principalId: PrincipalId;
  displayName: string | null;
  partnerId: PartnerId;
  evidence: string;
  /** null: the evidence does not tell, and it counts from now on. */
  since: string | null;
  expiresAt: string;
};

const DAY_MS = 24 * 60 * 60_000;

export type Attested =
  | { kind: 'saved' }
  | { kind: 'bad-expiry'; longestDays: number }
  | { kind: 'bad-start' };

/** A person's word that an identity is linked, with what it rests on and until when it counts. */
export async function attestLink(attestation: Attestation): Promise<Attested> {
  const actor = await requireActor('Pec.Support');
  const { db } = await database();
  const { attestationDays: longestDays } = await findSettings(db);
  const now = Date.now();
  const lasts = Date.parse(attestation.expiresAt) - now;
  // A day is chosen, and counts to its end.
  if (lasts <= 0 || lasts > (longestDays + 1) * DAY_MS) return { kind: 'bad-expiry', longestDays };
  const { partnerId, since: day, ...rest } = attestation;
  // The day of a change is never a whole one.
  const since = day === null ? null : `${day}T23:59:59Z`;
  if (day !== null && Date.parse(day) > now) return { kind: 'bad-start' };
  await savePersonalLink(db, {
    ...rest,
    how: 'attested',
    checkedAt: new Date(now).toISOString(),
    link: { state: 'linked', partnerId, partnerName: null, since },
    recordedBy: actor.id,
    recordedByName: actor.name,
  });
  await recordAudit(actor, {
    action: 'link-attestation',
    outcome: 'done',
    target: targetOf(rest),
    detail: { partnerId, evidence: rest.evidence, since: day, expiresAt: rest.expiresAt },
  });
  return { kind: 'saved' };
}

type Identity = { tenantId: TenantId; principalId: PrincipalId };

/** null when nothing was attested of the identity; else by what the same person can take it back. */
export async function withdrawAttestation(identity: Identity): Promise<{ withdrawnAt: string } | null> {
  const actor = await requireActor('Pec.Support');
  const { db } = await database();
  const at = new Date().toISOString();
  if (!(await withdrawAttestedLink(db, identity, { at, by: actor.id }))) return null;
  await recordAudit(actor, {
    action: 'link-attestation',
    outcome: 'done',
    target: targetOf(identity),
    detail: { withdrawn: true },
  });
  return { withdrawnAt: at };
}

/** Takes a withdrawal back. False where it is not this person's, or something newer was said of the identity. */
export async function restoreAttestation(identity: Identity, withdrawnAt: string): Promise<boolean> {
  const actor = await requireActor('Pec.Support');
  const { db } = await database();
  if (!(await restoreAttestedLink(db, identity, { at: withdrawnAt, by: actor.id }))) return false;
  await recordAudit(actor, {
    action: 'link-attestation',
    outcome: 'done',
    target: targetOf(identity),
    detail: { withdrawn: false },
  });
  return true;
}

const targetOf = ({ tenantId, principalId }: Identity): string => `${tenantId}/${principalId}`;
