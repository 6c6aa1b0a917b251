'use client';

import { useTexts } from '#language';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#lib/texts/languages.ts';
import { findAnything } from './find-anything.ts';
import { placesFor, type PaletteEntry, type PlaceFor } from './palette-places.ts';

const PAUSE_MS = 120;
const SHORTEST = 2;

/** Pages, actions and languages whose words hold the text. */
function usePlacesNamed(text: string, who: readonly PlaceFor[]): PaletteEntry[] {
  const t = useTexts('palette');
  const wanted = text.trim().toLocaleLowerCase();
  const places = placesFor(who).map(({ kind, place, path, isWhole = false }): PaletteEntry => ({
    ...{ kind, path, isWhole, name: t(`places.${place}.name`), detail: t(`places.${place}.detail`) },
  }));
  const languages = LANGUAGES.map((language): PaletteEntry => ({
    ...{ kind: 'language', language, name: LANGUAGE_NAMES[language], detail: t('switchTo') },
  }));
  return [...places, ...languages].filter(({ name, detail }) =>
    `${name} ${detail}`.toLocaleLowerCase().includes(wanted),
  );
}

/** By the same form as the menu of languages, so that the page comes back whole. */
function chooseLanguage(language: Language): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/api/v1/language';
  const field = document.createElement('input');
  field.name = 'language';
  field.value = language;
  form.append(field);
  document.body.append(form);
  form.submit();
}

const keyOf = (entry: PaletteEntry): string =>
  entry.kind === 'language' ? entry.language : `${entry.kind} ${entry.path} ${entry.name}`;

type Answer = { text: string; found: PaletteEntry[] | null };

type Entries = {
  entries: PaletteEntry[];
  failed: boolean;
  /** How many of the first ones match what is typed: all once the server has answered. */
  matching: number;
  settled: boolean;
};

/** The entries of what is typed: pages and actions at once, the rest when the server has answered. */
function useEntries(text: string, who: readonly PlaceFor[]): Entries {
  const places = usePlacesNamed(text, who);
  const [answer, setAnswer] = useState<Answer>({ text: '', found: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < SHORTEST) return undefined;
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      const found = await findAnything(wanted, asked.signal);
      if (!asked.signal.aborted) setAnswer({ text: wanted, found });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [wanted]);
  const isAsked = wanted.length >= SHORTEST;
  // Until the next answer is there the last one stays, so that nothing flickers.
  const found = isAsked ? (answer.found ?? []) : [];
  const settled = !isAsked || answer.text === wanted;
  return {
    entries: [...places, ...found],
    failed: isAsked && answer.text === wanted && answer.found === null,
    matching: places.length + (settled ? found.length : 0),
    settled,
  };
}

type Choice = { entries: readonly PaletteEntry[]; current: number; matching: number; settled: boolean };

/**
 * Opens what is chosen. What still stands from the text before is opened only once it is known to match: without a
 * choice among it the best one is.
 */
function useEnter({ entries, current, matching, settled }: Choice, open: (entry: PaletteEntry) => void) {
  const held = useRef<string | null>(null);
  const openHeld = useEffectEvent(() => {
    const key = held.current;
    held.current = null;
    const entry = key === BEST ? entries[0] : entries.find((one) => keyOf(one) === key);
    if (key !== null && entry !== undefined) open(entry);
  });
  useEffect(() => {
    if (settled) openHeld();
  }, [settled]);
  const enter = () => {
    const entry = entries[current];
    if (entry !== undefined && current < matching) open(entry);
    else if (!settled) held.current = entry === undefined || current === 0 ? BEST : keyOf(entry);
  };
  const forget = () => {
    held.current = null;
  };
  return { enter, forget };
}

const BEST = '';

/** Pages, customers, subscriptions, roles and actions by name or id: a combobox over a list (WAI-ARIA). */
export function Palette({ who, close }: { who: readonly PlaceFor[]; close: () => void }) {
  const t = useTexts('palette');
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { entries, failed, matching, settled } = useEntries(text, who);
  const current = Math.min(chosen, entries.length - 1);
  const show = useEffectEvent(() => {
    // Closes by a click beside it, where the browser knows how.
    dialog.current?.setAttribute('closedby', 'any');
    dialog.current?.showModal();
  });
  useEffect(() => show(), []);
  const open = (entry: PaletteEntry) => {
    close();
    if (entry.kind === 'language') chooseLanguage(entry.language);
    else if (entry.isWhole === true) window.location.assign(entry.path);
    else router.push(entry.path);
  };
  const { enter, forget } = useEnter({ entries, current, matching, settled }, open);
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      const next = (current + step + entries.length) % entries.length;
      setChosen(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    }
  };
  return (
    <dialog
      ref={dialog}
      onClose={close}
      aria-label={t('label')}
      className="m-auto mt-[12vh] w-[min(40rem,calc(100vw-2rem))] overflow-hidden rounded-lg border bg-surface p-0 text-ink shadow-lift backdrop:bg-veil"
    >
      <input
        autoFocus
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${current}` : undefined}
        aria-label={t('label')}
        placeholder={t('placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
          forget();
        }}
        onKeyDown={onKey}
        className="w-full border-b bg-surface px-4 py-3 text-base outline-none placeholder:text-faint"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('results')}
        className="max-h-[50vh] overflow-y-auto p-1"
      >
        {entries.map((entry, index) => (
          <Entry
            key={keyOf(entry)}
            id={`${id}-${index}`}
            entry={entry}
            isChosen={index === current}
            open={() => open(entry)}
          />
        ))}
      </div>
      <p role="status" className="border-t px-4 py-2 text-xs text-faint">
        {failed ? t('failed') : entries.length === 0 && settled ? t('nothing') : t('hint')}
      </p>
    </dialog>
  );
}

type EntryProps = { id: string; entry: PaletteEntry; isChosen: boolean; open: () => void };

function Entry({ id, entry, isChosen, open }: EntryProps) {
  const t = useTexts('palette');
  return (
    <button
      type="button"
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={isChosen}
      onClick={open}
      className="flex w-full items-baseline text-left gap-3 rounded-md px-3 py-2 text-sm hover:bg-subtle aria-selected:bg-accent-wash"
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{entry.name}</span>
        <span className="block truncate text-xs text-faint">{entry.detail}</span>
      </span>
      <span className="text-xs text-faint">{t(`kinds.${entry.kind}`)}</span>
    </button>
  );
}
