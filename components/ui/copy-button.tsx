'use client';

import { useState } from 'react';
import { Icon } from './icon.tsx';

const SHOWN_MS = 1600;

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <button
      type="button"
      onClick={() => void copy()}
      aria-label={copied ? 'Copied' : `Copy ${label}`}
      className="grid size-6 place-items-center rounded-sm text-faint hover:bg-subtle hover:text-ink print:hidden"
    >
      <Icon name={copied ? 'done' : 'copy'} className="size-3.5" />
    </button>
  );
}
