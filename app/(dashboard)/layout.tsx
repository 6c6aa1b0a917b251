import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { getTexts } from '#components/language/in-server.ts';
import { SessionKeeper } from '#components/auth/session-keeper.tsx';
import { SignedInAs } from '#components/auth/signed-in-as.tsx';
import { Shell } from '#components/layout/shell.tsx';
import { THEME_COOKIE, parseTheme } from '#components/layout/theme.ts';
import { MessageList } from '#components/live/message-list.tsx';
import { WorkIndicator } from '#components/live/work-indicator.tsx';
import { PaletteOpener } from '#components/palette/palette-opener.tsx';
import type { PlaceFor } from '#components/palette/palette-places.ts';
import { includesRole, isRole } from '#lib/auth/roles.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSession, type SessionInfo } from '#lib/queries/session.ts';

/** What scripts of every signed-in page may say. */
const ON_EVERY_PAGE = ['answers', 'grid', 'live', 'palette', 'savedViews'] as const;

/** Which further places of ours are for whoever is signed in. */
function placesOf({ kind, roles }: SessionInfo): PlaceFor[] {
  const held = roles.filter(isRole);
  return [
    ...(kind === 'person' ? ['person' as const] : []),
    ...(includesRole(held, 'Pec.Support') ? ['support' as const] : []),
    ...(includesRole(held, 'Pec.Admin') ? ['admin' as const] : []),
  ];
}

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await getSession();
  const { environmentLabel, partnerIds } = getAppInfo();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const t = await getTexts('layout');
  const banner = [environmentLabel, session.kind === 'local-admin' ? t('noSignIn') : null]
    .filter(Boolean)
    .join(' · ');
  return (
    <ClientTexts areas={ON_EVERY_PAGE}>
      <Shell
        environmentLabel={banner === '' ? null : banner}
        partnerIds={partnerIds}
        theme={theme}
        account={<SignedInAs session={session} />}
        finder={<PaletteOpener who={placesOf(session)} />}
        work={<WorkIndicator />}
      >
        {session.endsAt !== null && <SessionKeeper key={session.endsAt} endsAt={session.endsAt} />}
        {children}
        <MessageList />
      </Shell>
    </ClientTexts>
  );
}
