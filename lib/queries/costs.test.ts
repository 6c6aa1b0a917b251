import { beforeAll, expect, it, vi } from 'vitest';
import { requireDecimal, sum } from '#lib/core/money.ts';
import { ADMIN_AGENTS, US } from '#lib/core/testing/made-facts.ts';
import { listCostTotals, listCosts, type CostFilter } from '#lib/db/cost-list.ts';
import type { Db } from '#lib/db/db.ts';
import { saveAssignments } from '#lib/db/people.ts';
import { saveCostWay } from '#lib/db/cost-ways.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { BadQuery } from './bad-query.ts';
import { getCosts, NO_GROUP } from './costs.ts';
import { costList, costsQuery } from './schemas/costs.ts';
import { ALDER, AT, BIRCH, MONTH, saveMadeMonth, SHOP, WAREHOUSE } from './testing/made-month.ts';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');

const costs = (parameters: Record<string, string> = {}) => getCosts(costsQuery.parse(parameters));

const amounts = async (parameters: Record<string, string>) =>
  (await costs(parameters)).items.map(({ currency, gross, credit, net }) => [currency, gross, credit, net]);

describeOnBothEngines('costs', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    await saveMadeMonth(db);
    await saveCostWay(db, {
      ...{ billingAccountName: 'account', billingProfileName: 'profile', customerId: '', way: 'export' },
      ...{ permitted: false, triedAt: AT },
      failure: { kind: 'forbidden', message: 'no', missingRight: 'a role', status: 403, code: null },
    });
  });

  it('answer what their schema says, by customer unless asked, with the way each was read', async () => {
    const shown = costList.parse(await costs());
    expect(
      shown.items.map(({ customer, currency, gross }) => [customer?.displayName, currency, gross]),
    ).toEqual([
      ['Birch 100%', 'EUR', '200'],
      ['Alder', 'EUR', '147'],
      ['Alder', 'USD', '10'],
    ]);
    expect(shown.items.map(({ reads }) => reads?.map(({ way }) => way))).toEqual([
      ['report-profile'],
      ['query-customer'],
      ['query-customer'],
    ]);
    expect(shown.readBy).toMatchObject([
      { way: 'report-profile', customers: 1 },
      { way: 'query-customer', customers: 1, oldest: AT },
    ]);
    expect(shown.triedWays).toMatchObject([
      { way: 'export', permitted: false, failure: { missingRight: 'a role' } },
    ]);
  });

  it('never add amounts of two currencies', async () => {
    const { totals } = await costs();
    expect(totals.map(({ currency, gross }) => [currency, gross])).toEqual([
      ['EUR', '347'],
      ['USD', '10'],
    ]);
  });

  it.each([
    'customer',
    'subscription',
    'class',
    'day',
    'credited',
    'customer,subscription,class,day',
    'class,credited,customer',
  ])('by %s add up to what was read', async (groupBy) => {
    const { items, totals, total } = await costs({ groupBy });
    expect(items).toHaveLength(total);
    for (const figure of ['net', 'gross', 'credit', 'missed', 'missedAtMost'] as const) {
      for (const money of totals) {
        const own = items.filter(({ currency }) => currency === money.currency);
        const added = sum(own.map((item) => requireDecimal(item[figure])));
        expect(added.toFixed(), `${figure} in ${money.currency}`).toBe(money[figure]);
      }
    }
  });

  it('by day take only the reads that count for each customer', async () => {
    expect(await amounts({ groupBy: 'day' })).toEqual([
      ['EUR', '100', '10', '90'],
      ['EUR', '247', '30', '217'],
      ['USD', '10', '0', '10'],
    ]);
  });

  it('by class and by credit say which received it', async () => {
    const { items } = await costs({ groupBy: 'credited,class', customer: ALDER });
    expect(items.map(({ credited, class: of, missedAtMost }) => [credited, of, missedAtMost])).toEqual([
      ['yes', 'EARNED', '0'],
      ['no', 'ELIGIBLE_NOT_EARNED', '6'],
      ['no', 'UNCLASSIFIED', '1.05'],
      ['no', 'INELIGIBLE_SPOT', '0'],
    ]);
  });

  it('by service and by resource group say how much no group is known of', async () => {
    const services = await costs({ groupBy: 'service' });
    expect(services.items.map(({ service, gross }) => [service, gross])).toEqual([
      ['Virtual Machines', '160'],
      ['Storage', '40'],
    ]);
    expect(services.notGrouped).toEqual([
      { currency: 'EUR', net: '137', gross: '147' },
      { currency: 'USD', net: '10', gross: '10' },
    ]);
    expect((await costs({ groupBy: 'resourceGroup', customer: BIRCH })).notGrouped).toEqual([]);
  });

  it.each<[Record<string, string>, unknown[]]>([
    [{ customer: BIRCH }, [['EUR', '200', '30', '170']]],
    [{ subscription: 'none' }, [['EUR', '7', '0', '7']]],
    [{ subscription: WAREHOUSE.toUpperCase() }, [['EUR', '200', '30', '170']]],
    [{ class: 'INELIGIBLE_SPOT' }, [['USD', '10', '0', '10']]],
    [
      { credited: 'no', customer: ALDER, groupBy: 'day' },
      [
        ['EUR', '47', '0', '47'],
        ['USD', '10', '0', '10'],
      ],
    ],
    [{ day: '2026-10-01' }, [['EUR', '100', '10', '90']]],
    [{ service: 'Storage' }, [['EUR', '40', '6', '34']]],
    [{ resourceGroup: 'RG-Core' }, [['EUR', '180', '27', '153']]],
    [{ resourceGroup: NO_GROUP }, [['EUR', '20', '3', '17']]],
    [{ day: '2026-10-31' }, []],
  ])('of %j are these alone', async (parameters, expected) => {
    expect(await amounts(parameters)).toEqual(expected);
    const { totals } = await costs(parameters);
    expect(totals.map(({ currency }) => currency)).toEqual([
      ...new Set(expected.map((row) => (Array.isArray(row) ? row[0] : ''))),
    ]);
  });

  it.each<[Record<string, string>, [number, number]]>([
    [{}, [3, 3]],
    [{ customer: BIRCH }, [1, 3]],
    [{ service: 'Storage' }, [1, 3]],
    [{ groupBy: 'day', credited: 'yes' }, [2, 3]],
    [{ groupBy: 'service', customer: ALDER }, [0, 2]],
    [{ day: '2026-10-31' }, [0, 3]],
  ])('of %j say how many rows there are of how many', async (parameters, expected) => {
    const { total, unfilteredTotal } = await costs(parameters);
    expect([total, unfilteredTotal]).toEqual(expected);
  });

  it.each([
    [{ groupBy: 'day,service' }, 'groupBy', 'day and service'],
    [{ groupBy: 'resourceGroup,service' }, 'groupBy', 'resourceGroup and service'],
    [{ groupBy: 'service', day: '2026-10-01' }, 'day', 'service and day'],
    [{ service: 'Storage', resourceGroup: 'rg-core' }, 'resourceGroup', 'resourceGroup and service'],
  ])('refuse %j, naming what cannot be combined', async (parameters, parameter, named) => {
    const refusal = costs(parameters);
    await expect(refusal).rejects.toBeInstanceOf(BadQuery);
    await expect(refusal).rejects.toMatchObject({ parameter });
    await expect(refusal).rejects.toThrow(named);
  });

  it('name what they are filtered by', async () => {
    expect((await costs({ customer: ALDER, subscription: SHOP })).names).toEqual({
      customer: 'Alder',
      subscription: 'Shop',
    });
  });

  it('page without losing or repeating a row', async () => {
    const first = await costs({ limit: '2' });
    const second = await costs({ limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toEqual((await costs()).items);
    expect(second).toMatchObject({ nextCursor: null, total: 3, totals: first.totals });
  });

  it('show nothing of customers that somebody may not see', async () => {
    const visible = { kind: 'assigned', personId: 'tenant/person' } as const;
    const { personId } = visible;
    await saveAssignments(db, { personId, tenantIds: [BIRCH], seesAll: false, by: 'admin', at: AT });
    const filter: CostFilter = {
      ...{ period: MONTH, visible, tenantId: null, subscriptionId: null, costClass: null },
      ...{ credited: null, day: null, name: null },
    };
    const seen = await Promise.all(
      (['month', 'day', 'service'] as const).map(async (base) => {
        const { rows } = await listCosts(db, base, {
          filter,
          page: { groupBy: ['customer'], sort: { by: 'cost', descending: true }, limit: 10, offset: 0 },
          rates: { assumed: '0.15', missed: '0.15' },
        });
        const nets = (await listCostTotals(db, base, filter)).map(({ net }) => net);
        return [base, nets, rows.map(({ customer }) => customer)];
      }),
    );
    expect(seen).toEqual([
      ['month', ['170'], [BIRCH]],
      ['day', ['170'], [BIRCH]],
      ['service', ['170'], [BIRCH]],
    ]);
  });
});
