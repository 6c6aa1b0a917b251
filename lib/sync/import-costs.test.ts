import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CUSTOMER, madeFacts, SUBSCRIPTION } from '#lib/core/testing/made-facts.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import { listCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { listImports } from '#lib/db/imports.ts';
import { dailyCosts, imports, monthlyCosts, sourceReads } from '#lib/db/schema.ts';
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
    return importCostFile(deps(), { path, name, by: 'Ada', writtenAt });
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
    expect(await db.select().from(imports)).toHaveLength(1);
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
    expect(refused).toEqual({ kind: 'refused', reason: 'costInBillingCurrency not understood in 1 lines' });
    const wrongId = await give('id.csv', line('2026-10-31', '100', false).replace(SUBSCRIPTION, 'web'));
    expect(wrongId).toMatchObject({ kind: 'refused' });
    expect(await months()).toEqual([['EARNED', 8.5]]);
    expect(await db.select().from(imports)).toHaveLength(1);
  });
});
