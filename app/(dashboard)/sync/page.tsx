import { SyncView } from '#components/sync/sync-view.tsx';
import { isUnderWay } from '#lib/core/sync-run.ts';
import { includesRole, isRole } from '#lib/auth/roles.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getSession } from '#lib/queries/session.ts';
import { getSetup } from '#lib/queries/setup.ts';
import { getSyncOverview } from '#lib/queries/sync-runs.ts';
import { pageTitle } from '../page-title.ts';

export const generateMetadata = pageTitle('sync');

export default async function SyncPage() {
  const sync = await getSyncOverview();
  // A page that is drawn anew every half second shows what moves.
  const moves = sync.latest !== null && isUnderWay(sync.latest.status);
  const { roles } = await getSession();
  return (
    <SyncView
      sync={sync}
      setup={moves ? null : await getSetup()}
      info={getAppInfo()}
      mayRun={includesRole(roles.filter(isRole), 'Pec.Support')}
    />
  );
}
