import 'server-only';
import type { ReactNode } from 'react';
import { areaTexts } from '#lib/texts/area-texts.ts';
import type { Area } from '#lib/texts/en/all-areas.ts';
import { useLanguage } from './in-server.ts';
import { LanguageProvider } from './language-provider.tsx';

type ClientTextsProps = { areas: readonly Area[]; children: ReactNode };

/** Sends the texts of these areas to the scripts inside it. */
export function ClientTexts({ areas, children }: ClientTextsProps) {
  const language = useLanguage();
  const texts = Object.fromEntries(areas.map((area) => [area, areaTexts(language, area)]));
  return (
    <LanguageProvider language={language} texts={texts}>
      {children}
    </LanguageProvider>
  );
}
