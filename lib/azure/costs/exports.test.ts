import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CostScope } from '#lib/core/cost-plan.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { bytesOf, serveBlobs, STORAGE_ACCOUNT, type FakeBlob } from '../storage/testing/fake-blobs.ts';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { keepInMemory } from '../testing/kept-in-memory.ts';
import { openTestRoom, requireId } from '../testing/test-room.ts';
import { readExportedCosts } from './exports.ts';

const azure = useFakeAzure();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cost-export-'));
});
afterAll(() => rm(folder, { recursive: true }));

const scope: CostScope = { kind: 'profile', billingAccountName: 'a:b', billingProfileName: 'P-1' };
const EXPORTS =
  '/providers/Microsoft.Billing/billingAccounts/a:b/billingProfiles/P-1/providers/Microsoft.CostManagement/exports';
const ACCOUNT_EXPORTS =
  '/providers/Microsoft.Billing/billingAccounts/a:b/providers/Microsoft.CostManagement/exports';
const ACCOUNT_ID = `/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/${STORAGE_ACCOUNT}`;

type Change = { type?: string; format?: string; root?: string | null; status?: string; account?: string };
const delivery = (name: string, change: Change = {}) => ({
  name,
  properties: {
    format: change.format ?? 'Csv',
    partitionData: true,
    deliveryInfo: {
      destination: {
        resourceId: change.account ?? ACCOUNT_ID,
        container: 'cost',
        rootFolderPath: change.root === undefined ? 'pec' : change.root,
      },
    },
    definition: { type: change.type ?? 'ActualCost', timeframe: 'MonthToDate' },
    schedule: { status: change.status ?? 'Active', recurrence: 'Daily' },
  },
});

/** The blobs of one run; its manifest is the last to be written. */
function run(folderName: string, at: string, ...texts: string[]): FakeBlob[] {
  const parts = texts.map((text, index) => ({
    name: `${folderName}/part_${index}.csv`,
    bytes: bytesOf(text),
    writtenAt: at,
  }));
  const manifest = {
    manifestVersion: '2024-04-01',
    runInfo: { submittedTime: at },
    blobs: parts.map(({ name, bytes }) => ({ blobName: name, byteCount: bytes.length, dataRowCount: 1 })),
  };
  return [
    ...parts,
    { name: `${folderName}/manifest.json`, bytes: bytesOf(JSON.stringify(manifest)), writtenAt: at },
  ];
}

function open() {
  const test = openTestRoom(azure().url);
  const period = requireId(parsePeriod, '2026-04');
  return { ...test, read: () => readExportedCosts(test.caller, { scope, period }, folder) };
}
const textsOf = (paths: readonly string[]): Promise<string[]> =>
  Promise.all(paths.map((path) => readFile(path, 'utf8')));
function offer(...value: unknown[]): void {
  azure().on('GET', EXPORTS, { json: { value } });
  azure().on('GET', ACCOUNT_EXPORTS, { json: { value: [] } });
}

describe('exported costs', () => {
  it('are all partitions of the newest run of the month', async () => {
    offer(delivery('daily'));
    serveBlobs(azure(), 'cost', [
      ...run('pec/daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'old'),
      ...run('pec/daily/20260401-20260430/r-2', '2026-04-03T01:00:00Z', 'one', 'two'),
      ...run('pec/daily/20260501-20260531/r-3', '2026-05-02T01:00:00Z', 'another month'),
    ]);
    const { paths, writtenAt } = await open().read();
    expect(await textsOf(paths)).toEqual(['one', 'two']);
    expect(writtenAt).toBe('2026-04-03T01:00:00.000Z');
  });

  it('are fetched with a token for storage, not for Resource Manager', async () => {
    offer(delivery('daily'));
    serveBlobs(azure(), 'cost', run('pec/daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'one'));
    await open().read();
    const audienceOf = (authorization = ''): unknown =>
      JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()).aud;
    const audiences = azure()
      .calls()
      .map(({ path, headers }) => [path.startsWith('/_blob/'), audienceOf(headers.authorization)]);
    expect(audiences[0]).toEqual([false, 'https://management.azure.com']);
    expect(audiences.slice(1).every(([, audience]) => audience === 'https://storage.azure.com')).toBe(true);
    expect(audiences).toHaveLength(4);
  });

  it('are of the last whole run while a newer one is being written', async () => {
    offer(delivery('daily'));
    const [part, manifest] = run('pec/daily/20260401-20260430/r-2', '2026-04-03T01:00:00Z', 'longer');
    if (part === undefined || manifest === undefined) throw new Error('no run');
    serveBlobs(azure(), 'cost', [
      ...run('pec/daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'old'),
      { ...part, bytes: bytesOf('long') },
      manifest,
    ]);
    expect(await textsOf((await open().read()).paths)).toEqual(['old']);
  });

  it('lie at the root of the container where the export has no folder', async () => {
    offer(delivery('daily', { root: null }));
    serveBlobs(azure(), 'cost', run('daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'one'));
    expect(await textsOf((await open().read()).paths)).toEqual(['one']);
  });

  it('of an export without partitions are its newest file', async () => {
    offer(delivery('daily'));
    serveBlobs(azure(), 'cost', [
      { name: 'pec/daily/20260401-20260430/a.csv', bytes: bytesOf('old'), writtenAt: '2026-04-02T00:00:00Z' },
      { name: 'pec/daily/20260401-20260430/b.csv', bytes: bytesOf('new'), writtenAt: '2026-04-03T00:00:00Z' },
    ]);
    expect(await textsOf((await open().read()).paths)).toEqual(['new']);
  });

  it('come from an active export before one that has ended', async () => {
    offer(delivery('ended', { status: 'Inactive' }), delivery('daily'));
    serveBlobs(azure(), 'cost', [
      ...run('pec/ended/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'ended'),
      ...run('pec/daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'active'),
    ]);
    expect(await textsOf((await open().read()).paths)).toEqual(['active']);
  });

  it.each([
    ['there is no export', []],
    ['it exports amortised cost', [delivery('daily', { type: 'AmortizedCost' })]],
    ['it exports another format', [delivery('daily', { format: 'Parquet' })]],
    ['its account has an impossible name', [delivery('daily', { account: `${ACCOUNT_ID}.evil.example` })]],
  ])('are not there where %s', async (_name, value) => {
    offer(...value);
    serveBlobs(azure(), 'cost', run('pec/daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'one'));
    await expect(open().read()).rejects.toMatchObject({ kind: 'not-found', source: 'cost-export' });
  });

  it('are not delivered yet where an export has nothing of the month, whatever may not be asked beside it', async () => {
    offer(delivery('monthly'));
    azure().on('GET', ACCOUNT_EXPORTS, { status: 403, json: { error: { code: 'AuthorizationFailed' } } });
    serveBlobs(azure(), 'cost', run('pec/daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'one'));
    await expect(open().read()).rejects.toMatchObject({ kind: 'not-delivered', source: 'cost-export' });
  });

  it('come from an export of the whole billing account where the profile has none, as lines of this profile only', async () => {
    offer();
    azure().on('GET', ACCOUNT_EXPORTS, { json: { value: [delivery('everything')] } });
    serveBlobs(azure(), 'cost', run('pec/everything/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'all'));
    const { paths, billingProfileName } = await open().read();
    expect(await textsOf(paths)).toEqual(['all']);
    expect(billingProfileName).toBe('P-1');
  });

  it('go on with the lists, the manifests and the parts that they had before they were cut short', async () => {
    offer();
    azure().on('GET', ACCOUNT_EXPORTS, { json: { value: [delivery('everything')] } });
    const month = 'pec/everything/20260401-20260430';
    serveBlobs(azure(), 'cost', [
      ...run(`${month}/r-1`, '2026-04-02T01:00:00Z', 'old'),
      ...run(`${month}/r-2`, '2026-04-03T01:00:00Z', 'one', 'two'),
    ]);
    const last = `/_blob/${STORAGE_ACCOUNT}/cost/${month}/r-2/part_1.csv`;
    azure().on('GET', last, { status: 403 }, { bytes: bytesOf('two'), headers: { etag: '"2"' } });
    const period = requireId(parsePeriod, '2026-04');
    const caller = { ...open().caller, resumed: { link: null, answers: keepInMemory() } };
    const own = join(folder, 'cut-short');
    await expect(readExportedCosts(caller, { scope, period }, own)).rejects.toMatchObject({ status: 403 });
    const before = azure().calls().length;
    const { paths } = await readExportedCosts(caller, { scope, period }, own);
    expect(await textsOf(paths)).toEqual(['one', 'two']);
    const again = azure().calls().slice(before);
    expect(again.map(({ path }) => path)).toEqual([last]);
  });

  it('of which a part is gone since it was listed say nothing of the right to read them', async () => {
    offer(delivery('daily'));
    const [part, manifest] = run('pec/daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'one');
    if (part === undefined || manifest === undefined) throw new Error('no run');
    serveBlobs(azure(), 'cost', [part, manifest]);
    azure().on('GET', `/_blob/${STORAGE_ACCOUNT}/cost/${part.name}`, { status: 404 });
    await expect(open().read()).rejects.toMatchObject({ kind: 'malformed', status: 404 });
  });

  it('come from another export where storage refuses the first', async () => {
    const closed = ACCOUNT_ID.replace(STORAGE_ACCOUNT, 'closedaccount');
    offer(delivery('closed', { account: closed }), delivery('daily'));
    azure().on('GET', '/_blob/closedaccount/cost', {
      status: 404,
      text: '<Error><Code>ContainerNotFound</Code></Error>',
    });
    serveBlobs(azure(), 'cost', run('pec/daily/20260401-20260430/r-1', '2026-04-02T01:00:00Z', 'one'));
    expect(await textsOf((await open().read()).paths)).toEqual(['one']);
  });

  it('are malformed where storage answers half a list', async () => {
    offer(delivery('daily'));
    azure().on('GET', `/_blob/${STORAGE_ACCOUNT}/cost`, {
      headers: { 'content-type': 'application/xml' },
      text: '<?xml version="1.0"?><EnumerationResults><Blobs><Blob><Name>pec',
    });
    await expect(open().read()).rejects.toMatchObject({ kind: 'malformed', source: 'storage' });
  });

  it('that may not be listed are refused, in the words of the profile', async () => {
    const refused = (code: string) => ({ status: 403, json: { error: { code } } });
    azure().on('GET', EXPORTS, refused('OfTheProfile'));
    azure().on('GET', ACCOUNT_EXPORTS, refused('OfTheAccount'));
    await expect(open().read()).rejects.toMatchObject({ kind: 'forbidden', code: 'OfTheProfile' });
  });

  it('that storage refuses are refused', async () => {
    offer(delivery('daily'));
    azure().on('GET', `/_blob/${STORAGE_ACCOUNT}/cost`, {
      status: 403,
      text: '<Error><Code>AuthorizationPermissionMismatch</Code><Message>no</Message></Error>',
    });
    await expect(open().read()).rejects.toMatchObject({
      kind: 'forbidden',
      source: 'storage',
      code: 'AuthorizationPermissionMismatch',
    });
  });
});
