'use client';

import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import { KeptFields, type Kept } from './kept-fields.tsx';
import { useAddress } from './use-address.ts';

const PAUSE_MS = 250;

type SearchBoxProps = { label: string; placeholder: string; value: string; keep: Kept };

/** Writes `q` into the address while typing; without script it is an ordinary form. */
export function SearchBox({ label, placeholder, value, keep }: SearchBoxProps) {
  const { pathname, pending, write } = useAddress();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);
  // Follows the address when it changes elsewhere, such as by going back; never while somebody types.
  useEffect(() => {
    const input = field.current;
    if (input !== null && document.activeElement !== input) input.value = value;
  }, [value]);
  const later = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => write('q', text), PAUSE_MS);
  };
  return (
    <form action={pathname} role="search" className="relative w-full sm:w-72 print:hidden">
      <KeptFields keep={keep} />
      <Icon name="search" className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-faint" />
      <input
        ref={field}
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        onChange={(event) => later(event.target.value)}
        autoComplete="off"
        className="w-full rounded-md border border-line-strong bg-surface py-1.5 pr-3 pl-8.5 text-sm placeholder:text-faint"
      />
      {pending && <span data-loading="" role="status" aria-label="Loading" />}
    </form>
  );
}
