import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file of this room on disk. Next bundles the server, so the module's own address is not where the files are;
 * every command runs in the project's folder instead.
 */
export function roomFile(name: string): string {
  const path = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'db', name);
  if (!existsSync(path)) throw new Error(`${name} was not found; start the program in the project's folder`);
  return path;
}
