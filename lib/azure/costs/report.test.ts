import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { bytesOf, serveBlobs, STORAGE_ACCOUNT } from '../storage/testing/fake-blobs.ts';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { keepInMemory } from '../testing/kept-in-memory.ts';
import type { Reply } from '../testing/fake-azure.ts';
import { openTestRoom, requireId } from '../testing/test-room.ts';
import { readCostReport } from './report.ts';

const azure = useFakeAzure();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cost-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

const scope: CostScope = { kind: 'profile', billingAccountName: 'a:b', billingProfileName: 'P-1' };
const BASE =
  '/providers/Microsoft.Billing/billingAccounts/a:b/billingProfiles/P-1/providers/Microsoft.CostManagement';
const GENERATE = `${BASE}/generateCostDetailsReport`;
const RESULT = `${BASE}/costDetailsOperationResults/r-1`;
const CONTAINER = 'armreports';

const accepted = (headers: Record<string, string> = {}): Reply => ({
  status: 202,
  headers: { location: `${azure().url}${RESULT}?api-version=2023-11-01`, 'retry-after': '60', ...headers },
});
const linkTo = (name: string): string =>
  `${azure().url}/_blob/${STORAGE_ACCOUNT}/${CONTAINER}/${name}?sv=2020-05-31&sig=canary-signature`;
const done = (...links: string[]): Reply => ({
  json: {
    status: 'Completed',
    manifest: {
      manifestVersion: '2023-11-01',
      dataFormat: 'Csv',
      blobCount: links.length,
      blobs: links.map((blobLink) => ({ blobLink })),
    },
    validTill: '2026-05-10T08:08:46.1973252Z',
  },
});

function open(into = folder) {
  const test = openTestRoom(azure().url);
  const period = requireId(parsePeriod, '2026-04');
  return { ...test, read: () => readCostReport(test.caller, { scope, period }, into) };
}

describe('a cost details report', () => {
  it('is asked for once, waited for as Azure says, and streamed from all its blobs', async () => {
    azure().on('POST', GENERATE, accepted());
    azure().on('GET', RESULT, accepted({ 'retry-after': '30' }), done(linkTo('one'), linkTo('two')));
    serveBlobs(azure(), CONTAINER, [
      { name: 'one', bytes: bytesOf('a,b\n1,2') },
      { name: 'two', bytes: gzipSync('a,b\n3,4') },
    ]);
    const { read, slept, waits } = open();
    const { paths } = await read();
    expect(paths).toEqual([join(folder, 'part-0.csv'), join(folder, 'part-1.csv.gz')]);
    expect(await readFile(paths[0] ?? '', 'utf8')).toBe('a,b\n1,2');
    expect(slept).toEqual([60_000, 30_000]);
    expect(waits.filter((until) => until === null)).toHaveLength(2);
    const [ask] = azure().calls();
    expect(ask?.query.get('api-version')).toBe('2023-11-01');
    expect(JSON.parse(ask?.body ?? '')).toEqual({
      metric: 'ActualCost',
      timePeriod: { start: '2026-04-01', end: '2026-04-15' },
    });
  });

  it('that was cut short is neither ordered nor waited for a second time', async () => {
    azure().on('POST', GENERATE, accepted());
    azure().on('GET', RESULT, accepted(), { status: 403 }, done(linkTo('one'), linkTo('two')));
    serveBlobs(azure(), CONTAINER, [
      { name: 'one', bytes: bytesOf('1') },
      { name: 'two', bytes: bytesOf('2') },
    ]);
    const two = `/_blob/${STORAGE_ACCOUNT}/${CONTAINER}/two`;
    azure().on('GET', two, { status: 403 }, { bytes: bytesOf('2'), headers: { etag: '"2"' } });
    const { caller, slept } = open();
    const resumed = { ...caller, resumed: { link: null, answers: keepInMemory() } };
    const period = requireId(parsePeriod, '2026-04');
    const accepts: string[] = [];
    const read = () =>
      readCostReport(
        resumed,
        { scope, period, onAccepted: () => accepts.push('accepted') },
        join(folder, 'cut-short'),
      );
    await expect(read()).rejects.toMatchObject({ source: 'cost-report', status: 403 });
    await expect(read()).rejects.toMatchObject({ source: 'storage', status: 403 });
    const before = azure().calls().length;
    const { paths } = await read();
    expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual(['1', '2']);
    const asked = azure()
      .calls()
      .map(({ path }) => path);
    expect(asked.slice(before)).toEqual([two]);
    expect(asked.filter((path) => path === GENERATE)).toHaveLength(1);
    expect(slept).toEqual([60_000, 60_000]);
    expect(accepts).toHaveLength(3);
  });

  it('that was ordered too long ago is ordered anew', async () => {
    azure().on('POST', GENERATE, done(linkTo('one')));
    serveBlobs(azure(), CONTAINER, [{ name: 'one', bytes: bytesOf('1') }]);
    const { caller } = open();
    let nowMs = caller.now();
    const resumed = { ...caller, now: () => nowMs, resumed: { link: null, answers: keepInMemory() } };
    const period = requireId(parsePeriod, '2026-04');
    const into = join(folder, 'ordered-anew');
    const ordersAfter = async (hours: number): Promise<number> => {
      nowMs += hours * 3_600_000;
      await readCostReport(resumed, { scope, period }, into);
      return azure()
        .calls()
        .filter(({ method }) => method === 'POST').length;
    };
    expect([await ordersAfter(0), await ordersAfter(1), await ordersAfter(2)]).toEqual([1, 1, 2]);
  });

  it.each([404, 410])('that Azure has forgotten meanwhile (%i) is ordered anew', async (status) => {
    azure().on('POST', GENERATE, accepted(), done(linkTo('one')));
    azure().on('GET', RESULT, { status: 403 }, { status, json: { error: { code: 'ReportNotFound' } } });
    serveBlobs(azure(), CONTAINER, [{ name: 'one', bytes: bytesOf('1') }]);
    const { caller } = open();
    const resumed = { ...caller, resumed: { link: null, answers: keepInMemory() } };
    const period = requireId(parsePeriod, '2026-04');
    const read = () => readCostReport(resumed, { scope, period }, join(folder, `forgotten-${status}`));
    await expect(read()).rejects.toMatchObject({ status: 403 });
    expect((await read()).paths).toHaveLength(1);
    const asked = azure()
      .calls()
      .map(({ method }) => method);
    expect(asked).toEqual(['POST', 'GET', 'GET', 'POST', 'GET']);
  });

  it.each([404, 410])('whose own address leads to nothing (%i) is no refusal', async (status) => {
    azure().on('POST', GENERATE, accepted());
    azure().on('GET', RESULT, { status, json: { error: { code: 'ReportNotFound' } } });
    await expect(open().read()).rejects.toMatchObject({
      ...{ kind: 'malformed', source: 'cost-report', status },
      message: expect.stringContaining('Location'),
    });
  });

  it('of a closed month is asked for to its last day', async () => {
    azure().on('POST', GENERATE, { status: 204 });
    const { caller } = open();
    await readCostReport(caller, { scope, period: requireId(parsePeriod, '2026-02') }, folder);
    expect(JSON.parse(azure().calls()[0]?.body ?? '')).toMatchObject({
      timePeriod: { start: '2026-02-01', end: '2026-02-28' },
    });
  });

  it('gives its signed links no token', async () => {
    azure().on('POST', GENERATE, done(linkTo('one')));
    serveBlobs(azure(), CONTAINER, [{ name: 'one', bytes: bytesOf('a,b') }]);
    const { read, logged } = open();
    await read();
    const [ask, blob] = azure().calls();
    expect(ask?.headers.authorization).toMatch(/^Bearer /);
    expect(blob?.headers.authorization).toBeUndefined();
    expect(blob?.query.get('sig')).toBe('canary-signature');
    expect(logged.join()).not.toContain('canary-signature');
  });

  it.each([
    ['another host', 'https://costexports.blob.core.windows.net.evil.example/x?sig=1'],
    ['this host outside storage', 'PLACE/subscriptions?sig=1'],
    ['a host hidden behind a user', 'https://costexports@evil.example/_blob/costexports/x'],
  ])('is not fetched from %s', async (_name, link) => {
    azure().on('POST', GENERATE, done(link.replace('PLACE', azure().url)));
    await expect(open().read()).rejects.toMatchObject({ kind: 'foreign-host', source: 'storage' });
    expect(azure().calls()).toHaveLength(1);
  });

  it('is not polled at a host that is not Azure', async () => {
    azure().on('POST', GENERATE, accepted({ location: 'https://elsewhere.example/result' }));
    await expect(open().read()).rejects.toMatchObject({ kind: 'foreign-host' });
  });

  it('waits by Retry-After alone: the waits of the quota stand on every answer', async () => {
    const quota = { 'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after': '600' };
    azure().on('POST', GENERATE, accepted({ ...quota, 'retry-after': '20' }));
    azure().on('GET', RESULT, { status: 204 });
    const { read, slept } = open();
    expect((await read()).paths).toEqual([]);
    expect(slept).toEqual([20_000]);
  });

  it.each([
    ['204', { status: 204 }],
    ['NoDataFound', { json: { status: 'NoDataFound' } }],
  ])('has no files where Azure answers %s', async (_name, reply) => {
    azure().on('POST', GENERATE, reply);
    expect((await open().read()).paths).toEqual([]);
  });

  it('that failed tells its code, so that another way can be taken', async () => {
    azure().on('POST', GENERATE, {
      json: { status: 'Failed', error: { code: 'TooManyRows', message: 'more than 2,000,000 rows' } },
    });
    await expect(open().read()).rejects.toMatchObject({
      kind: 'rejected',
      source: 'cost-report',
      code: 'TooManyRows',
    });
  });

  it('that lists fewer blobs than it counts is not taken for whole', async () => {
    azure().on('POST', GENERATE, {
      json: { status: 'Completed', manifest: { blobCount: 2, blobs: [{ blobLink: linkTo('one') }] } },
    });
    await expect(open().read()).rejects.toMatchObject({ kind: 'malformed' });
  });

  it.each([
    ['as many bytes as it promises', 3, null],
    ['fewer', 4, 'malformed'],
    ['more', 2, 'malformed'],
  ])('is whole where its blob has %s', async (_name, byteCount, kind) => {
    const blobs = [{ blobLink: linkTo('one'), byteCount }];
    azure().on('POST', GENERATE, { json: { status: 'Completed', manifest: { blobCount: 1, blobs } } });
    serveBlobs(azure(), CONTAINER, [{ name: 'one', bytes: bytesOf('a,b') }]);
    const read = open(join(folder, `of ${byteCount}`)).read();
    if (kind === null) expect((await read).paths).toHaveLength(1);
    else await expect(read).rejects.toMatchObject({ kind, source: 'cost-report' });
  });

  it('is given up after two hours', async () => {
    azure().on('POST', GENERATE, accepted({ 'retry-after': '3000' }));
    azure().on('GET', RESULT, accepted({ 'retry-after': '3000' }));
    await expect(open().read()).rejects.toMatchObject({ kind: 'timeout', source: 'cost-report' });
  });
});

describe('a blob', () => {
  const MEGABYTE = 1_048_576;
  const large = new Uint8Array(20 * MEGABYTE).map((_, at) => (at * 31) % 251);
  const path = `/_blob/${STORAGE_ACCOUNT}/${CONTAINER}/large`;

  it('comes in ranges of 8 MB and is the same afterwards', async () => {
    azure().on('POST', GENERATE, done(linkTo('large')));
    serveBlobs(azure(), CONTAINER, [{ name: 'large', bytes: large }]);
    const { paths } = await open().read();
    expect(Buffer.compare(await readFile(paths[0] ?? ''), large)).toBe(0);
    expect(azure().calls().slice(1)).toHaveLength(3);
  });

  it('cut short between two ranges goes on where it ended', async () => {
    azure().on('POST', GENERATE, done(linkTo('large')));
    serveBlobs(azure(), CONTAINER, [{ name: 'large', bytes: large }]);
    const asked: string[] = [];
    let isRefused = true;
    azure().on('GET', path, ({ headers }) => {
      const range = String(headers['x-ms-range']);
      asked.push(range);
      const from = Number(/bytes=(\d+)-/.exec(range)?.[1]);
      if (from > 0 && isRefused) return { status: 403 };
      const bytes = large.subarray(from, from + 8 * MEGABYTE);
      const shown = `bytes ${from}-${from + bytes.length - 1}/${large.length}`;
      return { status: 206, bytes, headers: { 'content-range': shown, etag: '"first"' } };
    });
    const { caller } = open();
    const resumed = { ...caller, resumed: { link: null, answers: keepInMemory() } };
    const period = requireId(parsePeriod, '2026-04');
    const read = () => readCostReport(resumed, { scope, period }, join(folder, 'large'));
    await expect(read()).rejects.toMatchObject({ status: 403 });
    isRefused = false;
    const { paths } = await read();
    expect(Buffer.compare(await readFile(paths[0] ?? ''), large)).toBe(0);
    const starts = asked.map((range) => Number(/bytes=(\d+)-/.exec(range)?.[1]) / MEGABYTE);
    expect(starts).toEqual([0, 8, 8, 16]);
  });

  it('cut half-way is asked for again', async () => {
    azure().on('POST', GENERATE, done(linkTo('large')));
    azure().on(
      'GET',
      path,
      { cut: true, text: 'a,b' },
      { bytes: bytesOf('a,b\n1,2'), headers: { etag: '"1"' } },
    );
    const { read, slept } = open();
    const { paths } = await read();
    expect(await readFile(paths[0] ?? '', 'utf8')).toBe('a,b\n1,2');
    expect(slept).toHaveLength(1);
  });

  it('written anew between two ranges is not mixed', async () => {
    azure().on('POST', GENERATE, done(linkTo('large')));
    serveBlobs(azure(), CONTAINER, [{ name: 'large', bytes: large }]);
    let ranges = 0;
    azure().on('GET', path, ({ headers }) => {
      ranges += 1;
      if (ranges > 1) return { status: headers['if-match'] === '"first"' ? 412 : 500 };
      const bytes = large.subarray(0, 8 * MEGABYTE);
      const range = `bytes 0-${bytes.length - 1}/${large.length}`;
      return { status: 206, bytes, headers: { 'content-range': range, etag: '"first"' } };
    });
    const fresh = join(folder, 'fresh');
    await expect(open(fresh).read()).rejects.toMatchObject({ source: 'storage', status: 412 });
    expect(await readdir(fresh)).toEqual(['part-0.part']);
  });

  it('without the headers that storage promises is malformed', async () => {
    azure().on('POST', GENERATE, done(linkTo('large')));
    azure().on('GET', path, { bytes: bytesOf('a,b') });
    await expect(open().read()).rejects.toMatchObject({ kind: 'malformed', source: 'storage' });
  });

  it('that is refused says so in the words of storage', async () => {
    azure().on('POST', GENERATE, done(linkTo('large')));
    azure().on('GET', path, {
      status: 403,
      text: '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Signature not valid</Message></Error>',
    });
    await expect(open().read()).rejects.toMatchObject({
      kind: 'forbidden',
      source: 'storage',
      code: 'AuthenticationFailed',
      message: 'Signature not valid',
    });
  });
});
