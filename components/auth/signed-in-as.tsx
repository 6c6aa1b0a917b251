import { AppLink } from '#components/ui/app-link.tsx';
import type { SessionInfo } from '#lib/queries/session.ts';

const ROLE_WORDS: Readonly<Record<string, string>> = {
  'Pec.Viewer': 'Viewer',
  'Pec.Support': 'Support',
  'Pec.Admin': 'Administrator',
};

/** Who is signed in, as what, and the way out. A full page visit: sign-out loads what the other pages do not. */
export function SignedInAs({ session }: { session: SessionInfo }) {
  if (session.kind === 'program') return null;
  const isAdmin = session.roles.includes('Pec.Admin');
  if (session.kind === 'local-admin') return <AdminLinks />;
  const role = ROLE_WORDS[session.roles.at(-1) ?? ''] ?? '';
  return (
    <div className="text-xs text-faint">
      <p className="max-w-48 truncate font-medium text-soft" title={session.name}>
        {session.name}
      </p>
      <p>
        {role}
        {session.limited && ', assigned customers'}
      </p>
      {isAdmin && <AdminLinks />}
      {/* Whole visits, because these pages may load and ask what the others may not. */}
      <form action="/links/me">
        <button type="submit" className="link py-1.5">
          Your partner link
        </button>
      </form>
      <form action="/sign-in/out">
        <button type="submit" className="link py-1.5">
          Sign out
        </button>
      </form>
    </div>
  );
}

const AdminLinks = () => (
  <ul className="flex gap-3 text-xs lg:grid lg:gap-0">
    <li>
      <AppLink href="/settings" className="link inline-block py-1.5">
        Settings
      </AppLink>
    </li>
    <li>
      <AppLink href="/settings/people" className="link inline-block py-1.5">
        People
      </AppLink>
    </li>
    <li>
      <AppLink href="/audit" className="link inline-block py-1.5">
        Audit
      </AppLink>
    </li>
  </ul>
);
