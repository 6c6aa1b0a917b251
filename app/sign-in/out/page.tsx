import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignOut } from '#components/auth/sign-out.tsx';
import { getSignInPage } from '#lib/queries/sign-in.ts';

export const metadata: Metadata = { title: 'Sign out' };

export default function SignOutPage() {
  const page = getSignInPage();
  if (page === null) redirect('/');
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">Sign out</h1>
      <SignOut settings={page} />
    </>
  );
}
