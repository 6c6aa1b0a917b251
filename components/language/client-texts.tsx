import 'server-only';
import type { ReactNode } from 'react';
import { areaTexts } from '#lib/texts/area-texts.ts';
import type { Area } from '#lib/texts/en/all-areas.ts';
import type { Language } from '#lib/texts/languages.ts';
import { useLanguage } from './in-server.ts';
import { LanguageProvider } from './language-provider.tsx';

type ClientTextsProps = { areas: readonly Area[]; children: ReactNode };

/** Areas that go together, of a language, as they are sent. */
const written = new Map<string, string>();

function writeTexts(language: Language, areas: readonly Area[]): string {
  const key = `${language} ${areas.join()}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(Object.fromEntries(areas.map((area) => [area, areaTexts(language, area)])));
  written.set(key, text);
  return text;
}

/** Sends the texts of these areas to the scripts inside it. */
export function ClientTexts({ areas, children }: ClientTextsProps) {
  const language = useLanguage();
  return (
    <LanguageProvider language={language} texts={writeTexts(language, areas)}>
      {children}
    </LanguageProvider>
  );
}
