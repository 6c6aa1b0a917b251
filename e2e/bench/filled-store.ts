import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseSettings } from '#lib/config.ts';
import { openDatabase } from '#lib/db/client.ts';
import { tidyStore } from '#lib/db/tidy.ts';
import { withPostgres } from '../postgres.ts';
import { MANAGING_TENANT_ID } from '../simulator/worlds/partner.ts';
import type { StackOptions } from '../stack.ts';
import { fillStore, type StoreSize } from './fill-store.ts';
import { monthsUntil } from './months.ts';

export type Sized = { customers: number; months: number };

export const PER_CUSTOMER = 5;
export const MONTHS = 13;
const NEWEST = '2026-11';

/** Smaller, or a shorter time, where somebody works on it: `NAME CUSTOMERS MONTHS`. */
export const sizeOf = (customers: number): Sized => ({
  customers: Number(process.argv[3] ?? customers),
  months: Number(process.argv[4] ?? MONTHS),
});

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Filling takes minutes: a folder named here keeps stores from one benchmark to the next. */
const KEPT = process.env['PECBOARD_BENCH_STORES'];

const FILLING = readFileSync(fileURLToPath(new URL('./fill-store.ts', import.meta.url)));

async function fill(settings: DatabaseSettings, { customers, months }: Sized): Promise<void> {
  const size: StoreSize = {
    ...{ customers, perCustomer: PER_CUSTOMER, managingTenantId: MANAGING_TENANT_ID },
    periods: monthsUntil(NEWEST, months),
  };
  const database = await openDatabase(settings);
  try {
    await fillStore(database.db, size, say);
    // As a run does when it ends.
    await tidyStore(database);
  } finally {
    await database.close();
  }
}

/** A folder for the store, which is filled once where stores are kept. */
async function inFolder<Result>(
  name: string,
  work: (folder: string, fillOnce: (make: () => Promise<void>) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  if (KEPT === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'pecboard-store-'));
    try {
      return await work(folder, (make) => make());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const folder = join(KEPT, `${name}-${createHash('sha256').update(FILLING).digest('hex').slice(0, 8)}`);
  const mark = join(folder, 'filled');
  if (!existsSync(mark)) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return work(folder, async (make) => {
    if (existsSync(mark)) return;
    await make();
    await writeFile(mark, '');
  });
}

type Work<Result> = (options: StackOptions) => Promise<Result>;

/** What a server is started with beside a filled PostgreSQL. */
export const withFilledPostgres = <Result>(sized: Sized, work: Work<Result>): Promise<Result> =>
  inFolder(`postgres-${sized.customers}-${sized.months}`, (folder, fillOnce) =>
    withPostgres(async (url) => {
      await fillOnce(() => fill({ kind: 'postgres', url }, sized));
      return work({ ...USUAL, env: { DATABASE_URL: url, ...USUAL.env } });
    }, folder),
  );

/** The same with the embedded database. */
export const withFilledFolder = <Result>(sized: Sized, work: Work<Result>): Promise<Result> =>
  inFolder(`embedded-${sized.customers}-${sized.months}`, async (folder, fillOnce) => {
    const dataDir = join(folder, 'data');
    await fillOnce(() => fill({ kind: 'embedded', dataDir }, sized));
    return work({ ...USUAL, dataDir });
  });

/** The simulator only signs people in; the server has the memory that `npm start` gives it. */
const USUAL = {
  ...{ customers: 1, limits: 'off', signIn: 'people', execArgv: process.execArgv },
  env: { MALLOC_ARENA_MAX: '2' },
} as const satisfies StackOptions;
