'use client';

import { useTexts } from '#language';
import { useState } from 'react';
import { BUTTON } from '#components/ui/button.ts';

type CopyState = 'ready' | 'copying' | 'copied' | 'failed';

const TEXTS = {
  ready: 'copyFacts',
  copying: 'copying',
  copied: 'copied',
  failed: 'notCopied',
} as const;

const SHOWN_MS = 2400;

async function copyFrom(url: string): Promise<CopyState> {
  try {
    const response = await fetch(url);
    if (!response.ok) return 'failed';
    await navigator.clipboard.writeText(await response.text());
    return 'copied';
  } catch {
    return 'failed';
  }
}

/** The facts are large, so they are fetched when somebody wants them. */
export function CopyFacts({ url }: { url: string }) {
  const t = useTexts('live');
  const [state, setState] = useState<CopyState>('ready');
  const copy = async () => {
    setState('copying');
    setState(await copyFrom(url));
    setTimeout(() => setState('ready'), SHOWN_MS);
  };
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <a href={url} target="_blank" rel="noreferrer" className="link text-sm">
        {t('openFile')}
      </a>
      <button
        type="button"
        onClick={() => void copy()}
        disabled={state === 'copying'}
        aria-live="polite"
        className={BUTTON.plain}
      >
        {t(TEXTS[state])}
      </button>
    </div>
  );
}
