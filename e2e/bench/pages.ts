import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { openDatabase } from '#lib/db/client.ts';
import { freePort } from '../server-process.ts';
import { DEMO_PEOPLE } from '../simulator/worlds/sign-in.ts';
import { MANAGING_TENANT_ID } from '../simulator/worlds/partner.ts';
import { startStack, type Stack } from '../stack.ts';
import { fillStore } from './fill-store.ts';
import { monthsUntil } from './months.ts';
import { medianOf, readLighthouse, type Scores } from './page-scores.ts';

const CUSTOMERS = 1000;
const PER_CUSTOMER = 5;
const MONTHS = 13;
const NEWEST = '2026-11';
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

async function fill(dataDir: string): Promise<void> {
  const database = await openDatabase({ kind: 'embedded', dataDir });
  const size = { customers: CUSTOMERS, perCustomer: PER_CUSTOMER, managingTenantId: MANAGING_TENANT_ID };
  try {
    await fillStore(database.db, { ...size, periods: monthsUntil(NEWEST, MONTHS) }, say);
  } finally {
    await database.close();
  }
}

/** By the people picker of the demonstration, as its administrator. */
async function signIn(context: BrowserContext, stack: Stack): Promise<string> {
  const name = DEMO_PEOPLE.find(({ role }) => role === 'Pec.Admin')?.displayName ?? '';
  const page = await context.newPage();
  await page.goto(`${stack.url}/sign-in`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${stack.url}/`);
  await page.close();
  return (await context.cookies()).map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
}

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

async function weighAll(browser: Browser, stack: Stack): Promise<{ cookie: string; weights: object }> {
  const signedIn = await browser.newContext();
  const cookie = await signIn(signedIn, stack);
  const storageState = await signedIn.storageState();
  const weights: Record<string, Weight> = {};
  for (const path of PAGES) {
    // Each in a browser that has seen nothing of ours before.
    const context = await browser.newContext({ storageState });
    weights[path] = await weigh(context, stack.url + path);
    say(`${path} ${JSON.stringify(weights[path])}`);
    await context.close();
  }
  return { cookie, weights };
}

async function scoreAll(stack: Stack, port: number, cookie: string): Promise<object> {
  const scores: Record<string, object> = {};
  for (const path of SCORED) {
    const runs: Scores[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await readLighthouse(stack.url + path, port, cookie));
    scores[path] = medianOf(runs);
    say(`${path} ${JSON.stringify(scores[path])}`);
  }
  return scores;
}

/** Weight of every signed-in page, and Lighthouse on three of them, with 1,000 customers in the embedded store. */
export async function benchPages(words: readonly string[]): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pecboard-pages-'));
  const port = await freePort();
  const executablePath = process.env['PECBOARD_CHROMIUM'];
  try {
    await fill(dataDir);
    const stack = await startStack({ customers: 1, signIn: 'people', limits: 'off', dataDir });
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
      args: [`--remote-debugging-port=${port}`],
    });
    try {
      const { cookie, weights } = await weighAll(browser, stack);
      const scores = words.includes('weights') ? {} : await scoreAll(stack, port, cookie);
      return { customers: CUSTOMERS, weights, scores };
    } finally {
      await browser.close();
      await stack.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
