import { useTexts } from '#language';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Also where print is only shown, as tools for developers do, which tells no page before. */
function usePrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const media = matchMedia('print');
    // At once: the paper is laid out when this returns.
    const begin = (): void => flushSync(() => setPrinted(true));
    const end = (): void => setPrinted(false);
    const follow = (): void => setPrinted(media.matches);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    media.addEventListener('change', follow);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      media.removeEventListener('change', follow);
    };
  }, []);
  return isPrinted;
}

/** Paper shows the rows that are drawn, and says so. Written when it is printed: numbers in words take time to begin with. */
export function PrintedNote({ first, last, total }: { first: number; last: number; total: number }) {
  const t = useTexts('grid');
  const isPrinted = usePrinted();
  if (!isPrinted) return null;
  return <p className="grid-printed">{t('printed', { first: first + 1, last: last + 1, total })}</p>;
}
