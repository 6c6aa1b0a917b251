'use client';

import { useTexts } from '#language';
import { useSearchParams } from 'next/navigation';
import { useRef, useState, type FormEvent } from 'react';
import { tell } from '#components/live/messages.ts';
import { useProblemText } from '#components/live/use-problem-text.ts';
import { BUTTON } from '#components/ui/button.ts';
import { Menu } from '#components/ui/menu.tsx';
import type { SavedView } from '#lib/queries/schemas/views.ts';
import { SavedViewList, type ReadViews } from './saved-view-list.tsx';
import { changeView, keepAgain, readViews } from './saved-views-api.ts';

/** Opens a menu of the page's named views; they are read when it is opened first. */
export function SavedViews({ path }: { path: string }) {
  const [read, setRead] = useState<ReadViews>({ kind: 'reading' });
  const [said, setSaid] = useState('');
  const t = useTexts('savedViews');
  const problemText = useProblemText();
  const search = useSearchParams();
  const list = useRef<HTMLDivElement>(null);
  const reload = async () => {
    const views = await readViews();
    setRead(
      views === null
        ? { kind: 'failed' }
        : { kind: 'read', views: views.filter((view) => view.path === path) },
    );
  };
  const keep = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const view = { path, search: keptPart(search), shared: fields.get('shared') !== null };
    const problem = await changeView('PUT', String(fields.get('name')), view);
    setSaid(problem === null ? t('saved') : problemText(problem));
    if (problem !== null) return;
    form.reset();
    await reload();
  };
  const forget = async (view: SavedView) => {
    const { name } = view;
    const problem = await changeView('DELETE', name, {});
    setSaid(problem === null ? '' : problemText(problem));
    // Its button goes with it.
    list.current?.focus();
    await reload();
    if (problem !== null) return;
    tell(t('forgotten', { name }), 'earn', async () => {
      const refused = await keepAgain(view);
      if (refused !== null) return { kind: 'refused', problem: refused };
      await reload();
      return { kind: 'undone', text: t('kept', { name }) };
    });
  };
  return (
    <Menu
      label={t('views')}
      className={BUTTON.plain}
      boxClassName="w-72 p-3"
      onToggle={(event) => event.newState === 'open' && read.kind !== 'read' && void reload()}
    >
      <div ref={list} tabIndex={-1} className="outline-none">
        <SavedViewList read={read} again={() => void reload()} forget={(view) => void forget(view)} />
      </div>
      <KeepForm said={said} keep={(form) => void keep(form)} />
    </Menu>
  );
}

/** Where in a list somebody stands is no part of a view. */
function keptPart(search: Iterable<[string, string]>): string {
  const kept = new URLSearchParams([...search]);
  kept.delete('cursor');
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}

type KeepFormProps = { said: string; keep: (form: HTMLFormElement) => void };

function KeepForm({ said, keep }: KeepFormProps) {
  const t = useTexts('savedViews');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    keep(event.currentTarget);
  };
  return (
    <form onSubmit={submit} className="mt-3 grid gap-2 border-t pt-3">
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
  );
}
