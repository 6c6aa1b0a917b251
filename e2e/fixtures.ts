import { isDeepStrictEqual } from 'node:util';
import { expect, test as base, type Page } from '@playwright/test';
import { expectComplete } from './complete-sync.ts';
import { madeStore, USUAL_WORLD } from './made-stores.ts';
import { startStack, type Stack, type StackOptions } from './stack.ts';

type PerWorker = {
  /** What the stack of this file is made of; a file with its own has a stack of its own. */
  stackOptions: StackOptions & { synced?: boolean };
  stack: Stack;
};

type PerTest = {
  /** Errors of the browser's console that this journey provokes on purpose. */
  provokedErrors: RegExp | null;
  watch: void;
};

const COMPLAINTS = /"level":"(error|fatal)"|unhandled ?rejection|uncaught ?exception|⨯/i;

/** Scripts run once a page is painted, which may be after it says that it is loaded: who goes to it waits for them. */
function waitForScripts(page: Page): void {
  const goTo = page.goto.bind(page);
  page.goto = async (address, options) => {
    const answer = await goTo(address, options);
    if (options?.waitUntil === 'commit') return answer;
    const areStarted = () =>
      document.querySelector('script[src*="/chunks/start-"]') === null ||
      !Array.isArray(Reflect.get(globalThis, 'TURBOPACK') ?? []);
    await page.waitForFunction(areStarted, undefined, { polling: 50 });
    return answer;
  };
}

/** Everything that went wrong in a browser page beside what the journey looks at. */
function watchPage(page: Page, origins: readonly string[], provoked: RegExp | null): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' || provoked?.test(message.text())) return;
    faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught in the page: ${error.message}`));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    const isLocal = asked.protocol === 'data:' || asked.protocol === 'blob:';
    if (!isLocal && !origins.includes(asked.origin)) faults.push(`asked ${asked.origin}`);
  });
  return faults;
}

/** A journey's browser opens on a product that runs against its own simulated Azure. */
export const test = base.extend<PerTest, PerWorker>({
  stackOptions: [USUAL_WORLD, { option: true, scope: 'worker' }],
  stack: [
    async ({ stackOptions: { synced = true, ...options } }, use) => {
      const isMade = synced && isDeepStrictEqual(options, USUAL_WORLD);
      const stack = await startStack({ ...options, store: madeStore(isMade ? 'synced' : 'empty') });
      try {
        if (synced && !isMade) await expectComplete(stack);
        await use(stack);
      } finally {
        await stack.close();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ stack }, use) => use(stack.url),
  provokedErrors: [null, { option: true }],
  watch: [
    async ({ page, stack, stackOptions, provokedErrors, javaScriptEnabled }, use) => {
      const entra = stackOptions.signIn === undefined ? [] : [stack.simulator.url];
      const faults = watchPage(page, [stack.url, ...entra], provokedErrors);
      const printed = stack.output().length;
      if (javaScriptEnabled) waitForScripts(page);
      await use();
      const complaints = stack
        .output()
        .slice(printed)
        .split('\n')
        .filter((line) => COMPLAINTS.test(line));
      expect([...faults, ...complaints], 'nothing went wrong beside what the journey looks at').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
