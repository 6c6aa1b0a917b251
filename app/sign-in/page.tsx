import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntraSignIn } from '#components/auth/entra-sign-in.tsx';
import { PeoplePicker } from '#components/auth/people-picker.tsx';
import { refusalWords } from '#components/auth/refusal-words.ts';
import { Notice } from '#components/ui/notice.tsx';
import { safeReturnAddress } from '#lib/auth/return-address.ts';
import { getSignInPage, type SignInPage } from '#lib/queries/sign-in.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Search = Promise<Record<string, string | string[] | undefined>>;

const textOf = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null;

export default async function SignInPageRoute({ searchParams }: { searchParams: Search }) {
  const page = getSignInPage();
  if (page === null) redirect('/');
  const asked = await searchParams;
  const to = safeReturnAddress(textOf(asked['to']));
  const refused = textOf(asked['refused']);
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">Sign in</h1>
      {refused !== null && (
        <Notice tone="miss" icon="lock" title="You are not signed in">
          {refusalWords(refused)}
        </Notice>
      )}
      {textOf(asked['signed-out']) !== null && <Notice tone="wait" icon="info" title="You are signed out" />}
      {page.demoPeople.length === 0 ? (
        <EntraSignIn
          settings={page}
          to={to}
          automatic={textOf(asked['again']) !== null}
          label="Sign in with Microsoft"
        />
      ) : (
        <DemoSignIn page={page} to={to} />
      )}
    </>
  );
}

function DemoSignIn({ page, to }: { page: SignInPage; to: string }) {
  return (
    <>
      <section className="grid gap-3" aria-labelledby="people">
        <h2 id="people" className="text-base font-semibold">
          Who are you in this demonstration?
        </h2>
        <PeoplePicker people={page.demoPeople} to={to} />
      </section>
      <section className="grid gap-3 border-t pt-5" aria-labelledby="simulated">
        <h2 id="simulated" className="text-base font-semibold">
          Or sign in with the simulated Microsoft Entra
        </h2>
        <p className="text-sm text-soft">
          This runs the real sign-in by redirect. Your browser does not know the simulator’s certificate: let
          it trust{' '}
          <code className="font-mono text-xs break-all">
            {page.certificateFile ?? 'the simulator’s ca.pem'}
          </code>{' '}
          first, or open{' '}
          <a className="link" href={page.authority}>
            {new URL(page.authority).origin}
          </a>{' '}
          once and accept it.
        </p>
        <EntraSignIn
          settings={page}
          to={to}
          automatic={false}
          label="Sign in with the simulated Microsoft Entra"
        />
      </section>
    </>
  );
}
