import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeRatedUsage } from './rated-usage.ts';

/** What a process of its own took: of wall time, of processor time, and at most of memory. */
export type Cost = { seconds: number; cpuSeconds: number; peakMb: number };

const run = promisify(execFile);
const MEASURED = join(import.meta.dirname, 'import-process.ts');

/** Each measurement in a process of its own, so that peaks of memory are its own too. */
async function measure<Extra extends object = object>(
  what: string,
  file: string,
  dir: string,
): Promise<Cost & Extra> {
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'production', DATA_DIR: join(dir, `data-${what}`) };
  const args = ['--conditions=react-server', MEASURED, what, file, join(dir, `${what}.parquet`)];
  const { stdout } = await run(process.execPath, args, { env, maxBuffer: 1 << 26 });
  await rm(join(dir, `data-${what}`), { recursive: true, force: true });
  await rm(join(dir, `${what}.parquet`), { force: true });
  // The process prints what it measured, in this shape.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Cost & Extra;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const MILLION = 1_000_000;
const BARS = { time: 1.3, memory: 1.3, tenfold: 11, parquet: 5, coverageSeconds: 2 };

type Imported = { rows: number };

/** A month of daily rated usage imported completely, against the same file copied to Parquet by DuckDB alone. */
export async function benchImport(): Promise<object> {
  const dir = await mkdtemp(join(tmpdir(), 'pecboard-import-'));
  const lines = Number(process.env['BENCH_LINES'] ?? MILLION);
  try {
    const csv = join(dir, 'usage.csv');
    await writeRatedUsage(csv, lines, 'csv');
    const alone = await measure('alone', csv, dir);
    const ours = await measure<Imported>('import', csv, dir);
    const parquet = join(dir, 'usage.parquet');
    await writeRatedUsage(parquet, lines, 'parquet');
    const ofParquet = await measure<Imported>('import', parquet, dir);
    const { size } = await stat(csv);
    return {
      ...{ lines: ours.rows, columns: 55, megabytes: round(size / 1e6), alone, import: ours, ofParquet },
      timeRatio: round(ours.seconds / alone.seconds),
      cpuRatio: round(ours.cpuSeconds / alone.cpuSeconds),
      memoryRatio: round(ours.peakMb / alone.peakMb),
      parquetFaster: round(ours.seconds / ofParquet.seconds),
      ...(process.env['BENCH_TENFOLD'] === 'true' ? { tenfold: await tenfold(dir, lines, ours) } : {}),
      bars: BARS,
    };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function tenfold(dir: string, lines: number, ours: Cost): Promise<object> {
  const csv = join(dir, 'tenfold.csv');
  await writeRatedUsage(csv, lines * 10, 'csv');
  const cost = await measure<Imported>('import', csv, dir);
  return { ...cost, timeRatio: round(cost.seconds / ours.seconds) };
}
