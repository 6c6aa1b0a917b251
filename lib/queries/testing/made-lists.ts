import type { Cause } from '#lib/core/causes.ts';
import type { Change } from '#lib/core/changes.ts';
import type { Lead } from '#lib/core/findings.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import type { Verdict } from '#lib/core/statuses.ts';
import {
  authorization,
  delegation,
  identity,
  justInTime,
  linked,
  OTHER_PARTNER_ID,
  ROLES,
} from '#lib/core/testing/made-facts.ts';
import { saveChanges } from '#lib/db/changes.ts';
import type { Db } from '#lib/db/db.ts';
import { saveDelegations } from '#lib/db/delegations.ts';
import { saveIdentities, saveLinks } from '#lib/db/directory.ts';
import { saveFindingMonths, saveFindingSteps } from '#lib/db/findings.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { coverSubscriptions, saveRead, withTenant } from '#lib/db/testing/made-reads.ts';
import { ALDER, AT, BIRCH, LEGACY, MONTH, SHOP, WAREHOUSE } from './made-month.ts';

export const CHANGES_AT = ['2026-11-19T01:00:00.000Z', '2026-11-21T01:00:00.000Z'] as const;
export const CAUSES_FOUND = ['no-access', 'role-not-earning', 'principal-not-linked'] as const;

const FOUND: readonly (readonly [TenantId, SubscriptionId, Cause])[] = [
  [ALDER, SHOP, 'role-not-earning'],
  [ALDER, LEGACY, 'no-access'],
  [BIRCH, WAREHOUSE, 'no-access'],
];

/** Findings of the made month, each led by its subscription's money. */
export async function saveMadeFindings(db: Db): Promise<void> {
  for (const [index, [tenantId, subscriptionId, cause]] of FOUND.entries()) {
    const newId = () => `00000009-0000-4000-8000-00000000000${index}`;
    const opens = { kind: 'open', subscriptionId, cause, verdict: 'not-earning', since: null } as const;
    const lead: Lead = {
      ...{ subscriptionId, cause, verdict: 'not-earning', access: 'not-covered', credit: 'not-credited' },
      ...{ alsoCauses: [], since: null },
    };
    await writeLists(db, async (tx) => {
      await saveFindingSteps(tx, { period: MONTH, at: AT, newId }, [{ tenantId, steps: [opens], held: [] }]);
      await saveFindingMonths(tx, MONTH, [{ tenantId, leads: [lead] }]);
    });
  }
}

/** Changes of two days: what both customers lost, and one of Alder as a whole. */
export async function saveMadeChanges(db: Db): Promise<void> {
  const lost = (subscriptionId: SubscriptionId, verdict: Verdict): Change => ({
    ...{ kind: 'verdict-changed', subscriptionId, source: 'judge' },
    ...{ before: { verdict: 'earning' }, after: { verdict } },
  });
  const refused: Change = {
    ...{ kind: 'source-refused', subscriptionId: null, before: null, after: null, source: 'delegations' },
  };
  const seen = { managingTenantId: '', subscriptions: [], links: [], refused: [], read: [] };
  await writeLists(db, async (tx) => {
    await saveChanges(tx, CHANGES_AT[0], [{ tenantId: ALDER, changes: [lost(SHOP, 'partial')], seen }]);
    await saveChanges(tx, CHANGES_AT[1], [
      { tenantId: ALDER, changes: [refused, lost(LEGACY, 'not-earning')], seen },
      { tenantId: BIRCH, changes: [lost(WAREHOUSE, 'not-earning')], seen },
    ]);
  });
}

/** Identities in use: one linked to us, one to somebody else, one of which nothing is known. */
export async function saveMadeDelegations(db: Db): Promise<void> {
  const { reader, supportRequestContributor: earning } = ROLES;
  const now = new Date().toISOString();
  const key = { tenantId: '', period: '', scope: '' } as const;
  const authorizations = [authorization(1, earning), authorization(2, earning), authorization(3, reader)];
  const made = (subscriptionId: SubscriptionId) =>
    delegation(
      { authorizations, justInTime: [justInTime(1, earning)] },
      { id: `/assignments/${subscriptionId}`, subscriptionId },
    );
  await saveRead(db, { source: 'delegations', ...key }, now, {
    save: async (readId) => {
      await coverSubscriptions(db, readId, SHOP, WAREHOUSE);
      await saveDelegations(db, readId, withTenant(ALDER, made(SHOP), made(WAREHOUSE)));
    },
  });
  await saveRead(db, { source: 'identities', ...key }, now, {
    save: (readId) => saveIdentities(db, readId, [identity(1), identity(2), identity(3)]),
  });
  await saveRead(db, { source: 'partner-links', ...key }, now, {
    save: (readId) =>
      saveLinks(
        db,
        readId,
        [linked(1), linked(2, OTHER_PARTNER_ID)].map((link) => ({
          ...link,
          checkedAt: now,
          credential: `credential ${link.principalId}`,
        })),
      ),
  });
}
