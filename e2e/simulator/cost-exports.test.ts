import { afterEach, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import { customerAt, managingToken } from './testing/asks.ts';
import { ask, bodyOf, field, list } from './testing/client.ts';
import { steppedClock } from './testing/clock.ts';
import {
  accountPath,
  askBlob,
  costPath,
  customerPath,
  everyWay,
  listBlobs,
  namesIn,
  parseCsv,
  profilePath,
  storageToken,
} from './testing/cost-asks.ts';
import { BILLING_ACCOUNT_NAME } from './worlds/partner.ts';

let simulator: Simulator;
let arm: string;
let storage: string;
afterEach(() => simulator.close());

async function begin(now = '2026-11-21T10:00:00Z') {
  const clock = steppedClock(now);
  simulator = await startSimulator({ customers: 12, limits: 'off', clock, costWays: everyWay });
  arm = await managingToken(simulator);
  storage = await storageToken(simulator);
  return clock;
}

const get = async (scope: string, operation: string) =>
  bodyOf(await ask(simulator, { path: costPath(scope, operation), token: arm }));

const JSON_OF_RUN = /manifest\.json$/;

describe('exports', () => {
  test('are listed at a billing profile, among others that deliver nothing we read', async () => {
    await begin();
    const value = list(await get(profilePath('EUR'), 'exports'));
    expect(value.map((item) => field(item, 'properties.definition.type'))).toEqual([
      'AmortizedCost',
      'ActualCost',
    ]);
    expect(field(value[1], 'properties.deliveryInfo.destination')).toMatchObject({
      container: 'cost-exports',
      rootFolderPath: null,
    });
    expect(await get(profilePath('EUR'), 'exports/costs-eur-daily')).toEqual(value[1]);
  });

  test('are set up neither at the account nor at customers', async () => {
    await begin();
    const { tenantId } = customerAt(simulator, 'linked');
    for (const scope of [accountPath, customerPath(tenantId)]) {
      expect(await get(scope, 'exports')).toEqual({ value: [] });
    }
  });

  test('one of the whole account has the lines of all its profiles', async () => {
    const clock = steppedClock('2026-11-21T10:00:00Z');
    const costWays = { everywhere: [], at: new Map([[BILLING_ACCOUNT_NAME, ['export' as const]]]) };
    simulator = await startSimulator({ customers: 12, limits: 'off', clock, costWays });
    arm = await managingToken(simulator);
    storage = await storageToken(simulator);
    expect(list(await get(profilePath('EUR'), 'exports'))).toEqual([]);
    const names = list(await get(accountPath, 'exports')).map((item) => field(item, 'name'));
    expect(names).toContain('costs-all-daily');
    const blobs = namesIn(await listBlobs(simulator, storage, 'partner/costs-all-daily/20261001'));
    const path = blobs.find((name) => name.endsWith('.csv')) ?? '';
    const rows = parseCsv((await askBlob(simulator, { token: storage, path })).text);
    const profiles = new Set(rows.map(({ billingprofilename }) => billingprofilename));
    const open = ['EUR', 'GBP', 'SEK'].map((currency) => `Halvorsen Cloud Partners ${currency}`);
    // Also of the one that may not be read by itself.
    expect(profiles).toEqual(new Set([...open, 'Halvorsen Projects EUR']));
  });

  test('tell their runs, the newest first and the one under way as such', async () => {
    const clock = await begin('2026-11-21T00:03:00Z');
    const states = async () =>
      list(await get(profilePath('GBP'), 'exports/costs-gbp-daily/runHistory')).map((run) =>
        field(run, 'properties.status'),
      );
    expect((await states()).slice(0, 3)).toEqual(['InProgress', 'Completed', 'Completed']);
    clock.advance(180);
    expect((await states())[0]).toBe('Completed');
  });
});

describe('storage', () => {
  const folder = 'partner/costs-gbp-daily/20261101';

  test('holds parts and a manifest that names them', async () => {
    await begin();
    const names = namesIn(await listBlobs(simulator, storage, folder));
    const path = names.find((name) => JSON_OF_RUN.test(name)) ?? '';
    const manifest = bodyOf(await askBlob(simulator, { token: storage, path }));
    const [part] = list(manifest, 'blobs');
    expect(names).toContain(field(part, 'blobName'));
    const reply = await askBlob(simulator, { token: storage, path: String(field(part, 'blobName')) });
    expect(reply.bytes.length).toBe(field(part, 'byteCount'));
    const rows = parseCsv(reply.text);
    expect(rows).toHaveLength(Number(field(part, 'dataRowCount')));
    expect(rows[0]).toMatchObject({ partnerearnedcreditapplied: '1', pricingmodel: 'On Demand' });
  });

  test('a run of the open month ends with the day before it', async () => {
    await begin();
    const names = namesIn(await listBlobs(simulator, storage, folder)).filter((name) =>
      name.endsWith('.csv'),
    );
    const lastDays = new Set<string>();
    for (const path of names) {
      const rows = parseCsv((await askBlob(simulator, { token: storage, path })).text);
      lastDays.add(
        rows
          .map(({ date = '' }) => date)
          .toSorted()
          .at(-1) ?? '',
      );
    }
    expect(lastDays).toEqual(new Set(['11/19/2026', '11/20/2026']));
  });

  test('a run under way has parts and no manifest', async () => {
    await begin('2026-11-21T00:03:00Z');
    const names = namesIn(await listBlobs(simulator, storage, folder));
    const runs = new Set(names.map((name) => name.split('/').at(-2)));
    expect([runs.size, names.filter((name) => JSON_OF_RUN.test(name)).length]).toEqual([2, 1]);
  });

  test('lists in pages, and folders where a delimiter is given', async () => {
    await begin();
    const all = namesIn(await listBlobs(simulator, storage, 'partner/costs-gbp-daily/'));
    const one = await listBlobs(simulator, storage, 'partner/costs-gbp-daily/', '&maxresults=2');
    const marker = /<NextMarker>([^<]+)</.exec(one.text)?.[1] ?? '';
    const two = await listBlobs(
      simulator,
      storage,
      'partner/costs-gbp-daily/',
      `&maxresults=5000&marker=${encodeURIComponent(marker)}`,
    );
    expect([...namesIn(one), ...namesIn(two)]).toEqual(all);
    const folders = await listBlobs(simulator, storage, 'partner/', '&delimiter=/');
    expect(namesIn(folders)).toEqual([]);
    expect(folders.text).toContain('<BlobPrefix><Name>partner/costs-gbp-daily/</Name></BlobPrefix>');
  });

  test.each([
    ['no token', {}, 404, 'ResourceNotFound'],
    ['a token for Resource Manager', { key: 'arm' }, 401, 'InvalidAuthenticationInfo'],
    ['an identity without the role', { key: 'unlinked' }, 403, 'AuthorizationPermissionMismatch'],
    ['no version', { key: 'storage', headers: { 'x-ms-version': '' } }, 400, 'MissingRequiredHeader'],
  ] as const)('refuses %s', async (_what, { key = 'none', headers }: Refused, status, code) => {
    await begin();
    const tokens = { none: undefined, arm, storage, unlinked: await storageToken(simulator, 'sp-unlinked') };
    const token = tokens[key];
    const query = '?restype=container&comp=list';
    const reply = await askBlob(simulator, {
      query,
      ...(token === undefined ? {} : { token }),
      ...(headers === undefined ? {} : { headers }),
    });
    expect([reply.status, reply.headers['x-ms-error-code']]).toEqual([status, code]);
    expect(reply.text).toContain(`<Code>${code}</Code>`);
  });

  test('does not find what nobody wrote', async () => {
    await begin();
    const reply = await askBlob(simulator, { token: storage, path: 'partner/none.csv' });
    expect([reply.status, reply.headers['x-ms-error-code']]).toEqual([404, 'BlobNotFound']);
  });
});

type Refused = { key?: 'none' | 'arm' | 'storage' | 'unlinked'; headers?: Record<string, string> };
