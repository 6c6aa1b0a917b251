import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runTool, say } from './tools.ts';

const VARIABLES = [
  'PECBOARD_CHROMIUM',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
  'CHROME_PATH',
  'CHROME_BIN',
] as const;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const DOWNLOAD_PATIENCE_MS = '15000';

export type Chromium = { path: string; how: string };

const isRoot = (): boolean => process.getuid?.() === 0;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Asking for the version also finds a browser whose system libraries are missing. */
function runs(path: string): boolean {
  if (!isExecutable(path)) return false;
  if (process.platform === 'win32') return true;
  const flags = isRoot() ? ['--no-sandbox', '--version'] : ['--version'];
  return spawnSync(path, flags, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function fromVariables(env: NodeJS.ProcessEnv): Chromium | null {
  for (const name of VARIABLES) {
    const path = env[name];
    if (path === undefined || path === '') continue;
    if (runs(path)) return { path, how: `named by ${name}` };
    throw new Error(`${name} names a browser that does not run; correct or unset it.`);
  }
  return null;
}

function installed(env: NodeJS.ProcessEnv): Chromium | null {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = [...candidates, ...ELSEWHERE].find(runs);
  return path === undefined ? null : { path, how: 'installed on this machine' };
}

function playwrights(): Chromium | null {
  const path = chromium.executablePath();
  return path !== '' && runs(path) ? { path, how: "Playwright's own" } : null;
}

async function download(): Promise<Chromium | null> {
  say("Browser: none found; trying Playwright's download (playwright install chromium) ...");
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: DOWNLOAD_PATIENCE_MS };
  await runTool('playwright', ['install', 'chromium'], env);
  return playwrights();
}

function fromPackageManager(env: NodeJS.ProcessEnv): Chromium | null {
  if (!isRoot() || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  say('Browser: installing the system package (apt-get install chromium) ...');
  const options = { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options);
  const found = installed(env);
  return found === null ? null : { ...found, how: 'just installed with apt-get' };
}

/** A Chromium that runs: named, installed, Playwright's, downloaded, or from the system's packages. */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
  const present = fromVariables(env) ?? installed(env) ?? playwrights();
  const found = present ?? (await download()) ?? fromPackageManager(env);
  if (found !== null) return found;
  throw new Error(
    'The browser tests need Chromium and none could be had. Install Chromium or Chrome, or name one with PECBOARD_CHROMIUM.',
  );
}
