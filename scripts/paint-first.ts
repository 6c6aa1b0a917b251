import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { startWhenPainted } from './start-when-painted.ts';

const manifest = z.looseObject({ rootMainFiles: z.array(z.string()).min(2) });

/** Of the script that a built page names instead of others. */
const STARTER = /^static\/chunks\/start-[\da-f]{16}\.js$/;

const nameOf = (text: string): string =>
  `start-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`;

/**
 * Pages name the scripts that start them by `rootMainFiles` of Next's manifest, and browsers load and run these beside the
 * page. Afterwards pages name the first, and one that starts the others once the page is painted. Next writes the first at
 * the end of a page, behind scripts that wait for its style, and any other at the beginning.
 */
export async function paintFirst(built: string): Promise<void> {
  const path = join(built, 'build-manifest.json');
  const read = manifest.parse(JSON.parse(await readFile(path, 'utf8')));
  const [first, ...others] = read.rootMainFiles;
  if (others.some((name) => STARTER.test(name))) return;
  const names = others.map((name) => posix.basename(name));
  const text = `(${startWhenPainted.toString()})(${JSON.stringify(names)});\n`;
  const starter = posix.join('static/chunks', nameOf(text));
  await writeFile(join(built, starter), text);
  await writeFile(path, JSON.stringify({ ...read, rootMainFiles: [first, starter] }, null, 2));
}
