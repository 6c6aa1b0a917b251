import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listContainerRuns, type ContainerRun } from '#lib/azure/costs/container.ts';
import { dailyCostsOf } from '#lib/core/cost-series.ts';
import { openImport } from '#lib/costfiles/imported.ts';
import { EXPORT_PLACE } from '../simulator/blobs.ts';
import { byDay, openCostReaders, sumsBy, type CostReaders, type OwnedCost } from './cost-readers.ts';

let readers: CostReaders;
let folder = '';
beforeAll(async () => {
  readers = await openCostReaders(6);
  folder = await mkdtemp(join(tmpdir(), 'container-'));
}, 120_000);
afterAll(async () => {
  await readers.close();
  await rm(folder, { recursive: true });
});

const list = (): Promise<ContainerRun[]> => {
  const { account, container } = EXPORT_PLACE;
  const url = `${readers.simulator.description.url}/_blob/${account}/${container}`;
  return listContainerRuns(readers.caller, { url, prefix: '' });
};

/** What an import of the run counts. */
async function importedFrom(run: ContainerRun, index: number): Promise<OwnedCost[]> {
  const given = join(folder, `run-${index}`);
  await run.fetch(given);
  const reader = await openImport(given, join(folder, `kept-${index}`));
  try {
    const rows: OwnedCost[] = [];
    for (const { period } of reader.file.months) {
      for await (const { tenantId, days } of reader.sums(period))
        rows.push(...days.flatMap(dailyCostsOf).map((row) => ({ ...row, tenantId })));
    }
    return rows;
  } finally {
    await reader.close();
  }
}

const openMonth = (runs: readonly ContainerRun[]) =>
  runs.filter((run) => run.folder.endsWith('/20261101-20261130'));
const daysOf = (runs: readonly ContainerRun[]) =>
  new Set(runs.map(({ writtenAt }) => writtenAt.slice(0, 10)));

describe('a container of exports', () => {
  it('holds each month of each export once, and its files count what the export itself counts', async () => {
    const runs = await list();
    expect(new Set(runs.map((run) => run.folder)).size).toBe(runs.length);
    const october = runs.filter((run) => run.folder.endsWith('/20261001-20261031'));
    const imported: OwnedCost[] = [];
    for (const [index, run] of october.entries()) imported.push(...(await importedFrom(run, index)));
    const exported: OwnedCost[] = [];
    for (const scope of readers.scopesOf('export')) exported.push(...(await readers.read('export', scope)));
    const byClass = (row: OwnedCost): string => `${byDay(row)} ${row.costClass}`;
    expect(sumsBy(imported, byClass)).toEqual(sumsBy(exported, byClass));
    expect(imported.length).toBeGreaterThan(0);
  }, 240_000);

  it('keeps to the run before while a newer one is being written, which replaces it when it is whole', async () => {
    const before = openMonth(await list());
    expect(daysOf(before)).toEqual(new Set(['2026-11-21']));
    const toTwoPastMidnight = Date.parse('2026-11-22T00:02:00Z') - readers.clock.now();
    readers.clock.jump(toTwoPastMidnight);
    expect(openMonth(await list()).map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    readers.clock.jump(5 * 60_000);
    const after = openMonth(await list());
    expect(daysOf(after)).toEqual(new Set(['2026-11-22']));
    expect(after.map((run) => run.folder)).toEqual(before.map((run) => run.folder));
    expect(after.some(({ name }) => before.some((run) => run.name === name))).toBe(false);
  }, 120_000);
});
