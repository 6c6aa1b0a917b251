import lighthouse from 'lighthouse';

/**
 * Out of 100, and Lighthouse's own figures in milliseconds; `shift` has no unit. `machine`: how quick it found the processor
 * (benchmarkIndex), whose time it takes four times to tell a phone's: scores of unlike machines, or minutes, are not alike.
 */
export type Scores = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  shift: number;
  paintedMs: number;
  largestMs: number;
  blockedMs: number;
  machine: number;
};

/** Chromium's trace of a load now and then lacks its beginning, of which nothing can be told. */
const TRIES = 3;

/** As a phone loads it: Lighthouse's usual throttling. */
export async function readLighthouse(url: string, port: number, cookie: string, tries = 1): Promise<Scores> {
  const result = await lighthouse(url, {
    ...{ port, logLevel: 'error', output: 'json', extraHeaders: { cookie } },
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
  });
  if (result === undefined) throw new Error(`Lighthouse said nothing of ${url}`);
  if (result.lhr.runtimeError?.code === 'NO_NAVSTART' && tries < TRIES) {
    return readLighthouse(url, port, cookie, tries + 1);
  }
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const figure = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  for (const audit of Object.values(audits)) {
    if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary') {
      process.stderr.write(`  ${audit.id}: ${audit.title}\n`);
    }
  }
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    shift: figure('cumulative-layout-shift'),
    paintedMs: Math.round(figure('first-contentful-paint')),
    largestMs: Math.round(figure('largest-contentful-paint')),
    blockedMs: Math.round(figure('total-blocking-time')),
    machine: Math.round(result.lhr.environment.benchmarkIndex),
  };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of each figure for itself. */
export const medianOf = (runs: readonly Scores[]): Scores => {
  const of = (name: keyof Scores): number => middle(runs.map((run) => run[name]));
  return {
    ...{
      performance: of('performance'),
      accessibility: of('accessibility'),
      bestPractices: of('bestPractices'),
    },
    ...{
      shift: of('shift'),
      paintedMs: of('paintedMs'),
      largestMs: of('largestMs'),
      blockedMs: of('blockedMs'),
      machine: of('machine'),
    },
  };
};
