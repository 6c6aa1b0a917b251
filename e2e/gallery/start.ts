/** Shows the pages over made-up answers: `node e2e/gallery/start.ts [PORT]`, state chosen by the cookie `scenario`. */
import { spawn } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const COPY = join(ROOT, '.cache/gallery');
const SHOWN = [
  'app',
  'components',
  'lib/core',
  'lib/queries/schemas',
  'lib/queries/bad-query.ts',
  'lib/auth/roles.ts',
];
const FONT = 'node_modules/@fontsource-variable/inter';
const port = process.argv[2] ?? '3900';

/** Pages that only signed-in people have are not shown here. */
const LEFT_OUT = ['/app/api', '/app/sign-in', '/(dashboard)/audit', '/(dashboard)/settings'];

const isPage = (path: string) => !LEFT_OUT.some((part) => path.includes(part)) && !path.endsWith('/route.ts');

async function copyAll(): Promise<void> {
  for (const part of SHOWN) {
    await cp(join(ROOT, part), join(COPY, part), { recursive: true, filter: isPage, force: true });
  }
  await cp(join(ROOT, 'e2e/gallery'), join(COPY, 'lib'), { recursive: true, force: true });
}

async function prepare(): Promise<void> {
  for (const part of [...SHOWN, 'lib/queries']) await rm(join(COPY, part), { recursive: true, force: true });
  await mkdir(COPY, { recursive: true });
  for (const file of ['package.json', 'tsconfig.json', 'next.config.js', 'postcss.config.mjs']) {
    await cp(join(ROOT, file), join(COPY, file));
  }
  await cp(join(ROOT, FONT), join(COPY, FONT), { recursive: true });
  await writeFile(join(COPY, 'instrumentation.ts'), 'export function register(): void {}\n');
  await writeFile(join(COPY, 'README'), 'Made by e2e/gallery/start.ts; safe to delete.\n');
  await copyAll();
}

function follow(): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  for (const part of ['app', 'components', 'e2e/gallery']) {
    watch(join(ROOT, part), { recursive: true }, () => {
      clearTimeout(due);
      due = setTimeout(() => void copyAll(), 100);
    });
  }
}

await prepare();
follow();
const next = spawn(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'dev', '-p', port], {
  cwd: COPY,
  stdio: 'inherit',
});
next.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal));
