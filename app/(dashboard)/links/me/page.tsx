import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OwnLinkView } from '#components/own-link/own-link-view.tsx';
import { getOwnLinkPage } from '#lib/queries/own-link.ts';

export const metadata: Metadata = { title: 'Your partner link' };

export default async function OwnLinkRoute() {
  const page = await getOwnLinkPage();
  if (page === null) notFound();
  return <OwnLinkView page={page} />;
}
