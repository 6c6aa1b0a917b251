import { useTexts } from '#language';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { English } from '#lib/texts/en/all-areas.ts';
import { PageLink } from './page-link.tsx';

const PAGES: { href: string; name: keyof English['pages']; icon: IconName }[] = [
  { href: '/', name: 'overview', icon: 'overview' },
  { href: '/customers', name: 'customers', icon: 'customers' },
  { href: '/subscriptions', name: 'subscriptions', icon: 'subscriptions' },
  { href: '/gaps', name: 'gaps', icon: 'warn' },
  { href: '/costs', name: 'costs', icon: 'costs' },
  { href: '/links', name: 'links', icon: 'link' },
  { href: '/roles', name: 'roles', icon: 'roles' },
  { href: '/imports', name: 'imports', icon: 'imports' },
  { href: '/sync', name: 'sync', icon: 'sync' },
];

export function Navigation() {
  const t = useTexts('layout');
  const pages = useTexts('pages');
  return (
    <nav aria-label={t('pages')} className="-mx-1 overflow-x-auto lg:mx-0 lg:overflow-visible">
      <ul className="flex gap-1 px-1 lg:grid lg:gap-0.5 lg:px-0">
        {PAGES.map((page) => (
          <li key={page.href}>
            <PageLink
              href={page.href}
              className="flex items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm whitespace-nowrap low:py-1 text-soft hover:bg-subtle hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-medium aria-[current]:text-accent-strong aria-[current]:[scroll-initial-target:nearest]"
            >
              <Icon name={page.icon} className="size-4 max-sm:hidden" />
              {pages(page.name)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
