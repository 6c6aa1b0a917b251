import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const HINT = '//# allFunctionsCalledOnLoad\n';

const manifest = z.object({ rootMainFiles: z.array(z.string()) });

/**
 * Asks browsers to compile the scripts that start every page while they arrive. Without it Chromium does so when they
 * start, for half of the time that they block the page; other browsers read a comment.
 */
export async function hintCompilation(built: string): Promise<void> {
  const { rootMainFiles } = manifest.parse(
    JSON.parse(await readFile(join(built, 'build-manifest.json'), 'utf8')),
  );
  for (const name of rootMainFiles) {
    const file = join(built, name);
    const script = await readFile(file, 'utf8');
    if (!script.startsWith(HINT)) await writeFile(file, HINT + script);
  }
}
