import { beforeAll, expect, it } from 'vitest';
import { parseSubscriptionId, parseTenantId } from '#lib/core/ids.ts';
import { decimalText } from '#lib/core/money.ts';
import { parsePeriod } from '#lib/core/periods.ts';
import type { NamesRow } from './cost-names.ts';
import { addCostNames, readyCostNames, listGroupedCosts } from './costs.ts';
import type { Db } from './db.ts';
import { monthlyGroupedCosts } from './schema.ts';
import { describeOnBothEngines } from './testing/engines.ts';

const tenantId = parseTenantId('aaaaaaaa-0000-4000-8000-000000000001');
const subscriptionId = parseSubscriptionId('55555555-0000-4000-8000-000000000001');
const period = parsePeriod('2026-10');
if (tenantId === null || subscriptionId === null || period === null) throw new Error('ids');

const row = (name: string, net: string, credit: string | null = '0'): NamesRow => ({
  ...{ tenantId, subscriptionId, grouping: 'resource-group', currency: 'EUR', costClass: 'EARNED' },
  ...{ values: [name], net: [net], netUsd: [null], credit: [credit] },
});

describeOnBothEngines('sums of a month by name', (open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await open());
  });
  const held = async (readId: string) =>
    (await listGroupedCosts(db, { readIds: [readId], tenantIds: [tenantId] })).map(
      ({ name, net, credit }) => [name, decimalText(net), credit && decimalText(credit)],
    );

  it('add up over the pages of a read, name by name; a sum of which a part is unknown is unknown', async () => {
    const readId = crypto.randomUUID();
    await addCostNames(db, readId, {
      period,
      rows: [row('web', '1.1', '0.1'), row('data', '2'), row('web', '3')],
    });
    await addCostNames(db, readId, {
      period,
      rows: [row('web', '0.01', '0.2'), row('data', '5', null), row('', '7')],
    });
    expect(await held(readId)).toEqual([
      ['', '7', '0'],
      ['data', '7', null],
      ['web', '4.11', '0.3'],
    ]);
  });

  it('of a file are one row for all names of a subscription', async () => {
    const readId = crypto.randomUUID();
    const rows = [row('b', '2'), row('a', '1'), row('d', '4', null), row('a', '0.5')];
    await readyCostNames(db, { period, rows: rows.map((one) => ({ ...one, readId })) }).store();
    expect(await held(readId)).toEqual([
      ['a', '1.5', '0'],
      ['b', '2', '0'],
      ['d', '4', null],
    ]);
    expect((await db.select().from(monthlyGroupedCosts)).filter((one) => one.readId === readId)).toHaveLength(
      1,
    );
  });

  it('keep names as they are, whatever marks they hold', async () => {
    const readId = crypto.randomUUID();
    const names = ['', 'NULL', 'a, b', '{c}', 'd "e" \\f', "g 'h'", '\u6d4b\u8bd5'];
    await addCostNames(db, readId, { period, rows: names.map((name) => row(name, '1')) });
    expect((await held(readId)).map(([name]) => name).sort()).toEqual(names.toSorted());
  });
});
