'use client';

import { useState } from 'react';
import { BUTTON } from './button.ts';
import { Icon } from './icon.tsx';

const SHOWN_MS = 1600;

/** A button that copies a long text and says so. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <button type="button" onClick={() => void copy()} aria-live="polite" className={BUTTON.plain}>
      <Icon name={copied ? 'done' : 'copy'} />
      {copied ? 'Copied' : `Copy ${label}`}
    </button>
  );
}
