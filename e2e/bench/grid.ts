import type { Page } from '@playwright/test';
import { startStack, type Stack } from '../stack.ts';
import { sizeOf, withFilledPostgres } from './filled-store.ts';
import { rank, sortedTimes } from './open-loop.ts';
import { launchBrowser, signInByPicker } from './signed-in-browser.ts';

const CUSTOMERS = 10_000;
const SEARCHED = ['birch retail', 'elan', 'customer77', 'zetter foods 9'];
/** People type no faster for long, and each letter is to show its own result. */
const BETWEEN_KEYS_MS = 250;
/** Pixels a second: reading, leafing, and the whole list by its scroll bar within 20 seconds. */
const SPEEDS = { reading: 1500, leafing: 12_000, whole: 195_000 };
const SCROLL_SECONDS = { reading: 5, leafing: 5, whole: 20 };

/** Milliseconds from a key to the frame after the one in which its result is drawn. */
async function typeLetter(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const shown = Promise.withResolvers<number>();
    Object.assign(window, { shown: shown.promise });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const look = (): void => {
          const isBusy = document.querySelector('[role=grid]')?.getAttribute('aria-busy') === 'true';
          if (isBusy || performance.now() - timeStamp < 1) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => shown.resolve(performance.now() - timeStamp)));
        };
        // The letter is in the field only after the event.
        setTimeout(look);
      },
      { capture: true, once: true },
    );
    document.querySelector<HTMLInputElement>('input[type=search]')?.focus();
  });
  await page.keyboard.press(key);
  // Made above.
  return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
}

/** What was drawn is what the API finds for the field's text. */
const requireResult = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const text = document.querySelector<HTMLInputElement>('input[type=search]')?.value.trim() ?? '';
    const answer = await fetch(`/api/v1/customers?limit=1&q=${encodeURIComponent(text)}`);
    // Our own API.
    const { total } = (await answer.json()) as { total: number };
    const shown = Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 1;
    if (shown !== total) throw new Error(`${shown} rows are shown for ${text}, ${total} match`);
  });

async function typeAll(page: Page, stack: Stack): Promise<object> {
  await page.goto(`${stack.url}/customers`);
  await page.waitForLoadState('networkidle');
  await typeLetter(page, 'x');
  await typeLetter(page, 'Backspace');
  const times: number[] = [];
  for (const text of SEARCHED) {
    for (const letter of [...text, ...Array.from(text, () => 'Backspace')]) {
      if (letter === ' ') await page.keyboard.press(letter);
      else times.push(await typeLetter(page, letter));
      const checked = requireResult(page);
      await page.waitForTimeout(BETWEEN_KEYS_MS);
      await checked;
    }
  }
  const sorted = sortedTimes(times);
  return {
    keys: times.length,
    ...{ p50Ms: rank(sorted, 0.5), p95Ms: rank(sorted, 0.95), maxMs: rank(sorted, 1) },
  };
}

type Scrolled = {
  fps: number;
  worstSecondFps: number;
  longestFrameMs: number;
  nodes: number;
  waitingShare: number;
};

/** Scrolls on in every frame; `waitingShare`: of the frames in which a row in view was still to come. */
const scroll = (page: Page, speed: number, seconds: number): Promise<Scrolled> =>
  page.evaluate(
    async ({ speed: pixels, seconds: length }) => {
      const frame = document.querySelector('.grid-scroll');
      if (frame === null) throw new Error('there is no list');
      const times: number[] = [];
      let nodes = 0;
      let waiting = 0;
      await new Promise<void>((done) => {
        const step = (now: number): void => {
          const before = times.at(-1) ?? now;
          times.push(now);
          frame.scrollTop += (pixels * (now - before)) / 1000;
          if (times.length % 8 === 0) nodes = Math.max(nodes, document.querySelectorAll('*').length);
          const box = frame.getBoundingClientRect();
          const middle = document.elementFromPoint(box.x + 80, box.y + box.height / 2)?.closest('tr');
          if (middle?.matches('.grid-coming, .grid-space') !== false) waiting += 1;
          if (now - (times[0] ?? now) < length * 1000) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame(step);
      });
      const [begun = 0] = times;
      const bySecond = Object.values(Object.groupBy(times, (time) => Math.floor((time - begun) / 1000)));
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
      return {
        fps: Number((gaps.length / (((times.at(-1) ?? 0) - begun) / 1000)).toFixed(1)),
        worstSecondFps: Math.min(...bySecond.slice(0, length).map((of) => of?.length ?? 0)),
        longestFrameMs: Number(Math.max(...gaps).toFixed(1)),
        nodes,
        waitingShare: Number((waiting / times.length).toFixed(3)),
      };
    },
    { speed, seconds },
  );

async function scrollAll(page: Page, stack: Stack): Promise<object> {
  const figures: Record<string, Scrolled> = {};
  for (const name of ['reading', 'leafing', 'whole'] as const) {
    await page.goto(`${stack.url}/subscriptions`);
    await page.waitForLoadState('networkidle');
    figures[name] = await scroll(page, SPEEDS[name], SCROLL_SECONDS[name]);
    process.stderr.write(`${name} ${JSON.stringify(figures[name])}\n`);
  }
  return figures;
}

/** A real browser on lists of 10,000 customers and 50,000 subscriptions: letters typed, rows scrolled. */
export function benchGrid(): Promise<object> {
  const sized = sizeOf(CUSTOMERS);
  return withFilledPostgres(sized, async (options) => {
    const stack = await startStack(options);
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await signInByPicker(context, stack);
      const page = await context.newPage();
      const typed = await typeAll(page, stack);
      process.stderr.write(`${JSON.stringify(typed)}\n`);
      return { ...sized, typed, scrolled: await scrollAll(page, stack) };
    } finally {
      await browser.close();
      await stack.close();
    }
  });
}
