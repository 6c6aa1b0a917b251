import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { SessionKeeper } from '#components/auth/session-keeper.tsx';
import { SignedInAs } from '#components/auth/signed-in-as.tsx';
import { Shell } from '#components/layout/shell.tsx';
import { THEME_COOKIE, parseTheme } from '#components/layout/theme.ts';
import { MessageList } from '#components/live/message-list.tsx';
import { PaletteOpener } from '#components/palette/palette-opener.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSession } from '#lib/queries/session.ts';

const NO_SIGN_IN = 'No sign-in: everybody at this machine is its administrator';

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const session = await getSession();
  const { environmentLabel, partnerIds } = getAppInfo();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const banner = [environmentLabel, session.kind === 'local-admin' ? NO_SIGN_IN : null]
    .filter(Boolean)
    .join(' · ');
  return (
    <Shell
      environmentLabel={banner === '' ? null : banner}
      partnerIds={partnerIds}
      theme={theme}
      account={<SignedInAs session={session} />}
      finder={<PaletteOpener />}
    >
      {session.endsAt !== null && <SessionKeeper key={session.endsAt} endsAt={session.endsAt} />}
      {children}
      <MessageList />
    </Shell>
  );
}
