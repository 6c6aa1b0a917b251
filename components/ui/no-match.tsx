import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { BUTTON } from './button.ts';
import { EmptyState } from './empty-state.tsx';

type NoMatchProps = { what: string; clearHref: string; children: ReactNode };

/** The filters let nothing through: what to try, and the way back. */
export const NoMatch = ({ what, clearHref, children }: NoMatchProps) => (
  <EmptyState
    icon="search"
    title={`No ${what} matches these filters`}
    action={
      <AppLink href={clearHref} className={BUTTON.plain}>
        Clear filters
      </AppLink>
    }
  >
    <p>{children}</p>
  </EmptyState>
);
