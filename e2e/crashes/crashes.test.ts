import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../run-program.ts';

test('syncs that are killed end in the store of one that nobody disturbs, and ask one page of a step again', async () => {
  const main = join(import.meta.dirname, 'main.ts');
  const { code, printed } = await runProgram(main, '--kills', '6', '--seed', '1');
  expect({ code, printed }).toEqual({ code: 0, printed: expect.any(String) });
}, 600_000);
