import { DuckDBInstance } from '@duckdb/node-api';
import { closeDatabase, database } from '#lib/db/client.ts';
import { importCostFile, judgeDeps } from '#lib/sync/entry.ts';

/** One measurement of `bench import`: `alone FILE PARQUET`, or `import FILE`. Prints one JSON line. */
const [what = '', file = '', parquet = ''] = process.argv.slice(2);

const source = (path: string): string =>
  path.endsWith('.parquet') ? `read_parquet('${path}')` : `read_csv('${path}')`;

/** DuckDB as it comes, with as many threads as ours has. */
async function copyAlone(): Promise<object> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(`copy (select * from ${source(file)}) to '${parquet}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return {};
}

async function importWhole(): Promise<object> {
  const given = { path: file, name: 'usage', by: 'benchmark', writtenAt: null };
  const imported = await importCostFile(await judgeDeps(), given);
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
  return { rows: imported.import.lines };
}

/** An empty store is opened before the clock starts, as a server has it. */
if (what === 'import') await database();
const started = performance.now();
const before = process.cpuUsage();
const extra = what === 'import' ? await importWhole() : await copyAlone();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  `${JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMb: maxRSS / 1024, ...extra })}\n`,
);
await closeDatabase();
