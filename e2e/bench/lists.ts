import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSettings } from '#lib/config.ts';
import { openDatabase } from '#lib/db/client.ts';
import { withPostgres } from '../postgres.ts';
import { MANAGING_TENANT_ID } from '../simulator/worlds/partner.ts';
import { startStack, type Stack, type StackOptions } from '../stack.ts';
import { fillStore, type StoreSize } from './fill-store.ts';
import { monthsUntil } from './months.ts';
import { rank, runOpenLoop, sortedTimes } from './open-loop.ts';
import { signIn } from './signed-in.ts';

const PEOPLE = 20;
const PER_SECOND = 20;
const SECONDS = 60;
const WARM_UP_SECONDS = 15;
const PER_CUSTOMER = 5;
const MONTHS = 13;
const NEWEST = '2026-11';
/** Of the simulator, which only signs people in here. */
const EMPTY_WORLD = 1;

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

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function fill(settings: DatabaseSettings, size: StoreSize): Promise<void> {
  const database = await openDatabase(settings);
  try {
    await fillStore(database.db, size, say);
  } finally {
    await database.close();
  }
}

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

type Sized = { customers: number; months: number };

async function benchOn(settings: DatabaseSettings, options: StackOptions, sized: Sized): Promise<object> {
  const size = {
    customers: sized.customers,
    perCustomer: PER_CUSTOMER,
    periods: monthsUntil(NEWEST, sized.months),
    managingTenantId: MANAGING_TENANT_ID,
  };
  await fill(settings, size);
  const stack = await startStack({ customers: EMPTY_WORLD, signIn: 'entra', limits: 'off', ...options });
  try {
    return {
      ...{ customers: size.customers, subscriptions: size.customers * PER_CUSTOMER, months: sized.months },
      ...(await measure(stack)),
    };
  } finally {
    await stack.close();
  }
}

/** Smaller, or a shorter time, while somebody works on it. */
const sizeOf = (customers: number): Sized => ({
  customers: Number(process.argv[3] ?? customers),
  months: Number(process.argv[4] ?? MONTHS),
});

/** 10,000 customers and 50,000 subscriptions on PostgreSQL; `lists CUSTOMERS MONTHS` for another size. */
export const benchLists = (): Promise<object> =>
  withPostgres((url) =>
    benchOn({ kind: 'postgres', url }, { env: { DATABASE_URL: url, SYNC_SCHEDULE: 'off' } }, sizeOf(10_000)),
  );

/** 1,000 customers in the embedded database. */
export async function benchListsEmbedded(): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pecboard-load-'));
  try {
    return await benchOn(
      { kind: 'embedded', dataDir },
      { dataDir, env: { SYNC_SCHEDULE: 'off' } },
      sizeOf(1000),
    );
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
