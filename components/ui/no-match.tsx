import { useTexts } from '#language';
import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { BUTTON } from './button.ts';
import { EmptyState } from './empty-state.tsx';

type NoMatchProps = { title: string; clearHref: string; children: ReactNode };

/** The filters let nothing through: what to try, and the way back. */
export function NoMatch({ title, clearHref, children }: NoMatchProps) {
  const t = useTexts('ui');
  return (
    <EmptyState
      icon="search"
      title={title}
      action={
        <AppLink href={clearHref} className={BUTTON.plain}>
          {t('clearFilters')}
        </AppLink>
      }
    >
      <p>{children}</p>
    </EmptyState>
  );
}
