import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';
import { buildApp } from './next-build.ts';
import { runSteps } from './steps.ts';
import {
  add,
  type Counts,
  countPlaywright,
  countVitest,
  lastLine,
  NONE,
  readCounts,
  withExitCode,
} from './test-report.ts';
import { complain, ROOT, runTool, say, seconds } from './tools.ts';

const REPORTS = join(ROOT, 'test-results', 'reports');

async function runVitest(): Promise<Counts> {
  const file = join(REPORTS, 'vitest.json');
  const code = await runTool('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return withExitCode(readCounts(file, countVitest), code);
}

async function runPlaywright(chromium: string): Promise<Counts> {
  const file = join(REPORTS, 'playwright.json');
  const env = { PECBOARD_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await runTool('playwright', ['test', '--reporter=list,json'], env);
  return withExitCode(readCounts(file, countPlaywright), code);
}

/** The browser first: fetching one may fail, which should be known before minutes have passed. */
async function prepareBrowser(): Promise<string | null> {
  try {
    const { path, how } = await findChromium();
    say(`Browser: ${path} (${how})`);
    return path;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function runBrowserTests(chromium: string | null): Promise<Counts> {
  const notRun = (why: string): Counts => ({
    ...NONE,
    failed: 1,
    failures: [`No browser test ran: ${why}.`],
  });
  if (chromium === null) return notRun('there is no browser');
  const built = await buildApp();
  return built === 0 ? runPlaywright(chromium) : notRun('the product could not be built');
}

async function runAll(): Promise<Counts> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const chromium = await prepareBrowser();
  const failedSteps = await runSteps(['format', 'lint', 'structure', 'types']);
  const tests = add(await runVitest(), await runBrowserTests(chromium));
  return add(tests, { ...NONE, failed: failedSteps.length, failures: failedSteps });
}

const startedAt = performance.now();
const counts = await runAll();
for (const told of counts.failures) complain(`\nFAILED ${told}`);
say(`\nFinished in ${seconds(startedAt)}`);
if (counts.passed === 0) complain('No test ran.');
say(lastLine(counts));
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
