import type { ReactNode } from 'react';
import { areaTexts } from '#lib/texts/area-texts.ts';
import { en, type Area } from '#lib/texts/en/all-areas.ts';
import type { Language } from '#lib/texts/languages.ts';
import { LanguageProvider } from '../language-provider.tsx';

const AREAS = Object.keys(en) as Area[];

/** Everything inside may say everything, in this language. */
export function InLanguage({ language = 'en', children }: { language?: Language; children: ReactNode }) {
  const texts = JSON.stringify(Object.fromEntries(AREAS.map((area) => [area, areaTexts(language, area)])));
  return (
    <LanguageProvider language={language} texts={texts}>
      {children}
    </LanguageProvider>
  );
}
