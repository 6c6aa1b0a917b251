import type { Metadata } from 'next';
import { SyncView } from '#components/sync/sync-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSyncOverview } from '#lib/queries/sync-runs.ts';

export const metadata: Metadata = { title: 'Sync' };

export default async function SyncPage() {
  return <SyncView sync={await getSyncOverview()} info={getAppInfo()} />;
}
