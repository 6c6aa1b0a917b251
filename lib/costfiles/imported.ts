import type { DuckDBConnection } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CustomerCosts } from '#lib/core/cost-files.ts';
import type { Decimal } from '#lib/core/money.ts';
import type { Day, Period } from '#lib/core/periods.ts';
import { tellFileReason } from '#lib/core/file-reasons.ts';
import { CostFileFailure, namedMemory, unreadableBy } from './failure.ts';
import type { CostFileKind } from './file-kinds.ts';
import { keepFile, type Kept } from './keep-import.ts';
import { ownersIn, type Owned } from './owners.ts';
import { prepareFile } from './prepare.ts';
import { readBatches } from './read.ts';
import { rejectsFile } from './rejects.ts';
import { OF_AN_IMPORT, openScanner } from './scanner.ts';
import { totalsIn } from './sums.ts';
import { NOBODY_WATCHES, watchScan, type ImportWatch } from './watch-scan.ts';

export { COST_FILE_KINDS, type CostFileKind } from './file-kinds.ts';
export { CostFileFailure } from './failure.ts';
export { readRejects, type Reject } from './rejects.ts';
export { NOBODY_WATCHES, type ImportWatch } from './watch-scan.ts';

/** Where the lines of an imported file are kept, by the digest of its content. */
export const importFolder = (dataDir: string, importId: string): string =>
  join(dataDir, 'costs', 'file', importId);

/** What a file holds of a month. */
export type ImportedMonth = Owned & { period: Period; lastDay: Day; lines: number };

export type ImportedFile = {
  kind: CostFileKind;
  /** From the first; each of them stands for itself. */
  months: readonly ImportedMonth[];
  /** What all lines add up to, by currency. */
  totals: ReadonlyMap<string, Decimal>;
  /** Lines that were put aside. */
  rejected: number;
  /** The price of commitments is spread over their days: amounts differ from those billed. */
  isAmortised: boolean;
  /** False for a file that no cost of a subscription can be taken from: it is there to compare with. */
  counts: boolean;
};

export type ImportReader = {
  file: ImportedFile;
  /** Of one month, by customer. */
  sums: (period: Period) => AsyncGenerator<CustomerCosts>;
  close: () => Promise<void>;
};

/** Reservations that nobody used are told of in amortised data only. */
async function hasUnused(connection: DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll(
    `select 1 from lines where "chargeType" ilike 'unused%' limit 1`,
  );
  return found.currentRowCount > 0;
}

async function describe(
  connection: DuckDBConnection,
  { months: held, ...kept }: Kept,
  isAmortised: boolean,
): Promise<ImportedFile> {
  const owners = await ownersIn(connection);
  const months = held.map(({ period, lastDay, lines }): ImportedMonth => ({
    ...{ period, lastDay, lines },
    ...(owners.get(period) ?? { customers: new Map(), withoutCustomer: lines }),
  }));
  if (months.every(({ customers }) => customers.size === 0)) {
    throw new CostFileFailure(tellFileReason('no-customer', {}));
  }
  return {
    ...kept,
    months,
    totals: await totalsIn(connection),
    isAmortised: kept.kind === 'cost-details' && (isAmortised || (await hasUnused(connection))),
    counts: kept.kind !== 'reconciliation',
  };
}

/** Names of customers and kinds of charges are read here first: what is damaged of them in Parquet shows here. */
const describeGiven = (...given: Parameters<typeof describe>): Promise<ImportedFile> =>
  describe(...given).catch((error: unknown) => {
    throw unreadableBy(error);
  });

/** Reads what a person gave; its lines are kept in the folder, which goes when it cannot be read. */
export async function openImport(
  path: string,
  folder: string,
  watch: ImportWatch = NOBODY_WATCHES,
): Promise<ImportReader> {
  const scanner = await openScanner(`${folder}.spill`, OF_AN_IMPORT);
  const { connection } = scanner;
  const { signal } = watch;
  const prepared = `${folder}.prepared`;
  const close = async (): Promise<void> => {
    await scanner.close();
    await rm(prepared, { recursive: true, force: true });
  };
  const place = { kept: folder, rejects: rejectsFile(folder), folder: prepared, signal };
  try {
    const given = await prepareFile(path, { folder: prepared, signal });
    const kept = await watchScan(connection, watch, () => keepFile(connection, given, place));
    const file = await describeGiven(connection, kept, given.isAmortised);
    return { file, sums: (period) => readBatches(connection, period), close };
  } catch (error) {
    await close();
    await rm(folder, { recursive: true, force: true });
    throw namedMemory(error);
  }
}
