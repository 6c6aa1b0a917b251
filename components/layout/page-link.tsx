'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { LinkPending } from '#components/ui/link-pending.tsx';

type PageLinkProps = { href: string; className: string; children: ReactNode };

/** A link to one of the pages, which says whether this page is that one or below it. */
export function PageLink({ href, className, children }: PageLinkProps) {
  const pathname = usePathname();
  const below = href !== '/' && pathname.startsWith(`${href}/`);
  const current = pathname === href ? 'page' : below ? 'true' : undefined;
  return (
    <Link href={href} prefetch={false} aria-current={current} className={className}>
      {children}
      <LinkPending />
    </Link>
  );
}
