import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyOf, field } from './testing/client.ts';
import { LINK_KEYS } from './worlds/partner.ts';
import { request } from 'node:https';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'simulator-main-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const start = (...args: string[]) =>
  spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

const firstLine = ({ stdout }: ReturnType<typeof start>): Promise<string> =>
  new Promise((resolve) => void createInterface(stdout).once('line', resolve));

const statusOf = (url: string, ca: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { ca, agent: false }, (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });

test('prints where it is, leaves files to connect with, and ends on SIGTERM', async () => {
  const child = start('--port', '0', '--customers', '5', '--seed', '8', '--dir', dir, '--limits', 'relaxed');
  const exited = once(child, 'exit');
  const line = await firstLine(child);
  const described: unknown = bodyOf({ text: line });
  expect(described).toMatchObject({ customers: 5, seed: 8, limits: 'relaxed', partnerType: 'direct-bill' });
  expect(JSON.parse(await readFile(join(dir, 'simulator.json'), 'utf8'))).toEqual(described);
  const credentials: unknown = JSON.parse(await readFile(join(dir, 'link-credentials.json'), 'utf8'));
  expect(credentials).toHaveLength(LINK_KEYS.length);
  expect(field(credentials, '0.tenantId')).toBe(field(described, 'tenantId'));
  const ca = await readFile(join(dir, 'ca.pem'), 'utf8');
  const port = new URL(String(field(described, 'url'))).port;
  expect(await statusOf(`https://localhost:${port}/_simulator/calls`, ca)).toBe(200);
  expect(await statusOf(`https://127.0.0.1:${port}/_simulator/calls`, ca)).toBe(200);
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});

test('says in one line that its port is taken', async () => {
  const first = start('--port', '0', '--customers', '1', '--dir', dir);
  const line = await firstLine(first);
  const { port } = new URL(String(field(JSON.parse(line), 'url')));
  const second = start('--port', port, '--dir', dir);
  let said = '';
  second.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  expect(await once(second, 'close')).toEqual([1, null]);
  expect(said).toMatch(/^the simulator could not start: .*EADDRINUSE.*\n$/);
  first.kill('SIGTERM');
  await once(first, 'close');
});

test.each([
  [['--port', 'many'], 'port'],
  [['--limits', 'none'], 'limits'],
  [['--now', 'yesterday'], 'now'],
  [['--cost-ways', 'export,guess'], 'cost-ways'],
  [['--colour', 'blue'], '--colour'],
])('refuses %j and says which', async (args, named) => {
  const child = start(...args);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(said).toContain(named);
  expect(said).toContain('usage:');
});
