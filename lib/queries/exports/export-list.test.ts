import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { requireDecimal, sum } from '#lib/core/money.ts';
import { ACCESS, CREDIT, LINKED, VERDICTS } from '#lib/core/statuses.ts';
import { ADMIN_AGENTS, US } from '#lib/core/testing/made-facts.ts';
import { listAudit } from '#lib/db/audit.ts';
import { saveCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { findingMonths, findings } from '#lib/db/schema.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { getCosts } from '../costs.ts';
import { getCustomers } from '../customers.ts';
import { getFindings } from '../findings.ts';
import { COST_SORTS, costsQuery, type CostItem } from '../schemas/costs.ts';
import { CUSTOMER_SORTS, customersQuery } from '../schemas/customers.ts';
import { FINDING_SORTS, FINDING_VIEWS, findingsQuery } from '../schemas/findings.ts';
import { EXPORT_FORMATS } from '../schemas/exports.ts';
import type { Money } from '../schemas/shared.ts';
import { SUBSCRIPTION_SORTS, subscriptionsQuery } from '../schemas/subscriptions.ts';
import { getSubscriptions } from '../subscriptions.ts';
import { ALDER, AT, BIRCH, MONTH, saveMadeMonth, SHOP, WAREHOUSE } from '../testing/made-month.ts';
import { cellsOfCsv, cellsOfXlsx } from './testing/file-cells.ts';
import { bytesOf, readBoth, type Parameters } from './testing/read-exports.ts';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');
// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

/** A name that a spreadsheet would run. */
const FORMULA = '=cmd|"/c calc"!A0';

const FIGURES = ['net', 'gross', 'credit', 'missed', 'missedAtMost'] as const;
/** Each row is rounded by itself. */
const TOLD_DECIMALS = 3;

/** By currency, all that rows add up to. */
const sumsOf = (rows: readonly Readonly<Record<string, unknown>>[]): Record<string, string[]> =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ currency }) => String(currency))]
      .filter(([currency]) => currency !== '')
      .map(([currency, same]) => [
        currency,
        FIGURES.map((name) =>
          sum(same.map((row) => requireDecimal(String(row[name])))).toFixed(TOLD_DECIMALS),
        ),
      ]),
  );
const ofTotals = (totals: readonly Money[]) => sumsOf(totals);
const money = (rows: readonly Record<string, string>[]) => sumsOf(rows);

const filters = fc.record(
  {
    ...{ verdict: fc.constantFrom(...VERDICTS), access: fc.constantFrom(...ACCESS) },
    ...{ credit: fc.constantFrom(...CREDIT), linked: fc.constantFrom(...LINKED) },
    cause: fc.constantFrom('earning', 'no-access', 'access-unread'),
    q: fc.constantFrom('shop', '100%', 'alder', 'nothing'),
    sort: fc.constantFrom(...SUBSCRIPTION_SORTS),
  },
  { requiredKeys: [] },
);

const customerFilters = fc.record(
  {
    ...{ verdict: fc.constantFrom(...VERDICTS), access: fc.constantFrom(...ACCESS) },
    ...{ credit: fc.constantFrom(...CREDIT), owner: fc.constantFrom('none', 'me') },
    cause: fc.constantFrom('earning', 'no-access', 'access-unread'),
    q: fc.constantFrom('alder', '100%', 'nothing'),
    sort: fc.constantFrom(...CUSTOMER_SORTS),
  },
  { requiredKeys: [] },
);

const findingFilters = fc.record(
  {
    state: fc.constantFrom(...FINDING_VIEWS),
    cause: fc.constantFrom('no-access', 'role-not-earning', 'access-unread'),
    ...{ customer: fc.constantFrom(ALDER, BIRCH), owner: fc.constantFrom('none', 'me') },
    q: fc.constantFrom('shop', '100%', 'alder', 'nothing'),
    sort: fc.constantFrom(...FINDING_SORTS),
  },
  { requiredKeys: [] },
);

/** Days, resource groups and services stand alone beside the others, as groups and as filters. */
const costFilters = fc
  .record({
    special: fc.constantFrom(
      ...[null, { key: 'day', value: '2026-10-02' }, { key: 'service', value: 'Storage' }],
      { key: 'resourceGroup', value: 'RG-Core' },
    ),
    groups: fc.subarray(['customer', 'subscription', 'class', 'credited'], { minLength: 1 }),
    rest: fc.record(
      {
        ...{
          customer: fc.constantFrom(ALDER, BIRCH),
          subscription: fc.constantFrom('none', SHOP, WAREHOUSE),
        },
        ...{ class: fc.constantFrom('EARNED', 'INELIGIBLE_SPOT'), credited: fc.constantFrom('yes', 'no') },
        sort: fc.constantFrom(...COST_SORTS),
      },
      { requiredKeys: [] },
    ),
    ...{ isGroup: fc.boolean(), isFilter: fc.boolean() },
  })
  .map(({ special, groups, rest, isGroup, isFilter }): Parameters => ({
    ...rest,
    groupBy: (special !== null && isGroup ? [special.key, ...groups] : groups).join(','),
    ...(special !== null && isFilter ? { [special.key]: special.value } : {}),
  }));

/** Three of two customers; one led in no month that is known. */
function saveMadeFindings(db: Db): Promise<void> {
  const common = {
    verdict: 'not-earning',
    leads: 'yes',
    since: '2026-10-02',
    openedAt: AT,
    judgedAt: AT,
  } as const;
  const ids = [1, 2, 3].map((number) => `0000000f-0000-4000-8000-00000000002${number}`);
  const [first = '', second = '', third = ''] = ids;
  const shop = { ...common, tenantId: ALDER, subscriptionId: SHOP };
  const warehouse = { ...common, tenantId: BIRCH, subscriptionId: WAREHOUSE };
  return writeLists(db, async (tx) => {
    await tx.insert(findings).values([
      { ...shop, id: first, cause: 'no-access', state: 'open', weight: '7', note: '=1+1' },
      { ...shop, id: second, cause: 'role-not-earning', state: 'waiting' },
      { ...warehouse, id: third, cause: 'access-unread', state: 'resolved', weight: '30' },
    ]);
    await tx.insert(findingMonths).values([
      { tenantId: ALDER, subscriptionId: SHOP, period: MONTH, findingId: first },
      { tenantId: BIRCH, subscriptionId: WAREHOUSE, period: MONTH, findingId: third },
    ]);
  });
}

/** What a row of a file of cost says, and what the list says of the same. */
const figuresOf = (row: Readonly<Record<string, string>>): string =>
  [
    ...['tenantId', 'subscriptionId', 'resourceGroup', 'service', 'class', 'day', 'credited', 'currency'],
    ...FIGURES,
  ]
    .map((name) => row[name] ?? '')
    .join(' ');

const figuresOfItem = ({ customer, subscription, ...item }: CostItem): string =>
  [
    ...[customer?.tenantId, subscription?.subscriptionId, item.resourceGroup, item.service],
    ...[item.class, item.day, item.credited, item.currency],
    ...FIGURES.map((name) => item[name]),
  ]
    .map((value) => value ?? '')
    .join(' ');

describeOnBothEngines('an export', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    await saveMadeMonth(db);
    await saveMadeFindings(db);
    const rest = { domain: 'a,b.example', billingAccountName: null, billingCustomerId: null };
    await saveCustomers(db, AT, [
      { tenantId: '0000000f-0000-4000-8000-000000000001', displayName: FORMULA, ...rest },
    ]);
  });

  it('has the rows, the order and the totals of the list, as CSV and as XLSX, for any filter', async () => {
    const sameAsList = async (parameters: Parameters): Promise<void> => {
      const shown = await getSubscriptions(subscriptionsQuery.parse(parameters));
      const rows = await readBoth('subscriptions', parameters);
      const keys = rows.map(({ tenantId, subscriptionId }) => `${tenantId} ${subscriptionId}`);
      expect([...new Set(keys)]).toEqual(
        shown.items.map(({ customer, subscriptionId }) => `${customer.tenantId} ${subscriptionId}`),
      );
      expect(money(rows)).toEqual(ofTotals(shown.totals));
    };
    await sameAsList({});
    for (const sort of SUBSCRIPTION_SORTS) await sameAsList({ sort });
    await fc.assert(fc.asyncProperty(filters, sameAsList), { numRuns: 12 });
  });

  it('of customers agrees with their list, for any filter', async () => {
    const sameAsList = async (parameters: Parameters): Promise<void> => {
      const shown = await getCustomers(customersQuery.parse(parameters));
      const rows = await readBoth('customers', parameters);
      expect([...new Set(rows.map(({ displayName }) => displayName))]).toEqual(
        shown.items.map(({ displayName }) => displayName),
      );
      expect(money(rows)).toEqual(ofTotals(shown.totals));
    };
    await sameAsList({});
    for (const sort of CUSTOMER_SORTS) await sameAsList({ sort });
    await fc.assert(fc.asyncProperty(customerFilters, sameAsList), { numRuns: 8 });
  });

  it('of findings agrees with their list, for any filter', async () => {
    const sameAsList = async (parameters: Parameters): Promise<void> => {
      const shown = await getFindings(findingsQuery.parse(parameters));
      const rows = await readBoth('findings', parameters);
      const ids = rows.map(({ id }) => id);
      expect([...new Set(ids)]).toEqual(shown.items.map(({ id }) => id));
      expect(shown.total).toBe(new Set(ids).size);
      expect(money(rows)).toEqual(ofTotals(shown.totals));
    };
    await sameAsList({});
    expect((await getFindings(findingsQuery.parse({}))).total).toBe(3);
    for (const sort of FINDING_SORTS) await sameAsList({ sort });
    await fc.assert(fc.asyncProperty(findingFilters, sameAsList), { numRuns: 12 });
  });

  it('of cost has the rows, the order and the totals of its list, by any groups and for any filter', async () => {
    const sameAsList = async (parameters: Parameters): Promise<void> => {
      const shown = await getCosts(costsQuery.parse(parameters));
      const rows = await readBoth('costs', parameters);
      expect(rows.map(figuresOf)).toEqual(shown.items.map(figuresOfItem));
      expect(shown.total).toBe(rows.length);
      expect(money(rows)).toEqual(ofTotals(shown.totals));
    };
    await sameAsList({});
    await sameAsList({ groupBy: 'day' });
    for (const sort of COST_SORTS) await sameAsList({ sort });
    await fc.assert(fc.asyncProperty(costFilters, sameAsList), { numRuns: 16 });
  });

  const textOf = async (parameters: Parameters): Promise<string> =>
    new TextDecoder().decode(await bytesOf('subscriptions', 'csv', parameters));

  it('names each of its columns once, as programs know them, unless somebody reads it', async () => {
    const [heads = []] = cellsOfCsv(await textOf({}));
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads).toContain('subscriptionId');
  });

  it.each([
    ['en', 'Subscription,Tenant id,Customer', /,0\.71\d*\r/],
    ['nl', 'Abonnement;Tenant-id;Klant', /;0,71\d*\r/],
    ['sv', 'Prenumeration;Klientorganisations-ID;Kund', /;0,71\d*\r/],
    ['zh-Hans', '订阅,租户 ID,客户', /,0\.71\d*\r/],
    ['zh-Hant', '訂用帳戶,租用戶 ID,客戶', /,0\.71\d*\r/],
  ])('is written as the spreadsheets of %s read it', async (language, heads, coverage) => {
    const text = await textOf({ language, q: 'shop' });
    expect(text).toContain(heads);
    expect(text).toMatch(coverage);
    const { cells, sheet } = cellsOfXlsx(await bytesOf('subscriptions', 'xlsx', { language, q: 'shop' }));
    expect(cells[0]?.slice(2, 5)).toEqual(heads.split(/[;,]/));
    expect(sheet).toMatch(/<v>0\.71\d*<\/v>/);
  });

  it('never lets a spreadsheet run what somebody else named', async () => {
    const csv = new TextDecoder().decode(await bytesOf('customers', 'csv', {}));
    expect(csv).toContain(`"'=cmd|""/c calc""!A0"`);
    const { sheet } = cellsOfXlsx(await bytesOf('customers', 'xlsx', {}));
    expect(sheet).toContain(
      `<c t="inlineStr" s="3"><is><t xml:space="preserve">=cmd|"/c calc"!A0</t></is></c>`,
    );
    expect(sheet).not.toContain('<f>');
  });

  it.each(['findings', 'links', 'roles'] as const)('of %s can be taken in both formats', async (list) => {
    for (const format of EXPORT_FORMATS) expect((await bytesOf(list, format, {})).length).toBeGreaterThan(50);
  });

  it('is in the audit, with what it was filtered by', async () => {
    await bytesOf('roles', 'xlsx', { earns: 'no' });
    const asked = { action: 'export', outcome: null, q: 'roles', since: null };
    const { entries } = await listAudit(db, asked, { limit: 1, offset: 0 });
    expect(entries[0]?.detail).toEqual({ format: 'xlsx', filters: 'earns=no' });
  });
});
