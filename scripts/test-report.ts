import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** `failures`: what is told of each failed test at the end, where whoever reads the last page of a log finds it. */
export type Counts = { passed: number; failed: number; skipped: number; failures: readonly string[] };

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

const LINES_OF_A_FAILURE = 15;
const CONTROL = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const failure = (name: string, messages: readonly string[]): string =>
  [name, ...messages.join('\n').replaceAll(CONTROL, '').split('\n').slice(0, LINES_OF_A_FAILURE)]
    .filter((line) => line.trim() !== '')
    .join('\n    ');

const count = z.number().int().nonnegative();

const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});
type VitestFile = z.infer<typeof vitestReport>['testResults'][number];

const failuresOfFile = ({ name, message, assertionResults }: VitestFile): string[] =>
  assertionResults.length === 0
    ? [failure(name, [message])]
    : assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages ?? []));

/** A file that does not even load has no failed test, but it has failed. */
export function countVitest(report: unknown): Counts {
  const parsed = vitestReport.parse(report);
  const broken = parsed.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: parsed.numPassedTests,
    failed: parsed.numFailedTests + broken.length,
    skipped: parsed.numPendingTests + parsed.numTodoTests,
    failures: parsed.testResults.filter(({ status }) => status === 'failed').flatMap(failuresOfFile),
  };
}

const playwrightError = z.object({ message: z.string().nullish() });
const playwrightSuite = z.object({
  title: z.string(),
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(playwrightError) })) })),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});
type PlaywrightSuite = z.infer<typeof playwrightSuite>;

const playwrightReport = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: z.array(playwrightError),
  suites: z.array(playwrightSuite),
});

const messagesOf = (errors: readonly z.infer<typeof playwrightError>[]): string[] =>
  errors.flatMap(({ message }) => message ?? []);

const failuresOfSuite = ({ title, specs, suites = [] }: PlaywrightSuite): string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map((spec) => {
      const errors = spec.tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return failure(`${title} › ${spec.title}`, messagesOf(errors));
    }),
  ...suites.flatMap(failuresOfSuite),
];

/** A test that passes only when repeated is a failure: nothing is repeated here. */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors, suites } = playwrightReport.parse(report);
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed + (failed === 0 ? errors.length : 0),
    skipped: stats.skipped,
    failures: [...suites.flatMap(failuresOfSuite), ...messagesOf(errors)],
  };
}

/** The counts of a report file; a tool that wrote none counts as one failure. */
export function readCounts(file: string, countIn: (report: unknown) => Counts): Counts {
  try {
    return countIn(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { ...NONE, failed: 1, failures: [`${file} was not written, or not as expected.`] };
  }
}

/** Whether the tool's exit code says the same as its report: an error outside of any test is a failure too. */
export const withExitCode = (counts: Counts, code: number): Counts =>
  code !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, failures: ['An error outside of any test: its words stand above.'] }
    : counts;

export const lastLine = (counts: Counts): string =>
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
