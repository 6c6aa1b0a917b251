import type { SessionInfo } from '#lib/queries/session.ts';

const ROLE_WORDS: Readonly<Record<string, string>> = {
  'Pec.Viewer': 'Viewer',
  'Pec.Support': 'Support',
  'Pec.Admin': 'Administrator',
};

/** Who is signed in, as what, and the way out. A full page visit: sign-out loads what the other pages do not. */
export function SignedInAs({ session }: { session: SessionInfo }) {
  if (session.kind !== 'person') return null;
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
      {/* Whole visits, because these pages may load and ask what the others may not. */}
      <form action="/links/me">
        <button type="submit" className="link">
          Your partner link
        </button>
      </form>
      <form action="/sign-in/out">
        <button type="submit" className="link">
          Sign out
        </button>
      </form>
    </div>
  );
}
