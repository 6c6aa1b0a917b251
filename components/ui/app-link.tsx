import Link from 'next/link';
import type { ComponentProps } from 'react';
import { LinkPending } from './link-pending.tsx';

/** A link inside the product: the page behind it is read from the database, so it is not fetched in advance. */
export function AppLink({ children, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...props}>
      {children}
      <LinkPending />
    </Link>
  );
}
