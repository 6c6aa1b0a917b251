import { useTexts } from '#language';
import type { MouseEvent } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import type { SavedView } from '#lib/queries/schemas/views.ts';

/** What was not read is told apart from there being none. */
export type ReadViews =
  | { kind: 'reading' }
  | { kind: 'failed' }
  | { kind: 'read'; views: readonly SavedView[] };

type SavedViewListProps = { read: ReadViews; again: () => void; forget: (view: SavedView) => void };

/** The views to open; one's own can be forgotten. */
export function SavedViewList({ read, again, forget }: SavedViewListProps) {
  const t = useTexts('savedViews');
  if (read.kind === 'reading') return <p className="text-faint">{t('loading')}</p>;
  if (read.kind === 'failed') {
    return (
      <p role="alert" className="text-miss">
        {t('failed')}{' '}
        <button type="button" className="link" onClick={again}>
          {t('again')}
        </button>
      </p>
    );
  }
  if (read.views.length === 0) return <p className="text-faint">{t('noViews')}</p>;
  return (
    <ul className="grid max-h-60 overflow-y-auto">
      {read.views.map((view) => (
        <li key={`${view.own} ${view.name}`} className="flex items-baseline gap-2">
          <AppLink
            href={`${view.path}${view.search}`}
            className="min-w-0 flex-1 truncate rounded-sm px-1 py-1 hover:bg-subtle"
            onClick={closeMenu}
          >
            {view.name}
            {!view.own && (
              <span className="block text-xs text-faint">
                {view.owner === null ? t('sharedBySomebody') : t('shared', { owner: view.owner })}
              </span>
            )}
          </AppLink>
          {view.own && (
            <button
              type="button"
              aria-label={t('forget', { name: view.name })}
              onClick={() => forget(view)}
              className="rounded-sm px-1.5 text-faint hover:text-ink"
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const closeMenu = (event: MouseEvent<HTMLElement>): void =>
  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
