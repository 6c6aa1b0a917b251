import type { SyncOverview } from '#lib/queries/schemas/sync.ts';
import { syncOverview } from '../fixture-sync.ts';
import { chosenScenario } from './scenario.ts';

export const getSyncOverview = async (): Promise<SyncOverview> => syncOverview(await chosenScenario());
