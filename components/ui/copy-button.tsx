'use client';

import { useTexts } from '#language';
import { Icon } from './icon.tsx';
import { useCopying } from './use-copying.ts';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const { state, copy } = useCopying(text);
  const t = useTexts('ui');
  const words = { idle: t('copy', { label }), copied: t('copied'), failed: t('notCopied') };
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={words[state]}
      title={state === 'failed' ? words.failed : undefined}
      className="grid size-6 place-items-center rounded-sm text-faint hover:bg-subtle hover:text-ink print:hidden"
    >
      <Icon name={ICONS[state]} className="size-3.5" />
    </button>
  );
}

const ICONS = { idle: 'copy', copied: 'done', failed: 'warn' } as const;
