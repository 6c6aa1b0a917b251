import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTexts } from '#components/language/in-server.ts';
import { SignOut } from '#components/auth/sign-out.tsx';
import { getSignInPage } from '#lib/queries/sign-in.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTexts('signIn'))('outTitle'),
});

export default async function SignOutPage() {
  const page = getSignInPage();
  if (page === null) redirect('/');
  const t = await getTexts('signIn');
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{t('outTitle')}</h1>
      <SignOut settings={page} />
    </>
  );
}
