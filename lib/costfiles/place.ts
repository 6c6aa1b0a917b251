import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { scopeKey, type CostRead } from '#lib/core/cost-plan.ts';

/** Where one month of cost of one scope is put, read by one way. */
export type CostPlace = {
  /** For the files as they were fetched; gone once what they hold counts. */
  incoming: string;
  /** For what does not fit into memory; gone once they are read. */
  spill: string;
  /** The lines themselves, kept for questions finer than the sums in the store. */
  parquet: string;
};

/** Names of billing accounts hold colons, which not every file system takes. */
const folderName = (text: string): string => text.replaceAll(/[^\w.-]+/g, '_');

export function placeOf(dataDir: string, { way, scope, period }: Omit<CostRead, 'calls'>): CostPlace {
  const costs = join(dataDir, 'costs');
  const name = folderName(scopeKey(scope));
  const incoming = join(costs, 'incoming', `${way}-${name}-${period}`);
  return {
    incoming,
    spill: `${incoming}.spill`,
    parquet: join(costs, way, name, `${period}.parquet`),
  };
}

export const dropFetched = ({ incoming }: CostPlace): Promise<void> =>
  rm(incoming, { recursive: true, force: true });
