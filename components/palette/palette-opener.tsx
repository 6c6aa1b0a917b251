'use client';

import { useTexts } from '#language';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { isTypedInto } from '#components/ui/is-typed-into.ts';
import type { PlaceFor } from './palette-places.ts';
import { useFindKeys } from './use-find-keys.ts';

// Their scripts come when somebody opens them first.
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const Shortcuts = lazy(async () => ({ default: (await import('./shortcuts.tsx')).Shortcuts }));

/** Opens by its button or Ctrl+K, on a Mac Command+K; a question mark tells what further keys do. */
export function PaletteOpener({ who }: { who: readonly PlaceFor[] }) {
  const t = useTexts('palette');
  const findKeys = useFindKeys();
  const [isOpen, setOpen] = useState(false);
  const [isHelping, setHelping] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTypedInto(event.target)) setHelping(true);
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
        <kbd className="ml-auto rounded-sm border px-1 font-sans text-2xs whitespace-nowrap max-lg:hidden">
          {findKeys}
        </kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette who={who} close={() => setOpen(false)} />
        </Suspense>
      )}
      {isHelping && (
        <Suspense fallback={null}>
          <Shortcuts close={() => setHelping(false)} />
        </Suspense>
      )}
    </>
  );
}
