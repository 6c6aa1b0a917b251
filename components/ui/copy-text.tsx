'use client';

import { useTexts } from '#language';
import { BUTTON } from './button.ts';
import { Icon } from './icon.tsx';
import { useCopying } from './use-copying.ts';

/** A button that copies a long text and says so. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const { state, copy } = useCopying(text);
  const t = useTexts('ui');
  const words = { idle: t('copy', { label }), copied: t('copied'), failed: t('notCopied') };
  return (
    <button type="button" onClick={copy} aria-live="polite" className={BUTTON.plain}>
      <Icon name={state === 'copied' ? 'done' : 'copy'} />
      {words[state]}
    </button>
  );
}
