'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';

/** Writes one parameter into the address and starts its list from the first page again. */
export function useAddress() {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const [pending, startTransition] = useTransition();

  const write = (name: string, text: string) => {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    if (text.trim() === '') next.delete(name);
    else next.set(name, text.trim());
    startTransition(() => router.replace(`${pathname}?${next}`, { scroll: false }));
  };
  return { pathname, pending, write };
}
