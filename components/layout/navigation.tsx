import { Icon, type IconName } from '#components/ui/icon.tsx';
import { PageLink } from './page-link.tsx';

const PAGES: { href: string; name: string; icon: IconName }[] = [
  { href: '/', name: 'Overview', icon: 'overview' },
  { href: '/customers', name: 'Customers', icon: 'customers' },
  { href: '/subscriptions', name: 'Subscriptions', icon: 'subscriptions' },
  { href: '/gaps', name: 'Gaps', icon: 'warn' },
  { href: '/costs', name: 'Costs', icon: 'costs' },
  { href: '/links', name: 'Links', icon: 'link' },
  { href: '/roles', name: 'Roles', icon: 'roles' },
  { href: '/imports', name: 'Imports', icon: 'imports' },
  { href: '/sync', name: 'Sync', icon: 'sync' },
];

export const Navigation = () => (
  <nav aria-label="Pages" className="-mx-1 overflow-x-auto lg:mx-0 lg:overflow-visible">
    <ul className="flex gap-1 px-1 lg:grid lg:gap-0.5 lg:px-0">
      {PAGES.map((page) => (
        <li key={page.href}>
          <PageLink
            href={page.href}
            className="flex items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm whitespace-nowrap text-soft hover:bg-subtle hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-medium aria-[current]:text-accent-strong"
          >
            <Icon name={page.icon} className="size-4 max-sm:hidden" />
            {page.name}
          </PageLink>
        </li>
      ))}
    </ul>
  </nav>
);
