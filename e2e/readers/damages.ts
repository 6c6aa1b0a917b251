import { parseArgs } from 'node:util';
import { openGivenFiles } from '#lib/costfiles/testing/given-files.ts';
import { runDamage, type DamageResult } from './file-damages.ts';

/** `npm run damages -- --runs 10000 --seed N`: imports damaged files. Exit: 0 none was taken wrongly, 1 some were. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [runs, seed, from] = [Number(values.runs), Number(values.seed), Number(values.from)];

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const files = await openGivenFiles();
const counts = new Map<DamageResult['outcome'], number>();
const began = performance.now();
for (let number = from; number < from + runs; number += 1) {
  const result = await runDamage(files, seed, number);
  counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
  if (result.outcome === 'wrong') say(JSON.stringify({ seed, number, ...result }));
  if ((number + 1) % 500 === 0)
    say(JSON.stringify({ done: number + 1 - from, ...Object.fromEntries(counts) }));
}
await files.close();
const seconds = Math.round((performance.now() - began) / 1000);
say(JSON.stringify({ runs, seed, seconds, ...Object.fromEntries(counts) }));
process.exitCode = counts.has('wrong') ? 1 : 0;
