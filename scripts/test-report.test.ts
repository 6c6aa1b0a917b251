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
    suites: [],
  });
  expect(lastLine(add(countVitest(vitest), browser))).toBe('8 passed, 1 failed, 3 skipped');
});

it('counts a test file that does not load as a failure', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
  ];
  const counts = countVitest({ ...vitest, numFailedTests: 0, testResults });
  expect(counts.failed).toBe(1);
  expect(counts.failures).toEqual(['a.test.ts\n    no such file']);
});

it('counts a browser test that passed only on repetition as a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 1, skipped: 0 };
  expect(countPlaywright({ stats, errors: [], suites: [] }).failed).toBe(1);
});

it('counts an error outside of any test as a failure', () => {
  expect(withExitCode({ ...NONE, passed: 4 }, 1)).toMatchObject({ passed: 4, failed: 1, skipped: 0 });
  expect(withExitCode({ ...NONE, passed: 4 }, 0)).toEqual({ ...NONE, passed: 4 });
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{}], suites: [] }).failed).toBe(1);
});

it('counts a report that was not written, or not whole, as a failure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pecboard-report-'));
  const half = join(folder, 'half.json');
  writeFileSync(half, '{"numPassedTests": 4');
  expect(readCounts(half, countVitest)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  expect(readCounts(join(folder, 'none.json'), countVitest)).toMatchObject({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
  rmSync(folder, { recursive: true });
});

it('tells each failed test with the first lines of what it said, without colours', () => {
  const red = `${String.fromCharCode(27)}[31m`;
  const long = Array.from({ length: 40 }, (_, line) => `line ${String(line)}`).join('\n');
  const units = countVitest({
    ...vitest,
    testResults: [
      {
        name: 'money.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'adds up', status: 'failed', failureMessages: [`${red}expected 1\n${long}`] },
          { fullName: 'rounds', status: 'passed', failureMessages: [] },
        ],
      },
    ],
  });
  const journey = {
    title: 'is opened',
    ok: false,
    tests: [{ results: [{ errors: [{ message: 'gone' }] }] }],
  };
  const pages = countPlaywright({
    stats: { expected: 0, unexpected: 1, flaky: 0, skipped: 0 },
    errors: [],
    suites: [{ title: 'pages.spec.ts', specs: [], suites: [{ title: 'a page', specs: [journey] }] }],
  });
  const [first, second, ...others] = add(units, pages).failures;
  expect(first?.split('\n').map((line) => line.trim())).toEqual(
    ['money.test.ts › adds up', 'expected 1', ...long.split('\n').slice(0, 14)].map((line) => line.trim()),
  );
  expect(second).toBe('a page › is opened\n    gone');
  expect(others).toEqual([]);
});
