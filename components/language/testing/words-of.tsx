import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '#lib/texts/languages.ts';
import { InLanguage } from './in-language.tsx';

/** The words of what is shown, without its markup. */
export const wordsOf = (shown: ReactNode, language: Language = 'en'): string =>
  renderToStaticMarkup(<InLanguage language={language}>{shown}</InLanguage>).replaceAll(/<[^>]+>/g, '');
