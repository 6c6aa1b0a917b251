import { useTexts } from '#language';
import type { ReactNode } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { FollowLinks } from './follow-links.tsx';
import { LayOutParts } from './lay-out-parts.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Navigation } from './navigation.tsx';
import type { Theme } from './theme.ts';
import { ThemeToggle } from './theme-toggle.tsx';
import { Wordmark } from './wordmark.tsx';

type ShellProps = {
  environmentLabel: string | null;
  partnerIds: string[];
  theme: Theme;
  /** Who is signed in, and the way out. */
  account: ReactNode;
  /** Finds anything. */
  finder: ReactNode;
  /** Long work that goes on. */
  work: ReactNode;
  children: ReactNode;
};

/** Navigation beside the page on wide screens, above it on narrow ones. */
export function Shell(props: ShellProps) {
  const { environmentLabel, partnerIds, theme, account, finder, work, children } = props;
  const t = useTexts('layout');
  return (
    <div className={environmentLabel === null ? '[--banner:0px]' : '[--banner:1.625rem]'}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <FollowLinks />
      <LayOutParts />
      {environmentLabel !== null && <EnvironmentBanner label={environmentLabel} />}
      <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] print:block">
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b bg-paper px-4 py-2.5 lg:sticky lg:top-(--banner) lg:h-[calc(100dvh-var(--banner))] lg:flex-col lg:flex-nowrap lg:items-stretch lg:justify-start lg:gap-6 lg:overflow-y-auto lg:border-r lg:border-b-0 lg:px-4 lg:py-5 low:gap-4 low:py-3 print:hidden">
          <AppLink href="/" className="rounded-sm lg:px-2">
            <Wordmark />
          </AppLink>
          <div>{finder}</div>
          <div className="empty:hidden lg:order-1">{work}</div>
          <div className="order-last w-full lg:order-none">
            <Navigation />
          </div>
          <div className="flex items-center gap-3 lg:mt-auto lg:grid lg:gap-3 lg:px-2">
            {account}
            <PartnerIds ids={partnerIds} />
            <div className="flex flex-wrap items-center gap-2">
              <ThemeToggle initial={theme} />
              <LanguageMenu />
            </div>
          </div>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 px-4 py-6 outline-none sm:px-6 lg:px-8 lg:py-8 2xl:px-10 print:p-0"
        >
          <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-6">{children}</div>
        </main>
      </div>
    </div>
  );
}

function EnvironmentBanner({ label }: { label: string }) {
  const t = useTexts('layout');
  return (
    <aside
      aria-label={t('environment')}
      className="top-0 z-40 flex min-h-(--banner) items-center justify-center gap-2 bg-doubt-wash px-4 py-1 text-xs font-medium text-doubt lg:sticky lg:h-(--banner)"
    >
      <Icon name="flask" className="size-3.5" />
      {label}
    </aside>
  );
}

function PartnerIds({ ids }: { ids: string[] }) {
  const t = useTexts('layout');
  if (ids.length === 0) return null;
  return (
    <p className="text-xs text-faint max-lg:hidden">
      {t('partnerIds', { count: ids.length })}
      <span className="block font-mono text-soft">{ids.join(', ')}</span>
    </p>
  );
}
