import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { PartnerLink } from '#lib/core/facts.ts';
import type { PartnerId, PrincipalId, TenantId } from '#lib/core/ids.ts';
import type { Instant } from '#lib/core/periods.ts';
import { takeExcluded, type Db } from './db.ts';
import { writeLists } from './list-versions.ts';
import { personalLinks } from './schema-auth.ts';

export type PersonalLink = PartnerLink & {
  how: 'on-behalf-of' | 'attested';
  recordedBy: string;
  recordedByName: string;
  evidence: string | null;
  expiresAt: Instant | null;
};

type Row = Omit<typeof personalLinks.$inferSelect, 'withdrawnAt' | 'withdrawnBy'>;

/** The newest word on an identity replaces the one before; the audit keeps them all. */
export async function savePersonalLink(db: Db, { link, ...row }: PersonalLink): Promise<void> {
  await writeLists(db, async (tx) => {
    const isLinked = link.state === 'linked';
    await tx
      .insert(personalLinks)
      .values({
        ...row,
        linked: isLinked,
        partnerId: isLinked ? link.partnerId : null,
        partnerName: isLinked ? link.partnerName : null,
        since: isLinked ? link.since : null,
      })
      .onConflictDoUpdate({
        target: [personalLinks.tenantId, personalLinks.principalId, personalLinks.how],
        set: takeExcluded(personalLinks, ['tenantId', 'principalId', 'how']),
      });
  });
}

export type AttestedIdentity = { tenantId: string; principalId: string };
export type Withdrawal = { at: Instant; by: string };

const isAttested = ({ tenantId, principalId }: AttestedIdentity) =>
  and(
    eq(personalLinks.tenantId, tenantId),
    eq(personalLinks.principalId, principalId),
    eq(personalLinks.how, 'attested'),
  );

/** True when there was one that counted. */
export const withdrawAttestedLink = (db: Db, identity: AttestedIdentity, { at, by }: Withdrawal) =>
  writeLists(db, async (tx) => {
    const gone = await tx
      .update(personalLinks)
      .set({ withdrawnAt: at, withdrawnBy: by })
      .where(and(isAttested(identity), isNull(personalLinks.withdrawnAt)))
      .returning({ tenantId: personalLinks.tenantId });
    return gone.length > 0;
  });

/** True when that withdrawal still stood: a newer word on the identity takes its place. */
export const restoreAttestedLink = (db: Db, identity: AttestedIdentity, { at, by }: Withdrawal) =>
  writeLists(db, async (tx) => {
    const back = await tx
      .update(personalLinks)
      .set({ withdrawnAt: null, withdrawnBy: null })
      .where(and(isAttested(identity), eq(personalLinks.withdrawnAt, at), eq(personalLinks.withdrawnBy, by)))
      .returning({ tenantId: personalLinks.tenantId });
    return back.length > 0;
  });

/** Links that still count: checked since `checkedAfter`, or attested and not yet expired. Attested ones come first. */
export async function listPersonalLinks(
  db: Db,
  { now, checkedAfter }: { now: Instant; checkedAfter: Instant },
): Promise<PersonalLink[]> {
  const checked = and(eq(personalLinks.how, 'on-behalf-of'), gt(personalLinks.checkedAt, checkedAfter));
  const attested = and(
    eq(personalLinks.how, 'attested'),
    gt(personalLinks.expiresAt, now),
    isNull(personalLinks.withdrawnAt),
  );
  const rows = await db
    .select()
    .from(personalLinks)
    .where(or(checked, attested))
    .orderBy(asc(personalLinks.how));
  return rows.map(linkOf);
}

export async function listLinksRecordedBy(db: Db, personId: string): Promise<PersonalLink[]> {
  const rows = await db
    .select()
    .from(personalLinks)
    .where(and(eq(personalLinks.recordedBy, personId), eq(personalLinks.how, 'on-behalf-of')))
    .orderBy(asc(personalLinks.tenantId));
  return rows.map(linkOf);
}

function linkOf({ linked, partnerId, partnerName, since, ...row }: Row): PersonalLink {
  return {
    ...row,
    // The ids were parsed before they were stored.
    tenantId: row.tenantId as TenantId,
    principalId: row.principalId as PrincipalId,
    link:
      linked && partnerId !== null
        ? { state: 'linked', partnerId: partnerId as PartnerId, partnerName, since }
        : { state: 'not-linked' },
  };
}
