import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CUSTOMER, madeFacts, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { listCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { listImports } from '#lib/db/imports.ts';
import { dailyCosts, imports, monthlyCosts, monthlyGroupedCosts, sourceReads } from '#lib/db/schema.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { findCustomerPeriod } from '#lib/db/verdicts.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { importCostFile, undoImport } from './import-costs.ts';

const october = parsePeriod('2026-10');
if (october === null) throw new Error('period');
const HEADERS =
  'customerTenantId,customerName,SubscriptionId,date,billingCurrency,costInBillingCurrency,partnerEarnedCreditApplied,partnerEarnedCreditRate';
const line = (day: string, net: string, credited: boolean): string =>
  `${CUSTOMER},Fabrikam,${SUBSCRIPTION},${day},EUR,${net},${credited ? '1,0.15' : '0,0'}`;

describeOnBothEngines('files of cost in the store', (open) => {
  let db: Db;
  let dataDir = '';
  beforeAll(async () => {
    ({ db } = await open());
    dataDir = await mkdtemp(join(tmpdir(), 'imports-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  const deps = () => ({
    ...{ db, dataDir, billingAccount: null, enrolmentMovedAt: null, profile: madeFacts().profile },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    now: () => Date.parse('2026-11-21T09:00:00.000Z'),
    newId: () => crypto.randomUUID(),
  });
  const give = (name: string, ...lines: string[]) => giveWritten(null, name, ...lines);
  const giveWritten = async (writtenAt: string | null, name: string, ...lines: string[]) => {
    const path = join(dataDir, name);
    await writeFile(path, [HEADERS, ...lines].join('\n'));
    return importCostFile(deps(), { id: null, path, name, by: 'Ada', writtenAt });
  };
  const verdict = async () =>
    (await findCustomerPeriod(db, CUSTOMER, october)).subscriptions.map((row) => [
      row.subscriptionId,
      row.credit,
      row.linked,
      row.access,
    ]);
  const months = async () =>
    (await db.select().from(monthlyCosts)).map(({ costClass, net }) => [costClass, Number(net)]).sort();

  beforeEach(async () => {
    for (const { id } of await listImports(db, EVERY_CUSTOMER)) await undoImport(deps(), id);
  });

  it('prove credit at once, of customers that nothing else names; who is linked stays unknown', async () => {
    const imported = await give(
      'october.csv',
      line('2026-10-05', '8.5', true),
      line('2026-10-06', '8.5', true),
    );
    expect(imported).toMatchObject({
      kind: 'imported',
      import: { name: 'october.csv', kind: 'cost-details', period: '2026-10', lines: 2, importedBy: 'Ada' },
    });
    expect((await listCustomers(db, EVERY_CUSTOMER)).map((row) => row.displayName)).toEqual(['Fabrikam']);
    expect(await verdict()).toEqual([[SUBSCRIPTION, 'credited', 'unknown', 'unknown']]);
    expect(await months()).toEqual([['EARNED', 17]]);
  });

  it('count once, however often the same file is given', async () => {
    await give('october.csv', line('2026-10-05', '8.5', true));
    expect(await give('copy.csv', line('2026-10-05', '8.5', true))).toMatchObject({ kind: 'known' });
    expect(await months()).toEqual([['EARNED', 8.5]]);
    const held = await db.select().from(imports);
    expect(held).toHaveLength(1);
    // Of the second nothing stays on disk either.
    expect(await readdir(join(dataDir, 'costs', 'file'))).toEqual(held.map(({ id }) => id));
  });

  it('of one month never add up: the one written last counts, in whatever order they come', async () => {
    const part = () => giveWritten('2026-11-02T00:00:00.000Z', 'part.csv', line('2026-10-05', '8.5', true));
    const whole = () =>
      giveWritten(
        '2026-11-09T00:00:00.000Z',
        'whole.csv',
        line('2026-10-05', '8.5', true),
        line('2026-10-31', '100', false),
      );
    for (const [first, second] of [[part, whole] as const, [whole, part] as const]) {
      await first();
      await second();
      expect(await months()).toEqual([
        ['EARNED', 8.5],
        ['ELIGIBLE_NOT_EARNED', 100],
      ]);
      for (const { id } of await listImports(db, EVERY_CUSTOMER)) await undoImport(deps(), id);
    }
  });

  /** All that files left in the store, without the ids of reads and the instants of trying. */
  const stored = async () => {
    const reads = await db.select().from(sourceReads);
    const scopes = new Map(reads.map(({ currentReadId, scope }) => [currentReadId, scope]));
    const costs = (await db.select().from(dailyCosts)).map(({ readId, ...row }) => [scopes.get(readId), row]);
    const grouped = (await db.select().from(monthlyGroupedCosts)).map(({ readId, ...row }) => [
      scopes.get(readId),
      row,
    ]);
    const held = (await db.select().from(imports)).map(({ newTenantIds: _new, ...row }) => row);
    const kept = reads.map(({ scope, tenantId, period, asOf, rows, way }) => [
      scope,
      tenantId,
      period,
      asOf,
      rows,
      way,
    ]);
    const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    return {
      costs: sorted(costs),
      grouped: sorted(grouped),
      held: sorted(held),
      reads: sorted(kept),
      months: await months(),
      verdict: await verdict(),
    };
  };
  const octoberDays = (net: string, credited: boolean): string[] =>
    Array.from({ length: 31 }, (_one, at) =>
      line(`2026-10-${String(at + 1).padStart(2, '0')}`, net, credited),
    );
  const novemberDays = Array.from({ length: 12 }, (_one, at) =>
    line(`2026-11-${String(at + 1).padStart(2, '0')}`, '3', true),
  );

  it('leave the same store whatever their order, and however often each of them comes', async () => {
    const given = [
      () => giveWritten('2026-11-02T00:00:00.000Z', 'october.csv', ...octoberDays('8.5', true)),
      () =>
        giveWritten('2026-11-13T00:00:00.000Z', 'both.csv', ...octoberDays('4.25', false), ...novemberDays),
      // As new as the one before.
      () => giveWritten('2026-11-13T00:00:00.000Z', 'again.csv', ...octoberDays('5.5', false)),
    ] as const;
    const [first, second, third] = given;
    const stores: unknown[] = [];
    for (const order of [given, [third, second, first], [second, first, second, third, third]]) {
      for (const give of order) await give();
      stores.push(await stored());
      for (const { id } of await listImports(db, EVERY_CUSTOMER)) await undoImport(deps(), id);
    }
    expect(stores[1]).toEqual(stores[0]);
    expect(stores[2]).toEqual(stores[0]);
  });

  it('of several months count for each, and are taken back from each', async () => {
    const imported = await give('both.csv', ...octoberDays('8.5', true), ...novemberDays);
    if (imported.kind !== 'imported') throw new Error('not imported');
    expect(imported.import).toMatchObject({
      period: '2026-11',
      periods: ['2026-10', '2026-11'],
      lines: 43,
      rejected: 0,
      totals: [{ currency: 'EUR', net: '299.5' }],
    });
    expect(await months()).toEqual([
      ['EARNED', 263.5],
      ['EARNED', 36],
    ]);
    await undoImport(deps(), imported.import.id);
    expect(await months()).toEqual([]);
  });

  it('count without the lines that cannot be read, and say how many there are', async () => {
    const days = octoberDays('8.5', true);
    const imported = await give('one-wrong.csv', ...days.slice(0, 30), line('2026-10-31', 'much', false));
    expect(imported).toMatchObject({ import: { lines: 30, rejected: 1, totals: [{ net: '255' }] } });
    expect(await months()).toEqual([['EARNED', 255]]);
  });

  it('of an invoice reconciliation are kept to compare with, and count for nobody', async () => {
    const path = join(dataDir, 'reconciliation.csv');
    const headers =
      'CustomerId,SubscriptionId,ChargeStartDate,Currency,Subtotal,PriceAdjustmentDescription,BillableQuantity';
    await writeFile(path, `${headers}\n${CUSTOMER},${SUBSCRIPTION},10/01/2026,EUR,8.5,,1`);
    const imported = await importCostFile(deps(), {
      id: null,
      path,
      name: 'reconciliation.csv',
      by: 'Ada',
      writtenAt: null,
    });
    expect(imported).toMatchObject({
      kind: 'imported',
      import: { kind: 'reconciliation', tenantIds: [], totals: [{ currency: 'EUR', net: '8.5' }] },
    });
    expect(await months()).toEqual([]);
    expect(await db.select().from(sourceReads)).toEqual([]);
    expect(await listCustomers(db, EVERY_CUSTOMER)).toEqual([]);
  });

  it('of a folder are one import, by what is in it', async () => {
    const folder = join(dataDir, 'export');
    await mkdir(join(folder, 'run'), { recursive: true });
    await writeFile(join(folder, 'run', 'part_0.csv'), [HEADERS, line('2026-10-05', '8.5', true)].join('\n'));
    await writeFile(join(folder, 'run', 'part_1.csv'), [HEADERS, line('2026-10-06', '1.5', true)].join('\n'));
    const given = { id: null, path: folder, name: 'export', by: 'Ada', writtenAt: null };
    expect(await importCostFile(deps(), given)).toMatchObject({ kind: 'imported', import: { lines: 2 } });
    expect(await importCostFile(deps(), given)).toMatchObject({ kind: 'known' });
    expect(await months()).toEqual([['EARNED', 10]]);
  });

  it('can be taken back: what was before is there again', async () => {
    await give('part.csv', line('2026-10-05', '8.5', true));
    const later = await give('whole.csv', line('2026-10-31', '100', false));
    if (later.kind !== 'imported') throw new Error('not imported');
    expect(await months()).toEqual([['ELIGIBLE_NOT_EARNED', 100]]);
    await undoImport(deps(), later.import.id);
    expect(await months()).toEqual([['EARNED', 8.5]]);
    expect(await undoImport(deps(), later.import.id)).toBeNull();
  });

  it('leave nothing behind when the last of them is taken back', async () => {
    const imported = await give('october.csv', line('2026-10-05', '8.5', true));
    if (imported.kind !== 'imported') throw new Error('not imported');
    await undoImport(deps(), imported.import.id);
    expect(await listCustomers(db, EVERY_CUSTOMER)).toEqual([]);
    expect(await months()).toEqual([]);
    for (const table of [dailyCosts, sourceReads, imports]) expect(await db.select().from(table)).toEqual([]);
    expect(await readdir(join(dataDir, 'costs', 'file'))).toEqual([]);
  });

  it('that are refused leave what is held as it was', async () => {
    await give('october.csv', line('2026-10-05', '8.5', true));
    const refused = await give(
      'wrong.csv',
      line('2026-10-31', '100', false),
      line('2026-10-31', 'much', false),
    );
    expect(refused).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('Line 3: costInBillingCurrency is no amount'),
    });
    const wrongId = await give('id.csv', line('2026-10-31', '100', false).replace(SUBSCRIPTION, 'web'));
    expect(wrongId).toMatchObject({ kind: 'refused' });
    expect(await months()).toEqual([['EARNED', 8.5]]);
    expect(await db.select().from(imports)).toHaveLength(1);
  });
});
