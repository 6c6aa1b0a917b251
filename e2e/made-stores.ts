import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectComplete } from './complete-sync.ts';
import { startStack, type StackOptions } from './stack.ts';

/** The world of a journey that asks for no other. */
export const USUAL_WORLD = { customers: 40 } as const satisfies StackOptions;

const FOLDER = 'PECBOARD_MADE_STORES';

/**
 * Data folders that a run of all journeys makes once, as a first start and a first sync make them: each file begins
 * with a copy, for making them takes ten times as long. 'empty' has its tables only, 'synced' has read USUAL_WORLD.
 * Null where nothing was made, as in programs that are not journeys.
 */
export function madeStore(name: 'empty' | 'synced'): string | null {
  const folder = process.env[FOLDER];
  return folder === undefined ? null : join(folder, name);
}

async function makeEmpty(dataDir: string): Promise<void> {
  const stack = await startStack({ customers: 1, dataDir });
  await stack.close();
}

async function makeSynced(dataDir: string): Promise<void> {
  const stack = await startStack({ ...USUAL_WORLD, dataDir });
  try {
    await expectComplete(stack);
  } finally {
    await stack.close();
  }
}

/** Before all journeys; what it answers is called after them. */
export default async function makeStores(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'pecboard-stores-'));
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await Promise.all([makeEmpty(join(folder, 'empty')), makeSynced(join(folder, 'synced'))]);
  } catch (error) {
    await clear();
    throw error;
  }
  process.env[FOLDER] = folder;
  return clear;
}
