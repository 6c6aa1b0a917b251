import 'server-only';
import { canActForPeople } from '#lib/auth/on-behalf-of.ts';
import { requirePersonActor } from '#lib/auth/request-actor.ts';
import { config } from '#lib/config.ts';
import { listLinksRecordedBy } from '#lib/db/personal-links.ts';
import { queryContext } from './context.ts';
import { getSignInPage, type SignInPage } from './sign-in.ts';

export type OwnLinkPage = {
  signIn: SignInPage;
  /** Whether the server may act for people: its registration has a credential. */
  canAct: boolean;
  partnerIds: string[];
  managingTenantId: string;
  recorded: {
    tenantId: string;
    state: 'linked' | 'not-linked';
    partnerId: string | null;
    partnerName: string | null;
    checkedAt: string;
  }[];
};

/** A person's own links as they were last read; null where nobody signs in. */
export async function getOwnLinkPage(): Promise<OwnLinkPage | null> {
  const { signIn: settings, partner } = config();
  const signIn = getSignInPage();
  if (settings === null || signIn === null) return null;
  const actor = await requirePersonActor();
  const { db } = await queryContext();
  const recorded = (await listLinksRecordedBy(db, actor.id)).map(({ tenantId, checkedAt, link }) => ({
    tenantId,
    state: link.state,
    partnerId: link.state === 'linked' ? link.partnerId : null,
    partnerName: link.state === 'linked' ? link.partnerName : null,
    checkedAt,
  }));
  return {
    signIn,
    canAct: canActForPeople(settings),
    partnerIds: partner.partnerIds,
    managingTenantId: settings.tenantId,
    recorded,
  };
}
