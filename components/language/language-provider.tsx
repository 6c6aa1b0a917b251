'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Area } from '#lib/texts/en/all-areas.ts';
import type { AreaTexts } from '#lib/texts/format-message.ts';
import type { Language } from '#lib/texts/languages.ts';

export type LanguageState = { language: Language; texts: Readonly<Partial<Record<Area, AreaTexts>>> };

export const LanguageContext = createContext<LanguageState>({ language: 'en', texts: {} });

type LanguageProviderProps = Pick<LanguageState, 'language'> & {
  /** Areas as JSON: one text, which React does not go through message by message wherever it writes or reads it. */
  texts: string;
  children: ReactNode;
};

/** Each text is read once, in the browser and on the server. */
const read = new Map<string, LanguageState['texts']>();

function readTexts(written: string): LanguageState['texts'] {
  // Only ClientTexts writes them, of the areas of that type.
  const texts = read.get(written) ?? (JSON.parse(written) as LanguageState['texts']);
  read.set(written, texts);
  return texts;
}

/** Gives the script of everything inside the language and these areas, beside those from further out. */
export function LanguageProvider({ language, texts, children }: LanguageProviderProps) {
  const outer = useContext(LanguageContext).texts;
  const state = useMemo(
    () => ({ language, texts: { ...outer, ...readTexts(texts) } }),
    [language, outer, texts],
  );
  return <LanguageContext value={state}>{children}</LanguageContext>;
}
