import { SyncView } from '#components/sync/sync-view.tsx';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSetup } from '#lib/queries/setup.ts';
import { getSyncOverview } from '#lib/queries/sync-runs.ts';
import { pageTitle } from '../page-title.ts';

export const generateMetadata = pageTitle('sync');

export default async function SyncPage() {
  return <SyncView sync={await getSyncOverview()} setup={await getSetup()} info={getAppInfo()} />;
}
