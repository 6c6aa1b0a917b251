'use client';

import { useTexts } from '#language';
import { isTypedInto } from './is-typed-into.ts';
import { useRouter, useSearchParams } from 'next/navigation';
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useTransition,
  type FormEvent,
  type ReactNode,
} from 'react';
import { useSearchAhead } from '#components/grid/search-ahead.tsx';

type AddressFormProps = {
  path: string;
  /** What the address holds of each field of the form; '' for a field that asks for nothing. */
  values: Readonly<Record<string, string>>;
  className: string;
  children: ReactNode;
};

type Field = HTMLInputElement | HTMLSelectElement;

/** Where rows are shown as they are found, the page around them follows when typing pauses for as long. */
const PAUSE_MS = 600;

/**
 * Writes its fields into the address as they change and starts the list from its first page; without script an
 * ordinary form. While an answer is under way the next question waits for it, so that typing asks one at a time.
 */
export function AddressForm({ path, values, children, className }: AddressFormProps) {
  const t = useTexts('ui');
  const router = useRouter();
  const search = useSearchParams();
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const isReady = useRef(false);
  const isBehind = useRef(false);
  /** What the values are once the address that was asked for last is there. */
  const written = useRef('');
  const ahead = useSearchAhead();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typing, setTyping] = useState(false);
  const write = (how: 'push' | 'replace') => {
    if (form.current === null) return;
    clearTimeout(pause.current);
    setTyping(false);
    isBehind.current = false;
    const asked = askedBy(form.current);
    const next = searchWith(search, asked);
    written.current = JSON.stringify(Object.fromEntries(asked));
    const address = next.size === 0 ? path : `${path}?${next}`;
    if (`${next}` === `${search}`) ahead?.forget();
    else startTransition(() => router[how](address, { scroll: false }));
  };
  const type = () => {
    if (ahead === null || form.current === null) {
      if (pending) isBehind.current = true;
      else write('replace');
      return;
    }
    isBehind.current = true;
    clearTimeout(pause.current);
    const rest = () => setTyping(false);
    setTyping(true);
    pause.current = setTimeout(rest, PAUSE_MS);
    void ahead.look(searchWith(search, askedBy(form.current))).then((isShown) => isShown || rest());
  };
  const agree = useEffectEvent((told: string) => {
    // What the values were when they changed last.
    const wanted = JSON.parse(told) as Record<string, string>;
    const isFirst = !isReady.current;
    isReady.current = true;
    const fields = form.current === null ? [] : fieldsOf(form.current);
    // What somebody chose before the script was there is written now, not lost.
    if (isFirst && fields.some(({ name, value }) => value.trim() !== (wanted[name] ?? ''))) write('push');
    // Follows the address when it changes elsewhere, such as by going back; not where somebody has gone on since.
    else if (!isFirst && !isBehind.current && told !== written.current) {
      for (const field of fields) field.value = wanted[field.name] ?? '';
    }
    if (!isBehind.current) written.current = '';
  });
  const told = JSON.stringify(values);
  useEffect(() => agree(told), [told]);
  const catchUp = useEffectEvent((isWaiting: boolean) => {
    if (isWaiting) return;
    if (isBehind.current) write('replace');
    else ahead?.forget();
  });
  useEffect(() => catchUp(pending || typing), [pending, typing]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const leave = useEffectEvent((event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('a[href]') === null) return;
    clearTimeout(pause.current);
    isBehind.current = false;
    setTyping(false);
    for (const field of form.current === null ? [] : fieldsOf(form.current))
      field.value = values[field.name] ?? '';
  });
  // Whoever follows a link while typing goes where the link leads, not where the letters would have.
  useEffect(() => {
    if (!typing) return undefined;
    const onClick = (event: MouseEvent) => leave(event);
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [typing]);
  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>('[type=search]');
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target))
        return;
      event.preventDefault();
      field?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const field = event.target as Field; // Only fields change.
    // Half of a character that is being composed asks for nothing.
    if ('isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true) return;
    // A choice is a step that going back undoes; letters typed one by one are not.
    if (field.type === 'search') type();
    else if (pending) isBehind.current = true;
    else write('push');
  };
  return (
    <form
      ref={form}
      action={path}
      role="search"
      className={className}
      onInput={onInput}
      onCompositionEnd={type}
      onSubmit={(event) => {
        event.preventDefault();
        write('replace');
      }}
    >
      {children}
      {pending && <span data-loading="" role="status" aria-label={t('loading')} />}
    </form>
  );
}

const fieldsOf = (form: HTMLFormElement): Field[] => [
  ...form.querySelectorAll<Field>('input[type=search], select'),
];

const askedBy = (form: HTMLFormElement): [string, string][] =>
  fieldsOf(form).map(({ name, value }) => [name, value.trim()]);

/** The address with what the fields ask for, from the first page on. */
function searchWith(search: URLSearchParams, asked: readonly [string, string][]): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('cursor');
  for (const [name, value] of asked) {
    next.delete(name);
    if (value !== '') next.set(name, value);
  }
  return next;
}
