import 'server-only';
import type { Caller } from '#lib/azure/caller.ts';
import { AzureFailure } from '#lib/azure/failure.ts';
import { applyLinkChange, type LinkChange } from '#lib/azure/partner-link/change.ts';
import { readPartnerLink } from '#lib/azure/partner-link/read.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { recordAudit } from '#lib/auth/audit.ts';
import { config } from '#lib/config.ts';
import type { PartnerLink } from '#lib/core/facts.ts';
import type { PartnerId, TenantId } from '#lib/core/ids.ts';
import { database } from '#lib/db/client.ts';
import { savePersonalLink } from '#lib/db/personal-links.ts';
import { openAccess } from './person-access.ts';

export type OwnLink = { link: PartnerLink['link']; tenantId: string; principalId: string; checkedAt: string };

export type OwnLinkResult =
  | { kind: 'read'; own: OwnLink }
  | { kind: 'not-configured' }
  | { kind: 'token-refused'; fault: string }
  | { kind: 'foreign-partner-id' }
  | { kind: 'consent-required' | 'refused-by-azure'; message: string };

type Asked = { accessToken: string | null; tenantId: TenantId | null };
type Action = 'link-check' | 'link-change' | 'link-removal';

/** Reads the link of the person who asks, in the managing tenant or another. */
export const checkOwnLink = (asked: Asked): Promise<OwnLinkResult> =>
  withAccess(asked, 'link-check', () => Promise.resolve(null));

/** Links the person to one of our location partner IDs, or changes a link that is there. */
export function setOwnLink(asked: Asked, partnerId: PartnerId): Promise<OwnLinkResult> {
  const { partnerIds } = config().partner;
  // A link to somebody else's id, or to the global one, earns nothing for us.
  if (!partnerIds.includes(partnerId)) return Promise.resolve({ kind: 'foreign-partner-id' });
  return withAccess(asked, 'link-change', async (before) => {
    if (before.state === 'not-linked') return { kind: 'create', partnerId };
    return before.partnerId === partnerId ? null : { kind: 'change', partnerId };
  });
}

export const removeOwnLink = (asked: Asked): Promise<OwnLinkResult> =>
  withAccess(asked, 'link-removal', async (before) =>
    before.state === 'linked' ? { kind: 'remove', partnerId: before.partnerId } : null,
  );

type Decide = (before: PartnerLink['link']) => Promise<LinkChange | null>;

async function withAccess(asked: Asked, action: Action, decide: Decide): Promise<OwnLinkResult> {
  const access = await openAccess(asked.accessToken, asked.tenantId);
  if (access.kind !== 'ready') return access;
  const { actor, caller } = access;
  try {
    const before = await readOwn(caller, actor);
    const change = await decide(before.link);
    if (change !== null) await applyLinkChange(caller, change);
    const after = change === null ? before : await readOwn(caller, actor);
    await save(actor, after);
    await recordAudit(actor, {
      action,
      outcome: 'done',
      target: caller.tenantId,
      detail: { before: idOf(before), after: idOf(after) },
    });
    return { kind: 'read', own: shown(after) };
  } catch (error) {
    const failed = failureOf(error);
    if (failed === null) throw error;
    const detail = { message: failed.message };
    await recordAudit(actor, { action, outcome: 'failed', target: caller.tenantId, detail });
    return failed;
  }
}

const readOwn = (caller: Caller, { name }: Actor): Promise<PartnerLink> =>
  readPartnerLink(caller, { displayName: name, how: 'on-behalf-of' });

const idOf = ({ link }: PartnerLink): string | null => (link.state === 'linked' ? link.partnerId : null);

const shown = ({ link, tenantId, principalId, checkedAt }: PartnerLink): OwnLink => ({
  link,
  tenantId,
  principalId,
  checkedAt,
});

async function save(actor: Actor, link: PartnerLink): Promise<void> {
  const { db } = await database();
  await savePersonalLink(db, {
    ...link,
    how: 'on-behalf-of',
    recordedBy: actor.id,
    recordedByName: actor.name,
    evidence: null,
    expiresAt: null,
  });
}

/** Entra and Azure say best themselves why they refused. */
function failureOf(error: unknown): Extract<OwnLinkResult, { message: string }> | null {
  if (!(error instanceof AzureFailure)) return null;
  const kind = error.kind === 'no-consent' ? 'consent-required' : 'refused-by-azure';
  return { kind, message: error.message };
}
