'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';

type PageLinkProps = { href: string; className: string; children: ReactNode };

/** A link to one of the pages, which says whether this page is that one or below it. */
export function PageLink({ href, className, children }: PageLinkProps) {
  const pathname = usePathname();
  const below = href !== '/' && pathname.startsWith(`${href}/`);
  const current = pathname === href ? 'page' : below ? 'true' : undefined;
  return (
    <AppLink href={href} aria-current={current} className={className}>
      {children}
    </AppLink>
  );
}
