import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  add,
  countPlaywright,
  countVitest,
  lastLine,
  NONE,
  readCounts,
  withExitCode,
} from './test-report.ts';

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

it('adds the counts of both test runners into the last line', () => {
  const browser = countPlaywright({
    stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 },
    errors: [],
  });
  expect(lastLine(add(countVitest(vitest), browser))).toBe('8 passed, 1 failed, 3 skipped');
});

it('counts a test file that does not load as a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(countVitest({ ...vitest, numFailedTests: 0, testResults }).failed).toBe(1);
});

it('counts a browser test that passed only on repetition as a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 1, skipped: 0 };
  expect(countPlaywright({ stats, errors: [] }).failed).toBe(1);
});

it('counts an error outside of any test as a failure', () => {
  expect(withExitCode({ ...NONE, passed: 4 }, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  expect(withExitCode({ ...NONE, passed: 4 }, 0)).toEqual({ passed: 4, failed: 0, skipped: 0 });
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{}] }).failed).toBe(1);
});

it('counts a report that was not written, or not whole, as a failure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pecboard-report-'));
  const half = join(folder, 'half.json');
  writeFileSync(half, '{"numPassedTests": 4');
  expect(readCounts(half, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(readCounts(join(folder, 'none.json'), countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  rmSync(folder, { recursive: true });
});
