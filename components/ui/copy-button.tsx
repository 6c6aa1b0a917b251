'use client';

import { useTexts } from '#language';
import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';
import { useCopying } from './use-copying.ts';

type CopyButtonProps = { text: string; label: string } & Pick<ComponentProps<'button'>, 'tabIndex'>;

export function CopyButton({ text, label, tabIndex }: CopyButtonProps) {
  const { state, copy } = useCopying(text);
  const t = useTexts('ui');
  const words = { idle: t('copy', { label }), copied: t('copied'), failed: t('notCopied') };
  return (
    <button
      type="button"
      tabIndex={tabIndex}
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
