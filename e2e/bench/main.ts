import { benchDemo } from './demo.ts';
import { benchImport } from './import.ts';
import { benchLoad } from './load.ts';
import { benchRead, benchReadMemory } from './read.ts';
import { benchVerdicts } from './verdicts.ts';

/** `npm run bench -- NAME`: prints figures as JSON lines. */
const BENCHMARKS: Record<string, () => Promise<object>> = {
  demo: benchDemo,
  import: benchImport,
  load: benchLoad,
  verdicts: benchVerdicts,
  read: benchRead,
  'read-memory': benchReadMemory,
};

const [name = ''] = process.argv.slice(2);
const bench = BENCHMARKS[name];
if (bench === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHMARKS).join(' | ')}\n`);
  process.exit(2);
}
process.stdout.write(`${JSON.stringify({ bench: name, ...(await bench()) })}\n`);
