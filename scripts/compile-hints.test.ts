import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hintCompilation } from './compile-hints.ts';

it('asks once for each script that starts every page to be compiled while it arrives, and for no other', async () => {
  const built = await mkdtemp(join(tmpdir(), 'pecboard-hints-'));
  const read = (name: string): Promise<string> => readFile(join(built, name), 'utf8');
  try {
    await writeFile(join(built, 'build-manifest.json'), JSON.stringify({ rootMainFiles: ['main.js'] }));
    await writeFile(join(built, 'main.js'), 'start()');
    await writeFile(join(built, 'page.js'), 'more()');
    await hintCompilation(built);
    await hintCompilation(built);
    expect(await read('main.js')).toBe('//# allFunctionsCalledOnLoad\nstart()');
    expect(await read('page.js')).toBe('more()');
  } finally {
    await rm(built, { recursive: true, force: true });
  }
});
