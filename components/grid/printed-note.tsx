import { useTexts } from '#language';
import { useSyncExternalStore } from 'react';

const PRINT = 'print';

function onPrintChange(tell: () => void): () => void {
  const media = matchMedia(PRINT);
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
}

/** Paper shows the rows that are drawn, and says so. Written when it is printed: numbers in words take time to begin with. */
export function PrintedNote({ first, last, total }: { first: number; last: number; total: number }) {
  const t = useTexts('grid');
  const isPrinted = useSyncExternalStore(
    onPrintChange,
    () => matchMedia(PRINT).matches,
    () => false,
  );
  if (!isPrinted) return null;
  return <p className="grid-printed">{t('printed', { first: first + 1, last: last + 1, total })}</p>;
}
