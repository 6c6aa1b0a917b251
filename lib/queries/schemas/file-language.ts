import { z } from 'zod';
import { LANGUAGES, PSEUDO } from '#lib/texts/languages.ts';

/** Of whoever reads the file. */
export const fileLanguage = z
  .enum([...LANGUAGES, PSEUDO])
  .optional()
  .meta({
    description:
      "Heads and sentences in this language, and CSV as its spreadsheets read it; without: this API's own names",
  });
