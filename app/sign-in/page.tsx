import { useTexts } from '#language';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { getTexts } from '#components/language/in-server.ts';
import { EntraSignIn } from '#components/auth/entra-sign-in.tsx';
import { PeoplePicker } from '#components/auth/people-picker.tsx';
import { refusalText } from '#components/auth/refusal-words.ts';
import { Notice } from '#components/ui/notice.tsx';
import { safeReturnAddress } from '#lib/auth/return-address.ts';
import { getSignInPage, type SignInPage } from '#lib/queries/sign-in.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTexts('signIn'))('title'),
});

type Search = Promise<Record<string, string | string[] | undefined>>;

const textOf = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null;

export default async function SignInPageRoute({ searchParams }: { searchParams: Search }) {
  const page = getSignInPage();
  if (page === null) redirect('/');
  const t = await getTexts('signIn');
  const asked = await searchParams;
  const to = safeReturnAddress(textOf(asked['to']));
  const refused = textOf(asked['refused']);
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
      {refused !== null && (
        <Notice tone="miss" icon="lock" title={t('notSignedIn')}>
          {t(refusalText(refused))}
        </Notice>
      )}
      {textOf(asked['signed-out']) !== null && <Notice tone="wait" icon="info" title={t('signedOut')} />}
      {page.demoPeople.length === 0 ? (
        <EntraSignIn
          settings={page}
          to={to}
          automatic={textOf(asked['again']) !== null}
          label={t('withMicrosoft')}
        />
      ) : (
        <DemoSignIn page={page} to={to} />
      )}
    </>
  );
}

function DemoSignIn({ page, to }: { page: SignInPage; to: string }) {
  const t = useTexts('signIn');
  return (
    <>
      <section className="grid gap-3" aria-labelledby="people">
        <h2 id="people" className="text-base font-semibold">
          {t('who')}
        </h2>
        <PeoplePicker people={page.demoPeople} to={to} />
      </section>
      <section className="grid gap-3 border-t pt-5" aria-labelledby="simulated">
        <h2 id="simulated" className="text-base font-semibold">
          {t('orSimulated')}
        </h2>
        <p className="text-sm text-soft">
          {t.rich('realSignIn', {
            file: page.certificateFile ?? t('caFile'),
            origin: new URL(page.authority).origin,
            code: <code className="font-mono text-xs break-all" />,
            link: <AuthorityLink authority={page.authority} />,
          })}
        </p>
        <EntraSignIn settings={page} to={to} automatic={false} label={t('simulated')} />
      </section>
    </>
  );
}

const AuthorityLink = ({ authority, children }: { authority: string; children?: ReactNode }) => (
  <a className="link" href={authority}>
    {children}
  </a>
);
