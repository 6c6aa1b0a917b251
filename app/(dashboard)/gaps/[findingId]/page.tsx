import { notFound } from 'next/navigation';
import { FindingView } from '#components/gaps/finding-view.tsx';
import { requestLanguage } from '#components/language/in-server.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getFinding } from '#lib/queries/finding.ts';
import { pageTitle } from '../../page-title.ts';

export const generateMetadata = pageTitle('finding');

export default async function FindingPage({ params }: { params: Promise<{ findingId: string }> }) {
  const finding = await getFinding((await params).findingId, await requestLanguage());
  if (finding === null) notFound();
  return <FindingView finding={finding} info={getAppInfo()} />;
}
