'use client';

import { useTexts } from '#language';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';

// Its script comes when somebody opens it first.
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** Opens by its button or Ctrl+K, on a Mac Command+K. */
export function PaletteOpener() {
  const t = useTexts('palette');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex w-full items-center gap-2 rounded-md border border-line-strong bg-surface px-2 py-1.5 text-sm text-faint hover:text-ink"
      >
        <Icon name="search" className="size-4" />
        <span className="whitespace-nowrap max-sm:sr-only">{t('open')}</span>
        <kbd className="ml-auto rounded-sm border px-1 text-2xs whitespace-nowrap max-lg:hidden">Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
