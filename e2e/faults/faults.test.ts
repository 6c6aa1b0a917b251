import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../run-program.ts';

/**
 * Beyond the sample, seeds that found something: a link to nothing that passed for a refusal of cost (122, 130), a
 * fault that the refusal of another customer hid (233), a month that was judged by the list (113) and for another
 * reason (289).
 */
const FOUND = '113,122,130,233,289';
const RUNS = '50';

test('syncs that meet faults of chance lose nothing, double nothing, call nothing greener, and heal', async () => {
  const main = join(import.meta.dirname, 'main.ts');
  const { code, printed } = await runProgram(main, '--runs', RUNS, '--seed', '1', '--also', FOUND);
  expect({ code, printed }).toEqual({ code: 0, printed: expect.any(String) });
}, 600_000);
