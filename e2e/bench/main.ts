import { benchDemo } from './demo.ts';
import { benchExport } from './export.ts';
import { benchGrid } from './grid.ts';
import { benchImport } from './import.ts';
import { benchLists, benchListsEmbedded } from './lists.ts';
import { benchObservatory } from './observatory.ts';
import { benchPages } from './pages.ts';
import { benchRead, benchReadMemory } from './read.ts';
import { benchSessions } from './sessions.ts';
import { benchSync } from './sync.ts';
import { benchVerdicts } from './verdicts.ts';

/** `npm run bench -- NAME [WORDS]`: prints figures as JSON lines. */
const BENCHMARKS: Record<string, (words: readonly string[]) => Promise<object>> = {
  demo: benchDemo,
  import: benchImport,
  load: async () => ({
    ...{ sessions: await benchSessions(), lists: await benchLists() },
    embedded: await benchListsEmbedded(),
  }),
  sessions: benchSessions,
  lists: benchLists,
  'lists-embedded': benchListsEmbedded,
  pages: benchPages,
  grid: benchGrid,
  export: benchExport,
  observatory: benchObservatory,
  verdicts: benchVerdicts,
  sync: benchSync,
  read: benchRead,
  'read-memory': benchReadMemory,
};

const [name = '', ...words] = process.argv.slice(2);
const bench = BENCHMARKS[name];
if (bench === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHMARKS).join(' | ')}\n`);
  process.exit(2);
}
process.stdout.write(`${JSON.stringify({ bench: name, ...(await bench(words)) })}\n`);
