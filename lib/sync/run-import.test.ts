import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CUSTOMER, madeFacts, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import { cancelImportJob, deleteImportJob, findImportJob, openImportJob } from '#lib/db/import-jobs.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { listImports } from '#lib/db/imports.ts';
import { dailyCosts, importJobs, imports, monthlyCosts } from '#lib/db/schema.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { importCostFile } from './import-costs.ts';
import { cancelImport, launchImport, settleImports, takeBackImport, type ImportOrder } from './run-import.ts';

const HEADERS =
  'customerTenantId,customerName,SubscriptionId,date,billingCurrency,costInBillingCurrency,partnerEarnedCreditApplied,partnerEarnedCreditRate';
const LINE = `${CUSTOMER},Fabrikam,${SUBSCRIPTION},2026-10-05,EUR,8.5,1,0.15`;
const MANY = 60_000;
const ID = 'a'.repeat(64);

describeOnBothEngines('imports that go on in the background', (open) => {
  let db: Db;
  let dataDir = '';
  let disposed = 0;
  let nowMs = Date.parse('2026-11-21T09:00:00.000Z');
  beforeAll(async () => {
    ({ db } = await open());
    dataDir = await mkdtemp(join(tmpdir(), 'import-jobs-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));
  beforeEach(async () => {
    for (const { id } of await listImports(db, EVERY_CUSTOMER)) await takeBackImport(deps(), id);
    await db.delete(importJobs);
    disposed = 0;
  });

  const deps = () => ({
    ...{ db, dataDir, billingAccount: null, enrolmentMovedAt: null, profile: madeFacts().profile },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    now: () => nowMs,
    newId: () => crypto.randomUUID(),
  });
  const orderOf = async (...lines: string[]): Promise<ImportOrder> => {
    const path = join(dataDir, 'given.csv');
    const text = [HEADERS, ...lines].join('\n');
    await writeFile(path, text);
    const id = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
    const dispose = async () => void (disposed += 1);
    return {
      id,
      path,
      name: 'given.csv',
      by: 'Ada',
      writtenAt: null,
      bytes: text.length,
      way: 'upload',
      dispose,
    };
  };
  const nothingIsHeld = async () => {
    for (const table of [dailyCosts, monthlyCosts, imports])
      expect(await db.select().from(table)).toEqual([]);
    expect(await readdir(join(dataDir, 'costs', 'file')).catch(() => [])).toEqual([]);
  };

  it('end as done, with the bytes read, and the file is disposed of', async () => {
    const order = await orderOf(LINE);
    expect(await (await launchImport(deps(), order))?.ended).toBe('done');
    expect(await findImportJob(db, order.id)).toMatchObject({
      state: 'done',
      reason: null,
      name: 'given.csv',
    });
    expect(await db.select().from(imports)).toHaveLength(1);
    expect(disposed).toBe(1);
  });

  it('end as refused with the reason, and can be given again', async () => {
    const order = await orderOf('no line of cost');
    for (let times = 0; times < 2; times += 1) {
      expect(await (await launchImport(deps(), order))?.ended).toBe('refused');
      expect((await findImportJob(db, order.id))?.reason).toMatch(/\w/);
    }
    await nothingIsHeld();
  });

  it('are not started twice while they go on', async () => {
    const order = await orderOf(LINE);
    const [first, second] = [await launchImport(deps(), order), await launchImport(deps(), order)];
    expect(second).toBeNull();
    expect(await first?.ended).toBe('done');
  });

  it('cancelled half-way leave nothing', async () => {
    const order = await orderOf(...Array.from({ length: MANY }, () => LINE));
    const launched = await launchImport(deps(), order);
    expect(await cancelImport(deps(), order.id)).toEqual({ wasOpen: true });
    expect(await launched?.ended).toBe('cancelled');
    expect(disposed).toBe(1);
    await nothingIsHeld();
    expect(await cancelImport(deps(), order.id)).toEqual({ wasOpen: false });
  });

  const jobOf = { id: ID, name: 'lost.csv', way: 'upload', bytes: 10, requestedBy: 'Ada' } as const;

  it('of a process that died say so after the start, and only once it is silent where others may be at work', async () => {
    await openImportJob(db, jobOf, new Date(nowMs).toISOString());
    await settleImports(deps(), { isAlone: false });
    expect((await findImportJob(db, ID))?.state).toBe('waiting');
    nowMs += 60_000;
    await settleImports(deps(), { isAlone: false });
    expect(await findImportJob(db, ID)).toMatchObject({
      state: 'interrupted',
      reason: expect.stringContaining('stopped'),
    });
  });

  it('that died after their sums were stored are judged and so finished', async () => {
    const order = await orderOf(LINE);
    await importCostFile(deps(), order);
    await writeLists(db, (tx) => tx.delete(monthlyCosts));
    await openImportJob(db, { ...jobOf, id: order.id }, new Date(nowMs).toISOString());
    await settleImports(deps(), { isAlone: true });
    expect((await findImportJob(db, order.id))?.state).toBe('done');
    expect(await db.select().from(monthlyCosts)).toHaveLength(1);
  });

  it('that were being cancelled when the process died are taken back', async () => {
    const order = await orderOf(LINE);
    await importCostFile(deps(), order);
    await openImportJob(db, { ...jobOf, id: order.id }, new Date(nowMs).toISOString());
    await cancelImportJob(db, order.id);
    await settleImports(deps(), { isAlone: true });
    expect((await findImportJob(db, order.id))?.state).toBe('cancelled');
    await nothingIsHeld();
  });

  it('taken back are gone from the list; those of a container stay in mind, so that they are not taken again', async () => {
    const order = await orderOf(LINE);
    await (
      await launchImport(deps(), order)
    )?.ended;
    expect(await takeBackImport(deps(), order.id)).toBe(true);
    expect(await findImportJob(db, order.id)).toBeNull();
    await (
      await launchImport(deps(), { ...order, way: 'container' })
    )?.ended;
    expect(await takeBackImport(deps(), order.id)).toBe(true);
    expect((await findImportJob(db, order.id))?.state).toBe('undone');
    await nothingIsHeld();
    expect(await takeBackImport(deps(), order.id)).toBe(false);
    await deleteImportJob(db, order.id);
  });
});
