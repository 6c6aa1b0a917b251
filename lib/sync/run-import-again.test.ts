import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { CUSTOMER, madeFacts, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import { importFolder } from '#lib/costfiles/imported.ts';
import type { Db } from '#lib/db/db.ts';
import { endImportJob, findImportJob, openImportJob } from '#lib/db/import-jobs.ts';
import { listImports } from '#lib/db/imports.ts';
import { importJobs, imports } from '#lib/db/schema.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { dropUpload, incomingFolder, keepUpload, uploadPath } from './kept-uploads.ts';
import { launchImport, settleImports, stopImports, takeBackImport, type ImportOrder } from './run-import.ts';

const HEADERS =
  'customerTenantId,customerName,SubscriptionId,date,billingCurrency,costInBillingCurrency,partnerEarnedCreditApplied,partnerEarnedCreditRate';
const LINE = `${CUSTOMER},Fabrikam,${SUBSCRIPTION},2026-10-05,EUR,8.5,1,0.15`;
const MANY = 60_000;
const HALF_A_MINUTE_MS = 31_000;

describeOnBothEngines('uploads whose server stopped', (open) => {
  let db: Db;
  let dataDir = '';
  let nowMs = Date.parse('2026-11-21T09:00:00.000Z');
  beforeAll(async () => {
    ({ db } = await open());
    dataDir = await mkdtemp(join(tmpdir(), 'import-again-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));
  beforeEach(async () => {
    for (const { id } of await listImports(db, EVERY_CUSTOMER)) await takeBackImport(deps(), id);
    await db.delete(importJobs);
    await rm(incomingFolder(dataDir), { recursive: true, force: true });
  });

  const deps = (own = dataDir) => ({
    ...{ db, dataDir: own, billingAccount: null, enrolmentMovedAt: null, profile: madeFacts().profile },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    now: () => nowMs,
    newId: () => crypto.randomUUID(),
  });
  const receive = async (lines: readonly string[]): Promise<ImportOrder> => {
    const path = uploadPath(dataDir, crypto.randomUUID());
    await mkdir(dirname(path), { recursive: true });
    const text = [HEADERS, ...lines].join('\n');
    await writeFile(path, text);
    const id = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
    return {
      ...{ id, path, name: 'given.csv', by: 'Ada', bytes: text.length, way: 'upload' },
      writtenAt: '2026-11-02T00:00:00.000Z',
      dispose: () => dropUpload(path),
    };
  };
  /** As a process leaves it that was killed while it read. */
  const leaveHalf = async (order: ImportOrder) => {
    const { id, name, way, bytes, by: requestedBy } = order;
    await openImportJob(db, { id, name, way, bytes, requestedBy }, new Date(nowMs).toISOString());
    await keepUpload(order);
    const folder = importFolder(dataDir, id);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'lines.parquet'), 'half of it');
  };
  const lying = () => readdir(incomingFolder(dataDir)).catch(() => []);
  const whenDone = (id: string) =>
    vi.waitFor(async () => expect((await findImportJob(db, id))?.state).toBe('done'), {
      timeout: 15_000,
      interval: 20,
    });

  it('in good order say so, and are imported when it starts again', async () => {
    const order = await receive(Array.from({ length: MANY }, () => LINE));
    const launched = await launchImport(deps(), order);
    await stopImports();
    expect(await launched?.ended).toBe('interrupted');
    expect((await findImportJob(db, order.id))?.reason).toContain('It begins again when that server does');
    expect(await db.select().from(imports)).toEqual([]);
    expect(await lying()).toHaveLength(2);

    await settleImports(deps(), { isAlone: true });
    await whenDone(order.id);
    expect(await db.select().from(imports)).toMatchObject([{ id: order.id, importedBy: 'Ada' }]);
    await vi.waitFor(async () => expect(await lying()).toEqual([]));
  });

  it('by a kill are imported from their beginning, whatever was half done', async () => {
    const order = await receive([LINE]);
    await leaveHalf(order);
    await settleImports(deps(), { isAlone: true });
    await whenDone(order.id);
    expect(await db.select().from(imports)).toMatchObject([{ id: order.id, lines: 1 }]);
    await vi.waitFor(async () => expect(await lying()).toEqual([]));
  });

  it('are left alone while the server that has them may be at work, and taken by one beside it once it is silent', async () => {
    const order = await receive([LINE]);
    await leaveHalf(order);
    await settleImports(deps(), { isAlone: false });
    expect((await findImportJob(db, order.id))?.state).toBe('waiting');
    nowMs += HALF_A_MINUTE_MS;
    await settleImports(deps(), { isAlone: false });
    await whenDone(order.id);
  });

  it('are called interrupted by a server on another machine, and imported by their own when it is back', async () => {
    const order = await receive([LINE]);
    await leaveHalf(order);
    nowMs += HALF_A_MINUTE_MS;
    const elsewhere = await mkdtemp(join(tmpdir(), 'another-machine-'));
    await settleImports(deps(elsewhere), { isAlone: false });
    expect((await findImportJob(db, order.id))?.state).toBe('interrupted');
    await rm(elsewhere, { recursive: true });
    await settleImports(deps(), { isAlone: false });
    await whenDone(order.id);
  });

  it('each time are given up after the third', async () => {
    const order = await receive([LINE]);
    for (let times = 0; times < 3; times += 1) {
      await leaveHalf(order);
      await endImportJob(db, order.id, {
        state: 'interrupted',
        reason: null,
        at: new Date(nowMs).toISOString(),
      });
    }
    await settleImports(deps(), { isAlone: true });
    expect(await findImportJob(db, order.id)).toMatchObject({
      state: 'interrupted',
      reason: expect.stringContaining('several times'),
    });
    expect(await lying()).toEqual([]);
  });

  it('and that were taken back or imported elsewhere meanwhile are dropped', async () => {
    const order = await receive([LINE]);
    await leaveHalf(order);
    await takeBackImport(deps(), order.id);
    await settleImports(deps(), { isAlone: true });
    expect(await findImportJob(db, order.id)).toBeNull();
    expect(await lying()).toEqual([]);
  });

  it('before they were whole are dropped, and so is what tells too little to go on', async () => {
    const order = await receive([LINE]);
    await receive([LINE]);
    await writeFile(`${order.path}.order.json`, '{"id":"half');
    await settleImports(deps(), { isAlone: true });
    expect(await lying()).toEqual([]);
    expect(await db.select().from(imports)).toEqual([]);
  });
});
