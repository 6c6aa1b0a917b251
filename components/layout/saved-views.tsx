'use client';

import { useTexts } from '#language';
import { useSearchParams } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { useProblemText } from '#components/live/use-problem-text.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import type { SavedView } from '#lib/queries/schemas/views.ts';
import { changeView, readViews } from './saved-views-api.ts';

/** Opens a menu of the page's named views; they are read when it is opened first. */
export function SavedViews({ path }: { path: string }) {
  const [views, setViews] = useState<SavedView[] | null>(null);
  const [said, setSaid] = useState('');
  const t = useTexts('savedViews');
  const problemText = useProblemText();
  const search = useSearchParams();
  const reload = async () => setViews((await readViews())?.filter((view) => view.path === path) ?? []);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const kept = new URLSearchParams(search);
    kept.delete('cursor');
    const text = kept.toString();
    const view = {
      path,
      search: text === '' ? '' : `?${text}`,
      shared: fields.get('shared') !== null,
    };
    const problem = await changeView('PUT', String(fields.get('name')), view);
    setSaid(problem === null ? t('saved') : problemText(problem));
    if (problem !== null) return;
    form.reset();
    await reload();
  };
  const forget = async (name: string) => {
    const problem = await changeView('DELETE', name, {});
    setSaid(problem === null ? '' : problemText(problem));
    await reload();
  };
  return (
    <details
      className="relative"
      onToggle={(event) => event.currentTarget.open && views === null && void reload()}
    >
      <summary className={`${BUTTON.plain} cursor-pointer list-none`}>{t('views')}</summary>
      <div className="absolute left-0 z-30 mt-1 grid w-72 gap-3 rounded-lg border bg-surface p-3 shadow-lift">
        {views === null && <p className="text-faint">{t('loading')}</p>}
        {views?.length === 0 && <p className="text-faint">{t('noViews')}</p>}
        <ul className="grid max-h-60 overflow-y-auto">
          {views?.map((view) => (
            <li key={`${view.own} ${view.name}`} className="flex items-baseline gap-2">
              <AppLink
                href={`${view.path}${view.search}`}
                className="min-w-0 flex-1 truncate rounded-sm px-1 py-1 hover:bg-subtle"
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
                  onClick={() => void forget(view.name)}
                  className="rounded-sm px-1.5 text-faint hover:text-ink"
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
        <form onSubmit={(event) => void save(event)} className="grid gap-2 border-t pt-3">
          <input
            name="name"
            required
            maxLength={80}
            aria-label={t('name')}
            placeholder={t('name')}
            autoComplete="off"
            className="rounded-md border border-line-strong bg-surface px-2.5 py-1.5"
          />
          <label className="flex items-center gap-2 text-xs text-soft">
            <input type="checkbox" name="shared" />
            {t('share')}
          </label>
          <button className={BUTTON.plain}>{t('save')}</button>
          <p role="status" className="text-xs text-faint empty:hidden">
            {said}
          </p>
        </form>
      </div>
    </details>
  );
}
