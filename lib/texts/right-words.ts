import { rights } from './en/rights.ts';
import type { Translator } from './translator.ts';

type Right = keyof typeof rights;

/** Rights are stored and told to programs in English. */
const RIGHT_OF = new Map(
  Object.entries(rights).map(([right, english]) => [english as string, right as Right]),
);

/** A missing right in words; one of later versions as it is called there. */
export function rightWords(t: Translator<'rights'>, english: string): string {
  const right = RIGHT_OF.get(english);
  return right === undefined ? english : t(right);
}
