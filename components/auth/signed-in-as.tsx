import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import type { SessionInfo } from '#lib/queries/session.ts';

const ROLE_TEXTS = {
  'Pec.Viewer': 'account.roles.viewer',
  'Pec.Support': 'account.roles.support',
  'Pec.Admin': 'account.roles.admin',
} as const;

const isRole = (role: string | undefined): role is keyof typeof ROLE_TEXTS =>
  role !== undefined && role in ROLE_TEXTS;

/** Who is signed in, as what, and the way out. A full page visit: sign-out loads what the other pages do not. */
export function SignedInAs({ session }: { session: SessionInfo }) {
  const t = useTexts('layout');
  if (session.kind === 'program') return null;
  const isAdmin = session.roles.includes('Pec.Admin');
  if (session.kind === 'local-admin') return <AdminLinks />;
  const last = session.roles.at(-1);
  const role = isRole(last) ? t(ROLE_TEXTS[last]) : '';
  const who = (
    <>
      <span className="block truncate font-medium text-soft" title={session.name}>
        {session.name}
      </span>
      <span className="block truncate">{session.limited ? t('account.limited', { role }) : role}</span>
    </>
  );
  // Two of them, of which one is there: a list where there is room, else a menu.
  return (
    <>
      <div className="max-w-48 text-xs text-faint max-lg:hidden">
        {who}
        <AccountLinks isAdmin={isAdmin} />
      </div>
      <details className="account text-xs text-faint lg:hidden">
        <summary className="max-w-28 cursor-pointer list-none">{who}</summary>
        <AccountLinks isAdmin={isAdmin} />
      </details>
    </>
  );
}

function AccountLinks({ isAdmin }: { isAdmin: boolean }) {
  const t = useTexts('layout');
  return (
    <>
      {isAdmin && <AdminLinks />}
      {/* Whole visits, because these pages may load and ask what the others may not. */}
      <form action="/links/me">
        <button type="submit" className="link py-1.5 low:py-1">
          {t('account.ownLink')}
        </button>
      </form>
      <form action="/sign-in/out">
        <button type="submit" className="link py-1.5 low:py-1">
          {t('account.signOut')}
        </button>
      </form>
    </>
  );
}

function AdminLinks() {
  const t = useTexts('pages');
  return (
    <ul className="flex gap-3 text-xs lg:grid lg:gap-0">
      <li>
        <AppLink href="/settings" className="link inline-block py-1.5 low:py-1">
          {t('settings')}
        </AppLink>
      </li>
      <li>
        <AppLink href="/settings/people" className="link inline-block py-1.5 low:py-1">
          {t('people')}
        </AppLink>
      </li>
      <li>
        <AppLink href="/audit" className="link inline-block py-1.5 low:py-1">
          {t('audit')}
        </AppLink>
      </li>
    </ul>
  );
}
