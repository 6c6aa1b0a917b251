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
  for (let number = 0; number < RUNS; number += 1) {
    const result = await runDamage(files, SEED, number);
    expect(result.outcome, JSON.stringify({ number, ...result })).not.toBe('wrong');
    outcomes.add(result.outcome);
  }
  expect([...outcomes].sort()).toEqual(['refused', 'some-rejected', 'whole']);
}, 120_000);
