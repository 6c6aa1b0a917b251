import { LAB_WAYS } from './draw-faults.ts';
import { openLab } from './fault-lab.ts';
import { runWithFaults } from './fault-run.ts';

/** Runs the seeds of one lab, one after the other, and prints each result as a line of JSON. */
const [lab = '0', serverUrl = '', folder = '', seeds = ''] = process.argv.slice(2);
const way = LAB_WAYS[Number(lab)];
if (way === undefined) throw new Error(`there is no lab ${lab}`);
const opened = await openLab(way, serverUrl, folder);
for (const seed of seeds.split(',').map(Number)) {
  const startedMs = performance.now();
  const run = await runWithFaults(opened, seed).catch((error: unknown) => ({
    ...{ seed, status: 'crashed', calls: 0, hits: {}, unseen: false },
    problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  }));
  const ms = Math.round(performance.now() - startedMs);
  process.stdout.write(`${JSON.stringify({ ...run, ms })}\n`);
}
await opened.close();
process.exit(0);
