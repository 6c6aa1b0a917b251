import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Renewal } from '#components/auth/renewal.tsx';
import { getSignInPage } from '#lib/queries/sign-in.ts';

export const metadata: Metadata = { title: 'Renewal' };

export default function RenewPage() {
  const page = getSignInPage();
  if (page === null) redirect('/');
  return <Renewal settings={page} />;
}
