import { appendFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { serveBlobs, STORAGE_ACCOUNT, type FakeBlob } from '#lib/azure/storage/testing/fake-blobs.ts';
import { useFakeAzure } from '#lib/azure/testing/azure-suite.ts';
import { openTestRoom } from '#lib/azure/testing/test-room.ts';
import { CUSTOMER, madeFacts, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import { listImportJobs } from '#lib/db/import-jobs.ts';
import { listImports } from '#lib/db/imports.ts';
import { listCallCounts } from '#lib/db/sync-counters.ts';
import { auditEntries, importJobs, monthlyCosts } from '#lib/db/schema.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { takeBackImport } from './run-import.ts';
import { lookIntoContainer } from './watch-container.ts';
import { lookIntoFolder } from './watch-folder.ts';

const HEADERS =
  'customerTenantId,customerName,SubscriptionId,date,billingCurrency,costInBillingCurrency,partnerEarnedCreditApplied,partnerEarnedCreditRate';
const line = (net: string): string => `${CUSTOMER},Fabrikam,${SUBSCRIPTION},2026-10-05,EUR,${net},1,0.15`;
const csv = (...nets: string[]): string => [HEADERS, ...nets.map(line)].join('\n');
const MONTH = 'costs/daily/20261001-20261031';

/** A run of an export: its parts, and the manifest that names them. */
function run(id: string, at: string, ...parts: string[]): FakeBlob[] {
  const blobs = parts.map((text, index) => ({
    name: `${MONTH}/${id}/part_${index}.csv`,
    bytes: Buffer.from(text),
    writtenAt: at,
  }));
  const manifest = {
    runInfo: { submittedTime: at },
    blobs: blobs.map(({ name, bytes }) => ({ blobName: name, byteCount: bytes.length })),
  };
  return [
    ...blobs,
    { name: `${MONTH}/${id}/manifest.json`, bytes: Buffer.from(JSON.stringify(manifest)), writtenAt: at },
  ];
}

const azure = useFakeAzure();

describeOnBothEngines('what is watched', (open) => {
  let db: Db;
  let dataDir = '';
  let inbox = '';
  beforeAll(async () => {
    ({ db } = await open());
  });
  beforeEach(async () => {
    for (const { id } of await listImports(db, EVERY_CUSTOMER)) await takeBackImport(deps(), id);
    await db.delete(importJobs);
    dataDir = await mkdtemp(join(tmpdir(), 'watched-'));
    inbox = join(dataDir, 'inbox');
    await mkdir(inbox);
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  const deps = () => ({
    ...{ db, dataDir, billingAccount: null, enrolmentMovedAt: null, profile: madeFacts().profile },
    room: openTestRoom(azure().url).room,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    now: () => Date.parse('2026-11-21T09:00:00.000Z'),
    newId: () => crypto.randomUUID(),
  });
  const nets = async () => (await db.select().from(monthlyCosts)).map(({ net }) => Number(net));
  const audited = async () =>
    (await db.select().from(auditEntries)).map((entry) => [
      ...[entry.actorName, entry.action, entry.outcome, entry.target],
    ]);
  const states = async () =>
    (await listImportJobs(db, EVERY_CUSTOMER)).map(({ name, state }) => [name, state]);

  it('as a folder takes a file once it has come to rest, and moves it by what came of it', async () => {
    const seen = new Map<string, string>();
    const look = () => lookIntoFolder(deps(), inbox, seen);
    await writeFile(join(inbox, 'october.csv'), csv('8.5'));
    await writeFile(join(inbox, 'still-coming.csv.part'), csv('1'));
    await look();
    expect(await nets()).toEqual([]);
    await appendFile(join(inbox, 'october.csv'), `\n${line('1.5')}`);
    await look();
    expect(await nets()).toEqual([]);
    await look();
    expect(await nets()).toEqual([10]);
    await writeFile(join(inbox, 'wrong.csv'), 'a,b\n1,2\n');
    await look();
    await look();
    expect(await readdir(inbox)).toEqual(['imported', 'refused', 'still-coming.csv.part']);
    expect(await readdir(join(inbox, 'imported'))).toEqual(['october.csv']);
    expect(await readdir(join(inbox, 'refused'))).toEqual(['wrong.csv']);
    expect((await states()).sort()).toEqual([
      ['october.csv', 'done'],
      ['wrong.csv', 'refused'],
    ]);
    expect(await audited()).toEqual([
      ['watched folder', 'import', 'done', 'october.csv'],
      ['watched folder', 'import', 'failed', 'wrong.csv'],
    ]);
  });

  const watched = () => ({ url: `${azure().url}/_blob/${STORAGE_ACCOUNT}/exports`, prefix: 'costs' });
  const lookAt = async (...blobs: FakeBlob[]) => {
    azure().forget();
    serveBlobs(azure(), 'exports', blobs);
    await lookIntoContainer(deps(), watched(), new AbortController().signal);
  };
  const first = run('run-1', '2026-10-20T00:00:00.000Z', csv('1'), csv('2'));
  const second = run('run-2', '2026-10-21T00:00:00.000Z', csv('10'), csv('20'));

  it('as a container takes the newest whole run of a month, which replaces the older as a whole', async () => {
    await lookAt(...first);
    expect(await nets()).toEqual([3]);
    // The second part of the new run is not there yet.
    await lookAt(...first, ...second.filter(({ name }) => !name.endsWith('run-2/part_1.csv')));
    expect(await nets()).toEqual([3]);
    await lookAt(...first, ...second);
    expect(await nets()).toEqual([30]);
    expect(await states()).toEqual([[`${MONTH}/run-2`, 'done']]);
    expect(await readdir(join(dataDir, 'costs', 'incoming'))).toEqual([]);
  });

  it('as a container has its calls counted for monitoring', async () => {
    const counted = async () => (await listCallCounts(db)).reduce((sum, { calls }) => sum + calls, 0);
    const before = await counted();
    await lookAt();
    expect(azure().calls()).not.toEqual([]);
    expect((await counted()) - before).toBe(azure().calls().length);
  });

  it('as a container is not taken twice, nor again after somebody took it back', async () => {
    await lookAt(...first);
    const [job] = await listImportJobs(db, EVERY_CUSTOMER);
    await lookAt(...first);
    expect((await listImportJobs(db, EVERY_CUSTOMER))[0]?.startedAt).toBe(job?.startedAt);
    await takeBackImport(deps(), job?.id ?? '');
    await lookAt(...first);
    expect([await nets(), await states()]).toEqual([[], []]);
  });
});
