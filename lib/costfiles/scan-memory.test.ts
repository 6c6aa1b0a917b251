import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countSums } from '#lib/core/cost-series.ts';
import { keepFile } from './keep-import.ts';
import { prepareFile } from './prepare.ts';
import { readCostFiles } from './read.ts';
import { openScanner } from './scanner.ts';
import { novemberDays, ratedCsv } from './testing/rated-usage-csv.ts';
import { NOBODY_WATCHES } from './watch-scan.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scan-memory-'));
});
afterAll(() => rm(dir, { recursive: true }));

it('a whole file that does not fit the memory of a scan is not called damaged, and nothing of it is kept', async () => {
  const path = join(dir, 'usage.csv');
  await writeFile(path, ratedCsv(novemberDays(30)));
  const { signal } = NOBODY_WATCHES;
  const kept = join(dir, 'kept');
  const place = { kept, rejects: join(dir, 'rejects'), folder: dir, signal };
  const prepared = await prepareFile(path, { folder: join(dir, 'prepared'), signal });
  const { connection, close } = await openScanner(join(dir, 'spill'), { memoryLimit: '2MB', threads: '1' });
  try {
    await expect(keepFile(connection, prepared, place)).rejects.toMatchObject({
      kind: 'no-memory',
      message: expect.stringContaining('not enough memory'),
    });
  } finally {
    await close();
  }
  expect(existsSync(kept)).toBe(false);
});

const SUBSCRIPTIONS = 2_500;
const DAYS = 30;
/** One that earned and one that did not. */
const LINES_A_DAY = 2;

/** Cost details of one billing profile: a month of many subscriptions, with lines of several kinds on each day. */
async function writeProfile(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' });
  const connection = await instance.connect();
  const guid = (first: string, number: string): string =>
    `format('${first}-0000-4000-8000-{:012d}', ${number})`;
  await connection.run(`copy (
    select ${guid('cccccccc', 'subscription // 5')} as "customerTenantId",
      ${guid('55555555', 'subscription')} as "SubscriptionId",
      '11/' || lpad((1 + day)::varchar, 2, '0') || '/2026' as "date", 'EUR' as "billingCurrency",
      (line + 1) * 1.234567 + subscription / 100 as "costInBillingCurrency",
      (line + 1) * 1.345678 + subscription / 100 as "costInUsd",
      'rg-' || (line % 2) as "resourceGroupName",
      ['Virtual Machines', 'Storage'][1 + line % 2] as "meterCategory",
      ['Virtual Machines Dsv5', 'Premium SSD'][1 + line % 2] as "ProductName",
      (line % 2)::varchar as "partnerEarnedCreditApplied", (line % 2) * 0.15 as "partnerEarnedCreditRate",
      'Usage' as "chargeType", 'Microsoft' as "publisherType", 'profile-1' as "billingProfileId"
    from range(${SUBSCRIPTIONS}) subscriptions(subscription), range(${DAYS}) days(day), range(${LINES_A_DAY}) lines(line)
  ) to '${path}' (format csv, header true)`);
  connection.closeSync();
  instance.closeSync();
}

it('a month of the largest billing profile fits the memory that a sync reads with', async () => {
  const path = join(dir, 'profile.csv');
  await writeProfile(path);
  const place = {
    parquet: join(dir, 'profile.parquet'),
    incoming: join(dir, 'incoming'),
    spill: join(dir, 'spilled'),
  };
  const files = { paths: [path], writtenAt: null, billingProfileName: null };
  const counts = { batches: 0, daily: 0, grouped: 0 };
  for await (const { days, names } of readCostFiles(files, place)) {
    counts.batches += 1;
    counts.daily += countSums(days);
    counts.grouped += countSums(names);
  }
  expect(counts).toMatchObject({ daily: SUBSCRIPTIONS * DAYS * 2 });
}, 60_000);
