import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGivenFiles, type GivenFiles } from '#lib/costfiles/testing/given-files.ts';
import { runDamage } from './file-damages.ts';

let files: GivenFiles;
beforeAll(async () => {
  files = await openGivenFiles();
});
afterAll(() => files.close());

const SEED = 8;
const RUNS = 50;

it('damaged files are refused by name, or count what an independent reader counts: never part of them, never a wrong total', async () => {
  const outcomes = new Set<string>();
  const wrong: object[] = [];
  for (let number = 0; number < RUNS; number += 1) {
    const result = await runDamage(files, SEED, number);
    if (result.outcome === 'wrong') wrong.push({ number, ...result });
    outcomes.add(result.outcome);
  }
  expect(wrong).toEqual([]);
  expect([...outcomes].sort()).toEqual(['refused', 'some-rejected', 'unhurt', 'whole']);
}, 120_000);
