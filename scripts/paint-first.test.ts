import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paintFirst } from './paint-first.ts';

it('lets a built page name its first script and one that starts the others, and keeps what else its manifest says', async () => {
  const built = await mkdtemp(join(tmpdir(), 'pecboard-paint-'));
  const chunks = join(built, 'static', 'chunks');
  const manifest = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(built, 'build-manifest.json'), 'utf8'));
  try {
    await mkdir(chunks, { recursive: true });
    const rootMainFiles = ['a', 'b', 'c'].map((name) => `static/chunks/${name}.js`);
    const before = { pages: { '/_app': [] }, rootMainFiles };
    await writeFile(join(built, 'build-manifest.json'), JSON.stringify(before));
    await paintFirst(built);
    const [name = '', ...others] = await readdir(chunks);
    expect(others).toEqual([]);
    expect(await manifest()).toEqual({
      ...before,
      rootMainFiles: ['static/chunks/a.js', `static/chunks/${name}`],
    });
    expect(await readFile(join(chunks, name), 'utf8')).toContain('(["b.js","c.js"])');
    await paintFirst(built);
    expect(await readdir(chunks)).toEqual([name]);
  } finally {
    await rm(built, { recursive: true, force: true });
  }
});
