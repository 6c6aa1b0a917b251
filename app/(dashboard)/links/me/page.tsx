import { notFound } from 'next/navigation';
import { OwnLinkView } from '#components/own-link/own-link-view.tsx';
import { getOwnLinkPage } from '#lib/queries/own-link.ts';
import { pageTitle } from '../../page-title.ts';

export const generateMetadata = pageTitle('ownLink');

export default async function OwnLinkRoute() {
  const page = await getOwnLinkPage();
  if (page === null) notFound();
  return <OwnLinkView page={page} />;
}
