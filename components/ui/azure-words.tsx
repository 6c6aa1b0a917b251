import { useTexts } from '#language';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type AzureWordsProps = { message: ReactNode; code: string | null; open: boolean; title?: string };

/** What Azure answered, word for word: long, so it opens on demand unless nothing else explains the failure. */
export function AzureWords({ message, code, open, title }: AzureWordsProps) {
  const t = useTexts('ui');
  return (
    <details open={open} className="min-w-0 text-soft">
      <summary className="inline-flex items-baseline gap-1 rounded-sm text-xs text-faint hover:text-ink">
        <Icon name="right" className="chevron-on-open size-3 self-start mt-[0.1875rem]" />
        <span className="min-w-0">
          {title ?? t('azureSaid')} {code !== null && <code className="font-mono break-words">{code}</code>}
        </span>
      </summary>
      <p className="pt-1 pl-4 text-xs break-words">{message}</p>
    </details>
  );
}
