'use client';

import { useState } from 'react';

const SHOWN_MS = 1600;

/** Where copying of a text stands; browsers refuse it on pages without a secure address. */
export type Copying = 'idle' | 'copied' | 'failed';

export function useCopying(text: string): { state: Copying; copy: () => void } {
  const [state, setState] = useState<Copying>('idle');
  const write = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
    setTimeout(() => setState('idle'), SHOWN_MS);
  };
  return { state, copy: () => void write() };
}
