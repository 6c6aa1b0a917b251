import { startStack, type Stack, type StackOptions } from '../stack.ts';
import { PER_CUSTOMER, sizeOf, withFilledFolder, withFilledPostgres, type Sized } from './filled-store.ts';
import { rank, runOpenLoop, sortedTimes } from './open-loop.ts';
import { signIn } from './signed-in.ts';

const PEOPLE = 20;
const PER_SECOND = 20;
const SECONDS = 60;
const WARM_UP_SECONDS = 15;

/** Every list page, with its filters and orders; Overview stands among them as often as people look at it. */
const PATHS = [
  '/',
  '/customers',
  '/customers?sort=name',
  '/customers?sort=-cost&verdict=not-earning',
  '/customers?q=birch',
  '/',
  '/subscriptions',
  '/subscriptions?sort=-cost',
  '/subscriptions?sort=verdict&linked=no',
  '/subscriptions?q=data%2012',
  '/gaps',
  '/gaps?cause=no-access',
  '/costs',
  '/costs?groupBy=day',
  '/costs?groupBy=class',
  '/costs?groupBy=subscription&sort=-missed',
  '/links',
  '/roles?inUse=true',
];

async function measure(stack: Stack): Promise<object> {
  const cookies: string[] = [];
  for (let index = 0; index < PEOPLE; index += 1) cookies.push(await signIn(stack, index));
  const load = { url: stack.url, cookies, paths: PATHS, perSecond: PER_SECOND };
  const coldly = await runOpenLoop({ ...load, perSecond: 2, seconds: WARM_UP_SECONDS });
  const { requests, errors, times, byPath } = await runOpenLoop({ ...load, seconds: SECONDS });
  const sorted = sortedTimes(times);
  const slowest = [...byPath].map(([path, of]): [string, number] => [path, rank(sortedTimes(of), 0.95)]);
  return {
    ...{ people: PEOPLE, perSecond: PER_SECOND, requests },
    errors: [...coldly.errors, ...errors].length,
    firstErrors: [...coldly.errors, ...errors].slice(0, 3),
    ...{ p50Ms: rank(sorted, 0.5), p95Ms: rank(sorted, 0.95), maxMs: rank(sorted, 1) },
    overviewP95Ms: slowest.find(([path]) => path === '/')?.[1],
    coldMaxMs: rank(sortedTimes(coldly.times), 1),
    p95ByPath: Object.fromEntries(slowest.toSorted(([, left], [, right]) => right - left)),
  };
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
