import { parseArgs } from 'node:util';
import { openGivenFiles } from '#lib/costfiles/testing/given-files.ts';
import { runDamage } from './file-damages.ts';

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

/** How often each was what: by form, by damage, and in all. */
const counts = new Map<string, Map<string, number>>();

function count(what: string, outcome: string): void {
  const of = counts.get(what) ?? new Map<string, number>();
  counts.set(what, of.set(outcome, (of.get(outcome) ?? 0) + 1));
}

const counted = (what: string): Record<string, number> => Object.fromEntries(counts.get(what) ?? []);

const files = await openGivenFiles();
const began = performance.now();
for (let number = from; number < from + runs; number += 1) {
  const result = await runDamage(files, seed, number);
  const { form, damage, outcome } = result;
  for (const what of ['all', `as ${form}`, damage]) count(what, outcome);
  if (outcome === 'wrong') say(JSON.stringify({ seed, number, ...result }));
  if ((number + 1) % 500 === 0) say(JSON.stringify({ done: number + 1 - from, ...counted('all') }));
}
await files.close();
for (const what of [...counts.keys()].sort())
  if (what !== 'all') say(JSON.stringify({ what, ...counted(what) }));
const seconds = Math.round((performance.now() - began) / 1000);
say(JSON.stringify({ runs, seed, from, seconds, ...counted('all') }));
process.exitCode = 'wrong' in counted('all') ? 1 : 0;
