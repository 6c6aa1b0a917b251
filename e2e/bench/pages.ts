import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext } from '@playwright/test';
import { freePort } from '../server-process.ts';
import { startStack, type Stack } from '../stack.ts';
import { MONTHS, withFilledFolder } from './filled-store.ts';
import { medianOf, readLighthouse, type Scores } from './page-scores.ts';
import { launchBrowser, signInByPicker } from './signed-in-browser.ts';

const CUSTOMERS = 1000;
const RUNS = 5;
const CUSTOMER_PAGE = '/customers/00000001-0000-4000-8000-000000000001';
const SUBSCRIPTION_PAGE = '/subscriptions/00000002-0000-4000-8000-000000000001';

/** Every page that a signed-in person opens, as `npm run bench -- pages` weighs it. */
const PAGES = [
  ...['/', '/customers', CUSTOMER_PAGE, `${CUSTOMER_PAGE}/report`, '/subscriptions', SUBSCRIPTION_PAGE],
  ...['/gaps', '/gaps?cause=no-access', '/costs', '/links', '/links/me', '/roles', '/imports'],
  ...['/imports/reconcile', '/sync', '/audit', '/settings', '/settings/people'],
];
const SCORED = ['/', '/customers', CUSTOMER_PAGE];

const say = (text: string): void => void process.stderr.write(`${text}\n`);

type Weight = { scriptKb: number; styleKb: number; htmlKb: number; htmlPlainKb: number; nodes: number };

const kilobytes = (bytes: number): number => Number((bytes / 1024).toFixed(1));

/** What a first visit loads, packed as our server packs it; `htmlPlainKb` is the page before packing. */
async function weigh(context: BrowserContext, url: string): Promise<Weight> {
  const page = await context.newPage();
  const sums = { script: 0, stylesheet: 0, document: 0, plain: 0 };
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind !== 'script' && kind !== 'stylesheet' && kind !== 'document') return;
    bodies.push(
      response.body().then((body) => {
        sums[kind] += gzipSync(body).length;
        if (kind === 'document') sums.plain += body.length;
      }),
    );
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status() ?? 'nothing'}`);
  await Promise.all(bodies);
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.close();
  return {
    ...{ scriptKb: kilobytes(sums.script), styleKb: kilobytes(sums.stylesheet) },
    ...{ htmlKb: kilobytes(sums.document), htmlPlainKb: kilobytes(sums.plain), nodes },
  };
}

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

async function weighAll(browser: Browser, stack: Stack, storageState: SignedIn): Promise<object> {
  const weights: Record<string, Weight> = {};
  for (const path of PAGES) {
    // Each in a browser that has seen nothing of ours before.
    const context = await browser.newContext({ storageState });
    weights[path] = await weigh(context, stack.url + path);
    say(`${path} ${JSON.stringify(weights[path])}`);
    await context.close();
  }
  return weights;
}

type Scoring = { port: number; cookie: string; runs: number };

async function scoreAll(stack: Stack, { port, cookie, runs: count }: Scoring): Promise<object> {
  const scores: Record<string, object> = {};
  for (const path of SCORED) {
    const runs: Scores[] = [];
    for (let run = 0; run < count; run += 1) runs.push(await readLighthouse(stack.url + path, port, cookie));
    scores[path] = medianOf(runs);
    say(`${path} ${JSON.stringify(scores[path])}`);
  }
  return scores;
}

const monthsIn = (words: readonly string[]): number =>
  Number(words.find((word) => /^\d+$/.test(word)) ?? MONTHS);

/**
 * Weight of every signed-in page, and Lighthouse on three of them, with 1,000 customers in the embedded store. While
 * somebody works on it: `weights` without Lighthouse, `scores` with nothing else, `once` with one run of it, a number
 * for as many months.
 */
export const benchPages = (words: readonly string[]): Promise<object> =>
  withFilledFolder({ customers: CUSTOMERS, months: monthsIn(words) }, async (options) => {
    const stack = await startStack(options);
    const port = await freePort();
    const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
    try {
      const signedIn = await browser.newContext();
      const cookie = await signInByPicker(signedIn, stack);
      const state = await signedIn.storageState();
      const weights = words.includes('scores') ? {} : await weighAll(browser, stack, state);
      const runs = words.includes('once') ? 1 : RUNS;
      const scores = words.includes('weights') ? {} : await scoreAll(stack, { port, cookie, runs });
      return { customers: CUSTOMERS, weights, scores };
    } finally {
      await browser.close();
      await stack.close();
    }
  });
