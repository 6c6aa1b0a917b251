import { useTexts } from '#language';
import { rights } from '#lib/texts/en/rights.ts';

type Right = keyof typeof rights;

// Rights are kept and told to programs in our own English words.
const KEYS = new Map(Object.entries(rights).map(([key, text]) => [text as string, key as Right]));

/** A missing right in the reader's language; what Azure or a later version called it as it stands. */
export function useRightText(): (right: string) => string {
  const t = useTexts('rights');
  return (right) => {
    const key = KEYS.get(right);
    return key === undefined ? right : t(key);
  };
}
