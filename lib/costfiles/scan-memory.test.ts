import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepFile } from './keep-import.ts';
import { prepareFile } from './prepare.ts';
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
