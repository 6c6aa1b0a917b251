import { beforeAll, expect, it, vi } from 'vitest';
import { parseTenantId } from '#lib/core/ids.ts';
import { saveCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { listMonthSums } from '#lib/db/month-sums.ts';
import { customerAssignments } from '#lib/db/schema-auth.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { EVERY_CUSTOMER, type Visibility } from '#lib/db/visible-customers.ts';
import { getOverview } from './overview.ts';
import { overview } from './schemas/overview.ts';
import { ALDER, AT, BIRCH, MONTH, saveMadeMonth } from './testing/made-month.ts';

vi.stubEnv('AZURE_TENANT_ID', '');

const trendAt = async (period: string) => overview.parse(await getOverview({ period })).trend;
const monthOf = async (shown: string, wanted: string = MONTH) =>
  (await trendAt(shown)).find(({ period }) => period === wanted);

const BY_ADMIN = { personId: 'somebody', assignedBy: 'admin', assignedAt: AT };
const SOMEBODY: Visibility = { kind: 'assigned', personId: 'somebody' };

const inOrder = <Row extends { currency: string; costClass: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((left, right) =>
    `${left.currency} ${left.costClass}`.localeCompare(`${right.currency} ${right.costClass}`, 'en'),
  );

describeOnBothEngines('the trend', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    await saveMadeMonth(db);
  });

  it('has the amounts of each month that Overview of that month has, currency by currency', async () => {
    const shown = await getOverview({ period: MONTH });
    // Two months on, it is neither the month shown nor the one before.
    const month = await monthOf('2026-12');
    expect(month?.totals).toEqual(shown.totals);
    expect(month?.totals.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
    expect(await monthOf(MONTH)).toEqual(month);
  });

  it('has thirteen months, also of a month shown that is longer ago', async () => {
    const months = (await trendAt('2019-05')).map(({ period }) => period);
    expect(months).toHaveLength(13);
    expect([months[0], months.at(-1)]).toEqual(['2018-05', '2019-05']);
  });

  it('tells a month of which nothing is held from one that is read, and from one read in part', async () => {
    expect(await monthOf('2026-12', '2026-08')).toMatchObject({ read: 'none', totals: [] });
    expect(await monthOf(MONTH)).toMatchObject({ read: 'complete' });
    const another = await open();
    openForProcess(another);
    await saveMadeMonth(another.db);
    const tenantId = parseTenantId('000000cc-0000-4000-8000-000000000001');
    if (tenantId === null) throw new Error('tenant id');
    await saveCustomers(another.db, AT, [
      { tenantId, displayName: 'Cedar', domain: null, billingAccountName: 'a', billingCustomerId: 'c' },
    ]);
    expect(await monthOf(MONTH)).toMatchObject({ read: 'partial' });
  });

  it('is of the customers that one may see, who sees all of them sees the same', async () => {
    await writeLists(db, (tx) => tx.insert(customerAssignments).values({ ...BY_ADMIN, tenantId: BIRCH }));
    const [one] = await listMonthSums(db, [MONTH], SOMEBODY);
    expect(one).toMatchObject({ currency: 'EUR', costClass: 'EARNED', net: '170', credit: '30' });
    await writeLists(db, (tx) => tx.insert(customerAssignments).values({ ...BY_ADMIN, tenantId: ALDER }));
    expect(inOrder(await listMonthSums(db, [MONTH], SOMEBODY))).toEqual(
      inOrder(await listMonthSums(db, [MONTH], EVERY_CUSTOMER)),
    );
  });
});
