import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTexts } from '#components/language/in-server.ts';
import { Renewal } from '#components/auth/renewal.tsx';
import { getSignInPage } from '#lib/queries/sign-in.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTexts('pages'))('renewal'),
});

export default function RenewPage() {
  const page = getSignInPage();
  if (page === null) redirect('/');
  return <Renewal settings={page} />;
}
