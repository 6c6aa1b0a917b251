import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync, readFileSync } from 'node:fs';
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
  return spent();
}

const begun = performance.now();
const before = process.cpuUsage();

/** Of this process alone: what the system counts of resources begins with what the process had that started it. */
function peakMb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024;
}

function spent() {
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - begun) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: peakMb(),
  };
}

/** Until Parquet and store have all of it; then customers are judged, which is told beside. */
async function importWhole(): Promise<object> {
  const opened = spent();
  let read = opened;
  let stored = opened;
  const imported = await importCostFile(
    await judgeDeps(),
    { id: null, path: file, name: 'usage', by: 'benchmark', writtenAt: null },
    {
      signal: new AbortController().signal,
      moved: () => {},
      began: (stage) => {
        if (stage === 'storing') read = spent();
        if (stage === 'judging') stored = spent();
      },
    },
  );
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
  const judged = spent();
  return {
    rows: imported.import.lines,
    seconds: stored.seconds - opened.seconds,
    cpuSeconds: stored.cpuSeconds - opened.cpuSeconds,
    peakMb: judged.peakMb,
    readSeconds: read.seconds - opened.seconds,
    readCpuSeconds: read.cpuSeconds - opened.cpuSeconds,
    judgingSeconds: judged.seconds - stored.seconds,
    judgingCpuSeconds: judged.cpuSeconds - stored.cpuSeconds,
  };
}

// An empty store is opened before the clock starts, as a server has it.
if (what === 'import') await database();
process.stdout.write(`${JSON.stringify(await (what === 'import' ? importWhole() : copyAlone()))}\n`);
await closeDatabase();
