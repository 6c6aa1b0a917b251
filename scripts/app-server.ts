import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, globSync, openSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Environment, ROOT, startNode, toolFile } from './tools.ts';

const ADDRESS = '127.0.0.1';
const READY_WITHIN_MS = 120_000;
const ASK_EVERY_MS = 250;

export type App = { url: string; process: ChildProcess };

export async function isPortFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, ADDRESS);
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

const SOURCES = ['{app,components,lib,messages,public}/**', '*.{ts,mjs,js,json}'];
/** Written by the build itself, or without a part in it. */
const NOT_BUILT = ['next-env.d.ts', 'tsconfig.json', '**/*.test.ts', '**/*.test.tsx'];

/** Folders count too: removing a file changes only the folder. */
const newestSourceMs = (): number =>
  Math.max(
    ...globSync(SOURCES, { cwd: ROOT, exclude: NOT_BUILT }).map((path) => statSync(join(ROOT, path)).mtimeMs),
  );

export function isBuilt(): boolean {
  const build = join(ROOT, '.next', 'BUILD_ID');
  return existsSync(build) && statSync(build).mtimeMs > newestSourceMs();
}

/** Starts the web server; what it writes goes to a file unless it is a developer's own. */
export function startApp(mode: 'start' | 'dev', env: Environment, port: number, logFile: string | null): App {
  const log = logFile === null ? null : openSync(logFile, 'a');
  const child = startNode(toolFile('next'), [mode, '-H', ADDRESS, '-p', String(port)], {
    stdio: log === null ? 'inherit' : ['ignore', log, log],
    env: env as NodeJS.ProcessEnv,
  });
  if (log !== null) closeSync(log);
  return { url: `http://${ADDRESS}:${port}`, process: child };
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(READY_WITHIN_MS) })).ok;
  } catch {
    return false;
  }
};

const hasEnded = ({ process: child }: App): boolean => child.exitCode !== null || child.signalCode !== null;

export async function waitUntilReady(app: App): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(app.url))) {
    if (hasEnded(app)) throw new Error('The web server ended before it was ready.');
    if (Date.now() > giveUpAt)
      throw new Error(`The web server was not ready within ${READY_WITHIN_MS / 1000} s.`);
    await pause(ASK_EVERY_MS);
  }
}

export const lastLinesOf = (file: string, count: number): string =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';
