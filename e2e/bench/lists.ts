import { startStack, type Stack, type StackOptions } from '../stack.ts';
import { PER_CUSTOMER, sizeOf, withFilledFolder, withFilledPostgres, type Sized } from './filled-store.ts';
import { listViews } from './list-views.ts';
import { rank, runOpenLoop, sortedTimes, type Measured } from './open-loop.ts';
import { signIn } from './signed-in.ts';

const PEOPLE = 20;
const PER_SECOND = 20;
const SECONDS = 60;
/** Before it is measured, each view is asked for once, this many a second: what is never kept is measured there. */
const COLD_PER_SECOND = 4;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function measure(stack: Stack): Promise<object> {
  const cookies: string[] = [];
  for (let index = 0; index < PEOPLE; index += 1) cookies.push(await signIn(stack, index));
  const paths = listViews();
  const load = { url: stack.url, cookies, paths };
  const coldly = await runOpenLoop({
    ...load,
    ...{ perSecond: COLD_PER_SECOND, seconds: paths.length / COLD_PER_SECOND },
  });
  say(`cold ${JSON.stringify(figuresOf(coldly))}`);
  const measured = await runOpenLoop({ ...load, perSecond: PER_SECOND, seconds: SECONDS });
  const { requests, errors, byPath } = measured;
  const slowest = [...byPath].map(([path, of]): [string, number] => [path, rank(sortedTimes(of), 0.95)]);
  return {
    ...{ people: PEOPLE, perSecond: PER_SECOND, views: paths.length, requests },
    errors: [...coldly.errors, ...errors].length,
    firstErrors: [...coldly.errors, ...errors].slice(0, 3),
    ...figuresOf(measured),
    overviewP95Ms: slowest.find(([path]) => path === '/')?.[1],
    cold: figuresOf(coldly),
    generator: measured.generator,
    p95ByPath: Object.fromEntries(slowest.toSorted(([, left], [, right]) => right - left)),
  };
}

function figuresOf({ times }: Measured): object {
  const sorted = sortedTimes(times);
  return { p50Ms: rank(sorted, 0.5), p95Ms: rank(sorted, 0.95), maxMs: rank(sorted, 1) };
}

async function benchOn(options: StackOptions, sized: Sized): Promise<object> {
  const stack = await startStack({ ...options, signIn: 'entra' });
  try {
    const { customers, months } = sized;
    return { customers, subscriptions: customers * PER_CUSTOMER, months, ...(await measure(stack)) };
  } finally {
    await stack.close();
  }
}

/** 10,000 customers and 50,000 subscriptions on PostgreSQL; `lists CUSTOMERS MONTHS` for another size. */
export function benchLists(): Promise<object> {
  const sized = sizeOf(10_000);
  return withFilledPostgres(sized, (options) => benchOn(options, sized));
}

/** 1,000 customers in the embedded database. */
export function benchListsEmbedded(): Promise<object> {
  const sized = sizeOf(1000);
  return withFilledFolder(sized, (options) => benchOn(options, sized));
}
