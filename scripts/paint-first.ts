import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { startWhenPainted } from './start-when-painted.ts';

const manifest = z.looseObject({ rootMainFiles: z.array(z.string()).min(1) });

/** Of the script that a built page names instead of those that it starts. */
const STARTER = /^static\/chunks\/start-[\da-f]{16}\.js$/;

const nameOf = (text: string): string =>
  `start-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`;

/**
 * Pages name the scripts that start them by `rootMainFiles` of Next's manifest, and browsers load these beside the page.
 * Afterwards pages name one small script there, which starts the others once the page is painted.
 */
export async function paintFirst(built: string): Promise<void> {
  const path = join(built, 'build-manifest.json');
  const read = manifest.parse(JSON.parse(await readFile(path, 'utf8')));
  if (read.rootMainFiles.some((name) => STARTER.test(name))) return;
  const names = read.rootMainFiles.map((name) => posix.basename(name));
  const text = `(${startWhenPainted.toString()})(${JSON.stringify(names)});\n`;
  const starter = posix.join('static/chunks', nameOf(text));
  await writeFile(join(built, starter), text);
  await writeFile(path, JSON.stringify({ ...read, rootMainFiles: [starter] }, null, 2));
}
