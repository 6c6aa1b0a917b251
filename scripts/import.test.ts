import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('./import.ts', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(dir, { recursive: true }));

const importFiles = (files: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(
    process.execPath,
    ['--conditions=react-server', SCRIPT, ...files.map((name) => join(dir, name))],
    {
      env: { NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: join(dir, 'data'), ...env },
      encoding: 'utf8',
    },
  );

const HEADERS =
  'customerTenantId,customerName,SubscriptionId,date,billingCurrency,costInBillingCurrency,partnerEarnedCreditApplied,partnerEarnedCreditRate';
const line = (month: string, net: string): string =>
  `11111111-0000-4000-8000-000000000001,Contoso,33333333-0000-4000-8000-000000000003,${month}-03,EUR,${net},1,0.15`;
const write = (name: string, ...lines: string[]): void => writeFileSync(join(dir, name), lines.join('\n'));

it('wants files, and settings that are right', () => {
  expect(importFiles([])).toMatchObject({
    ...{ status: 2, stdout: '', stderr: 'Name the files or folders: npm run import -- FILE...\n' },
  });
  const wrong = importFiles(['any.csv'], { DATABASE_URL: 'no address' });
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('DATABASE_URL');
});

it('imports each of several files, says what came of it, and fails where one was not imported', () => {
  write(
    'october.csv',
    HEADERS,
    line('2026-10', '85'),
    line('2026-10', 'much'),
    ...Array(10).fill(line('2026-10', '1')),
  );
  write('letter.csv', 'who,when', 'Ada,July');
  write('september.csv', HEADERS, line('2026-09', '17'));
  const ended = importFiles(['october.csv', 'letter.csv', 'september.csv', 'october.csv']);
  expect(ended.stdout.trim().split('\n')).toEqual([
    'october.csv: imported, cost-details of 2026-10, 11 lines, and 1 left out.',
    expect.stringMatching(/^letter.csv: nothing was imported. No known file of cost/),
    'september.csv: imported, cost-details of 2026-09, 1 line.',
    'october.csv: was imported before, cost-details of 2026-10, 11 lines, and 1 left out.',
  ]);
  expect(ended.status).toBe(1);
  expect(importFiles(['september.csv'])).toMatchObject({ status: 0 });
  const missing = importFiles(['nowhere.csv', 'september.csv']);
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain('nowhere.csv');
}, 60_000);
