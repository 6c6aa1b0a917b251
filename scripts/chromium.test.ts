import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findChromium } from './chromium.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pecboard-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, exitCode: number): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(path, 0o755);
  return path;
}

it('takes the browser that a variable names before any other', async () => {
  program('chromium', 0);
  const named = program('mine', 0);
  expect(await findChromium({ PATH: folder, PECBOARD_CHROMIUM: named, NODE_ENV: 'test' })).toEqual({
    path: named,
    how: 'named by PECBOARD_CHROMIUM',
  });
});

it('refuses a named browser that does not run instead of taking another', async () => {
  program('chromium', 0);
  const broken = program('broken', 1);
  await expect(findChromium({ PATH: folder, CHROME_PATH: broken, NODE_ENV: 'test' })).rejects.toThrow(
    'CHROME_PATH',
  );
});

it('passes over an installed browser that does not run, such as one without its libraries', async () => {
  program('chromium', 127);
  const working = program('google-chrome', 0);
  expect((await findChromium({ PATH: folder, NODE_ENV: 'test' })).path).toBe(working);
});
