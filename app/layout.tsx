import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { getTexts, requestLanguage } from '#components/language/in-server.ts';
import { THEME_COOKIE, parseTheme } from '#components/layout/theme.ts';
import './globals.css';

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
});

const interExtended = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  variable: '--font-inter-ext',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F',
    },
  ],
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTexts('pages');
  return { title: { default: 'Pecboard', template: '%s · Pecboard' }, description: t('description') };
}

/** What scripts of every page may say. */
const EVERYWHERE = ['formats', 'session', 'ui'] as const;

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f9fa' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1216' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang={await requestLanguage()}
      className={`${inter.variable} ${interExtended.variable}`}
      data-theme={theme === 'system' ? undefined : theme}
    >
      <body className="font-sans antialiased">
        <ClientTexts areas={EVERYWHERE}>{children}</ClientTexts>
      </body>
    </html>
  );
}
