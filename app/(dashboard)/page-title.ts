import type { Metadata } from 'next';
import { getTexts } from '#components/language/in-server.ts';
import type { English } from '#lib/texts/en/all-areas.ts';

/** A page's title in the language of whoever asks. */
export const pageTitle = (page: keyof English['pages']) => async (): Promise<Metadata> => ({
  title: (await getTexts('pages'))(page),
});
