'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import { LinkPending } from '#components/ui/link-pending.tsx';

const PAGES: { href: string; name: string; icon: IconName }[] = [
  { href: '/', name: 'Overview', icon: 'overview' },
  { href: '/customers', name: 'Customers', icon: 'customers' },
  { href: '/roles', name: 'Roles', icon: 'roles' },
  { href: '/sync', name: 'Sync', icon: 'sync' },
];

const isCurrent = (href: string, pathname: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);

export function Navigation() {
  const pathname = usePathname();
  return (
    <nav aria-label="Pages" className="-mx-1 overflow-x-auto lg:mx-0 lg:overflow-visible">
      <ul className="flex gap-1 px-1 lg:grid lg:gap-0.5 lg:px-0">
        {PAGES.map((page) => (
          <li key={page.href}>
            <Link
              href={page.href}
              prefetch={false}
              aria-current={
                isCurrent(page.href, pathname) ? (pathname === page.href ? 'page' : 'true') : undefined
              }
              className="flex items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm whitespace-nowrap text-soft hover:bg-subtle hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-medium aria-[current]:text-accent-strong"
            >
              <Icon name={page.icon} className="size-4 max-sm:hidden" />
              {page.name}
              <LinkPending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
