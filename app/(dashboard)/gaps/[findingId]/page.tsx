import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FindingView } from '#components/gaps/finding-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getFinding } from '#lib/queries/finding.ts';

export const metadata: Metadata = { title: 'Finding' };

export default async function FindingPage({ params }: { params: Promise<{ findingId: string }> }) {
  const finding = await getFinding((await params).findingId);
  if (finding === null) notFound();
  return <FindingView finding={finding} info={getAppInfo()} />;
}
