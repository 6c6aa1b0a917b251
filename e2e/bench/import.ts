import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { measureCoverage } from './import-coverage.ts';
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
type Round = { alone: Cost; ours: Cost & Imported; ofParquet: Cost & Imported; ofTexts: Cost & Imported };

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

const ratioOf = (rounds: readonly Round[], of: (cost: Cost) => number): number =>
  round(median(rounds.map(({ alone, ours }) => of(ours) / of(alone))));

/** `texts`: Parquet all of whose cells are texts. */
type Files = { csv: string; parquet: string; texts: string };

/** In turn, as what else the machine does changes by the minute. */
async function measureRounds({ csv, parquet, texts }: Files, dir: string): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let index = 0; index < Number(process.env['BENCH_ROUNDS'] ?? 3); index += 1) {
    const alone = await measure('alone', csv, dir);
    const ours = await measure<Imported>('import', csv, dir);
    const ofParquet = await measure<Imported>('import', parquet, dir);
    rounds.push({ alone, ours, ofParquet, ofTexts: await measure<Imported>('import', texts, dir) });
  }
  return rounds;
}

/**
 * A month of daily rated usage imported completely, against the same file copied to Parquet by DuckDB alone. `quick`:
 * without ten times the file, and without a server whose page is looked at. `coverage` or `tenfold`: nothing but that.
 */
export async function benchImport(words: readonly string[]): Promise<object> {
  const isQuick = words.includes('quick');
  const dir = await mkdtemp(join(tmpdir(), 'pecboard-import-'));
  const lines = Number(process.env['BENCH_LINES'] ?? MILLION);
  try {
    const csv = join(dir, 'usage.csv');
    await writeRatedUsage(csv, lines, 'csv');
    if (words.includes('coverage')) return await measureCoverage(csv);
    if (words.includes('tenfold')) {
      const one = await measure<Imported>('import', csv, dir);
      return { one, tenfold: await tenfold(dir, lines, one.seconds) };
    }
    const parquet = join(dir, 'usage.parquet');
    await writeRatedUsage(parquet, lines, 'parquet');
    const texts = join(dir, 'texts.parquet');
    await writeRatedUsage(texts, lines, 'parquet-of-texts');
    const rounds = await measureRounds({ csv, parquet, texts }, dir);
    const { size } = await stat(csv);
    const ours = median(rounds.map((one) => one.ours.seconds));
    return {
      ...{ columns: 55, megabytes: round(size / 1e6), rounds },
      timeRatio: ratioOf(rounds, ({ seconds }) => seconds),
      cpuRatio: ratioOf(rounds, ({ cpuSeconds }) => cpuSeconds),
      memoryRatio: ratioOf(rounds, ({ peakMb }) => peakMb),
      parquetFaster: round(median(rounds.map((one) => one.ours.seconds / one.ofParquet.seconds))),
      parquetOfTextsFaster: round(median(rounds.map((one) => one.ours.seconds / one.ofTexts.seconds))),
      ...(isQuick ? {} : { coverage: await measureCoverage(csv), tenfold: await tenfold(dir, lines, ours) }),
      bars: BARS,
    };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function tenfold(dir: string, lines: number, ours: number): Promise<object> {
  const csv = join(dir, 'tenfold.csv');
  await writeRatedUsage(csv, lines * 10, 'csv');
  const cost = await measure<Imported>('import', csv, dir);
  return { ...cost, timeRatio: round(cost.seconds / ours) };
}
