'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Area } from '#lib/texts/en/all-areas.ts';
import type { AreaTexts } from '#lib/texts/format-message.ts';
import type { Language } from '#lib/texts/languages.ts';

export type LanguageState = { language: Language; texts: Readonly<Partial<Record<Area, AreaTexts>>> };

export const LanguageContext = createContext<LanguageState>({ language: 'en', texts: {} });

type LanguageProviderProps = LanguageState & { children: ReactNode };

/** Gives the script of everything inside the language and these areas, beside those from further out. */
export function LanguageProvider({ language, texts, children }: LanguageProviderProps) {
  const outer = useContext(LanguageContext).texts;
  const state = useMemo(() => ({ language, texts: { ...outer, ...texts } }), [language, outer, texts]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}
