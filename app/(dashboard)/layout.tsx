import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Shell } from '#components/layout/shell.tsx';
import { THEME_COOKIE, parseTheme } from '#components/layout/theme.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { environmentLabel, partnerIds } = getAppInfo();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <Shell environmentLabel={environmentLabel} partnerIds={partnerIds} theme={theme}>
      {children}
    </Shell>
  );
}
