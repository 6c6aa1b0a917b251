import { useTexts } from '#language';
import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { BUTTON } from './button.ts';
import { EmptyState } from './empty-state.tsx';

type NoMatchProps = { what: string; clearHref: string; children: ReactNode };

/** The filters let nothing through: what to try, and the way back. */
export function NoMatch({ what, clearHref, children }: NoMatchProps) {
  const t = useTexts('ui');
  return (
    <EmptyState
      icon="search"
      title={t('noMatch', { what })}
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
