import { labOf, LABS } from './draw-faults.ts';
import { openLab, type Lab } from './fault-lab.ts';
import { runWithFaults, type FaultRun } from './fault-run.ts';

/** Runs seeds lab by lab, one after the other, and prints each result as a line of JSON. */
const [serverUrl = '', folder = '', seeds = ''] = process.argv.slice(2);

const crashed = (seed: number, error: unknown): FaultRun => ({
  ...{ seed, status: 'crashed', calls: 0, hits: {}, unseen: false },
  met: [],
  problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
});

async function runSeeds(lab: Lab, ofLab: readonly number[]): Promise<void> {
  for (const seed of ofLab) {
    const startedMs = performance.now();
    const cpu = process.cpuUsage();
    const run = await runWithFaults(lab, seed).catch((error: unknown) => crashed(seed, error));
    const ms = Math.round(performance.now() - startedMs);
    const { user, system } = process.cpuUsage(cpu);
    const cpuMs = Math.round((user + system) / 1000);
    process.stdout.write(`${JSON.stringify({ ...run, ms, cpuMs })}\n`);
  }
}

let port = 0;
for (const [number, ofLab] of Map.groupBy(seeds.split(',').map(Number), labOf)) {
  const setup = LABS[number];
  if (setup === undefined) throw new Error(`there is no lab ${number}`);
  const lab = await openLab(setup, { serverUrl, folder, port });
  port = Number(new URL(lab.simulator.url).port);
  await runSeeds(lab, ofLab);
  await lab.close();
}
process.exit(0);
