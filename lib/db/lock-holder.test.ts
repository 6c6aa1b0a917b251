import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freeOfDead, noteHolder } from './lock-holder.ts';

let folder: string;
let lock: string;
let note: string;
let deadPid: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lock-holder-'));
  lock = join(folder, 'in-use.lock');
  note = join(folder, 'in-use.json');
  mkdirSync(lock);
  await noteHolder(lock);
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  deadPid = child.pid ?? 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rewrite = (change: Record<string, unknown>): void => {
  if (!existsSync(note)) return;
  const held = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(note, 'utf8')));
  writeFileSync(note, JSON.stringify({ ...held, ...change }));
};

/** Elsewhere nothing tells that an id still names the same process. */
const isLinux = process.platform === 'linux';

describe('a lock that was left behind', () => {
  it('is taken away at once when its holder has died, where that can be known', async () => {
    rewrite({ pid: deadPid });
    await freeOfDead(lock);
    expect(existsSync(lock)).toBe(!isLinux);
  });

  it.each([
    ['its holder lives', () => undefined],
    [
      'its holder lives where ids name other processes',
      () => rewrite({ pid: deadPid, place: 'another boot pid:[1]' }),
    ],
    ['another holder has made a new one', () => rewrite({ pid: deadPid, bornNs: '1' })],
    ['nothing tells whose it is', () => rmSync(note, { force: true })],
    ['the note of its holder was cut off', () => writeFileSync(note, '{"pid":')],
  ])('stays when %s', async (_when, change) => {
    change();
    await freeOfDead(lock);
    expect(existsSync(lock)).toBe(true);
  });

  it('is nothing to take away where there is none', async () => {
    rmSync(lock, { recursive: true });
    rewrite({ pid: deadPid });
    await freeOfDead(lock);
    expect(existsSync(lock)).toBe(false);
  });
});
