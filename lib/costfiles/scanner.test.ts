import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScanner } from './scanner.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scanner-'));
});
afterAll(() => rm(folder, { recursive: true }));

const setting = (name: string): string => `select current_setting('${name}') as value`;

describe('scans of cost files', () => {
  it('take turns, so that their memory limit is one for all', async () => {
    const first = await openScanner(join(folder, 'first'));
    const order: string[] = [];
    const second = openScanner(join(folder, 'second')).then((scanner) => {
      order.push('second is open');
      return scanner;
    });
    // Far longer than a scan takes to open.
    for (let count = 0; count < 300; count += 1) await first.connection.run(`select ${count}`);
    order.push('first ends');
    await first.close();
    await (await second).close();
    expect(order).toEqual(['first ends', 'second is open']);
  });

  it('leave the turn to others where one cannot be opened', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openScanner(join(folder, 'file'))).rejects.toThrow();
    const next = await openScanner(join(folder, 'next'));
    await next.close();
    expect(await readdir(folder)).not.toContain('next');
  });

  it('are bounded in memory and threads, and fetch nothing', async () => {
    const { connection, close } = await openScanner(join(folder, 'bounds'));
    const valueOf = async (name: string): Promise<string> =>
      String((await connection.runAndReadAll(setting(name))).getRows()[0]?.[0]);
    expect(await valueOf('memory_limit')).toBe('122.0 MiB');
    expect(await valueOf('threads')).toBe('1');
    expect(await valueOf('autoinstall_known_extensions')).toBe('false');
    await close();
  });
});
