'use client';

import { useTexts } from '#language';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useTransition, type FormEvent, type ReactNode } from 'react';

type AddressFormProps = {
  /** The page and the parameter that the form's field writes. */
  path: string;
  name: string;
  value: string;
  pauseMs: number;
  role?: string;
  className: string;
  children: ReactNode;
};

type Field = HTMLInputElement | HTMLSelectElement;

/** Writes its field into the address as it changes and starts the list from its first page; without script an ordinary form. */
export function AddressForm({ path, name, value, pauseMs, children, ...looks }: AddressFormProps) {
  const t = useTexts('ui');
  const router = useRouter();
  const search = useSearchParams();
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isReady = useRef(false);
  const write = (text: string) => {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    next.delete(name);
    if (text !== '') next.set(name, text);
    // A choice is a step that going back undoes; letters typed one by one are not.
    const go = pauseMs === 0 ? router.push : router.replace;
    startTransition(() => go(`${path}?${next}`, { scroll: false }));
  };
  const agree = useEffectEvent((field: Field, wanted: string) => {
    const isFirst = !isReady.current;
    isReady.current = true;
    // What somebody chose before the script was there is written now, not lost.
    if (isFirst && field.value.trim() !== wanted) write(field.value.trim());
    // Follows the address when it changes elsewhere, such as by going back; never while somebody types.
    else if (document.activeElement !== field || field.type !== 'search') field.value = wanted;
  });
  useEffect(() => {
    const field = form.current?.querySelector<Field>(`[name=${name}]`);
    if (field) agree(field, value);
  }, [name, value]);
  const later = (event: FormEvent<HTMLFormElement>) => {
    // Only the form's one visible field changes; the others are hidden.
    const text = (event.target as Field).value.trim();
    clearTimeout(timer.current);
    timer.current = setTimeout(write, pauseMs, text);
  };
  return (
    <form ref={form} action={path} onChange={later} {...looks}>
      {children}
      {pending && <span data-loading="" role="status" aria-label={t('loading')} />}
    </form>
  );
}
