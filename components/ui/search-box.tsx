'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useRef, useTransition } from 'react';
import { Icon } from './icon.tsx';

const PAUSE_MS = 250;

type SearchBoxProps = { label: string; placeholder: string; value: string; keep: Record<string, string> };

/** Writes `q` into the address while typing; without script it is an ordinary form. */
export function SearchBox({ label, placeholder, value, keep }: SearchBoxProps) {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = (text: string) => {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    if (text.trim() === '') next.delete('q');
    else next.set('q', text.trim());
    startTransition(() => router.replace(`${pathname}?${next}`, { scroll: false }));
  };
  const later = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show(text), PAUSE_MS);
  };

  return (
    <form action={pathname} role="search" className="relative w-full sm:w-72">
      {Object.entries(keep).map(([name, kept]) => (
        <input key={name} type="hidden" name={name} value={kept} />
      ))}
      <Icon name="search" className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-faint" />
      <input
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
