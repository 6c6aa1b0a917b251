import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { GET as rowsOf } from '#app/api/rows/[list]/route.ts';
import { GET as costs } from '#app/api/v1/costs/route.ts';
import { GET as costsFile } from '#app/api/v1/costs/export/route.ts';
import { GET as customers } from '#app/api/v1/customers/route.ts';
import { GET as customersFile } from '#app/api/v1/customers/export/route.ts';
import { GET as subscriptions } from '#app/api/v1/subscriptions/route.ts';
import { GET as subscriptionsFile } from '#app/api/v1/subscriptions/export/route.ts';
import type { GridWindow } from '#components/grid/grid-shape.ts';
import { ADMIN_AGENTS, US } from '#lib/core/testing/made-facts.ts';
import { ACCESS, CREDIT, LINKED, VERDICTS } from '#lib/core/statuses.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { COST_SORTS } from '#lib/queries/schemas/costs.ts';
import { CUSTOMER_SORTS } from '#lib/queries/schemas/customers.ts';
import { SUBSCRIPTION_SORTS } from '#lib/queries/schemas/subscriptions.ts';
import { saveMadeMonth } from '#lib/queries/testing/made-month.ts';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');
// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

type Filters = Readonly<Record<string, string | undefined>>;
type Item = Record<string, unknown>;

const ask = (parameters: object) =>
  new Request(`http://localhost/api/anything?${new URLSearchParams(Object.entries(parameters))}`);

const readWindow = async (list: string, filters: Filters, offset: number): Promise<GridWindow> => {
  const answer = await rowsOf(ask({ ...filters, offset, limit: 2 }), { params: Promise.resolve({ list }) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as GridWindow;
};

/** All windows of a view, the last one first: no window needs the one before it. */
async function readRows(list: string, filters: Filters): Promise<string[]> {
  const { total } = await readWindow(list, filters, 0);
  const keys: string[][] = [];
  for (let offset = total - 1 - ((total - 1) % 2); offset >= 0; offset -= 2) {
    keys.unshift((await readWindow(list, filters, offset)).rows.map(({ key }) => key));
  }
  return keys.flat();
}

const guidsOf = (text: string): string => /[0-9a-f-]{36}/i.exec(text)?.[0] ?? '';

const LISTS = {
  customers: {
    api: customers,
    file: customersFile,
    filters: { verdict: VERDICTS, access: ACCESS, credit: CREDIT, sort: CUSTOMER_SORTS },
    keyOf: ({ tenantId }: Item) => String(tenantId),
    keyOfLine: (line: string) => guidsOf(line),
  },
  subscriptions: {
    api: subscriptions,
    file: subscriptionsFile,
    filters: { verdict: VERDICTS, linked: LINKED, credit: CREDIT, sort: SUBSCRIPTION_SORTS },
    keyOf: ({ customer, subscriptionId }: Item) =>
      `${(customer as { tenantId: string }).tenantId}/${String(subscriptionId)}`,
    keyOfLine: (line: string) => {
      const [subscription = '', tenant = ''] = line.match(/[0-9a-f-]{36}/gi) ?? [];
      return `${tenant}/${subscription}`;
    },
  },
} as const;

const filtersOf = (values: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Filters> =>
  fc.record(
    Object.fromEntries([
      ...Object.entries(values).map(([name, of]) => [name, fc.constantFrom(...of)]),
      ['q', fc.constantFrom('shop', '100%', 'alder', 'nothing')],
    ]) as Record<string, fc.Arbitrary<string>>,
    { requiredKeys: [] },
  );

describeOnBothEngines('rows of a page', (open) => {
  beforeAll(async () => {
    const database = await open();
    openForProcess(database);
    await saveMadeMonth(database.db);
  });

  it.each(['customers', 'subscriptions'] as const)(
    'of %s are, in windows asked for in any order, those of the API and of the file, for any filter',
    async (list) => {
      const { api, file, filters, keyOf, keyOfLine } = LISTS[list];
      const same = async (asked: Filters): Promise<void> => {
        const { items } = (await (await api(ask(asked))).json()) as { items: Item[] };
        const rows = await readRows(list, asked);
        expect(rows).toEqual(items.map(keyOf));
        const csv = await (await file(ask({ ...asked, format: 'csv' }))).text();
        const lines = csv.split('\r\n').slice(1, -1);
        expect([...new Set(lines.map(keyOfLine))]).toEqual(rows);
      };
      await same({});
      await fc.assert(fc.asyncProperty(filtersOf(filters), same), { numRuns: 10 });
    },
  );

  it.each(COST_SORTS)('of cost in the order %s are those of the API and of the file', async (sort) => {
    const asked = { groupBy: 'subscription,customer', sort };
    const { total } = (await (await costs(ask(asked))).json()) as { total: number };
    const lines = (await (await costsFile(ask({ ...asked, format: 'csv' }))).text())
      .split('\r\n')
      .slice(1, -1);
    const rows = await readRows('costs', asked);
    expect([rows.length, lines.length]).toEqual([total, total]);
    expect(rows.map(guidsOf)).toEqual(lines.map((line) => guidsOf(line.replace(/^[^,]*,[^,]*,[^,]*,/, ''))));
  });

  it('have the columns that the address asks for, and always the first', async () => {
    const cellsIn = async (columns: string) =>
      (await readWindow('customers', { columns }, 0)).rows[0]?.cells.length;
    expect([await cellsIn('none'), await cellsIn('customer,cost,domain')]).toEqual([1, 3]);
  });

  it('are refused for a column that the list does not have, and for a list that is none', async () => {
    const answerOf = (list: string, more: object) =>
      rowsOf(ask({ offset: 0, limit: 2, ...more }), { params: Promise.resolve({ list }) });
    expect((await answerOf('customers', { columns: 'shoe-size' })).status).toBe(400);
    expect((await answerOf('toString', {})).status).toBe(404);
  });

  it('that were chosen one by one are a file of their own, with the columns shown', async () => {
    const [first, second] = await readRows('subscriptions', { sort: 'name' });
    const only = [second, first].join(',');
    const answer = await subscriptionsFile(
      ask({ only, sort: 'name', columns: 'subscription,linked', format: 'csv' }),
    );
    const [head, ...lines] = (await answer.text()).split('\r\n').slice(0, -1);
    expect(head).toBe('period,subscriptionId,displayName,linked,linkedHow,asOf,currency');
    expect(new Set(lines.map((line) => guidsOf(line)))).toEqual(
      new Set([first, second].map((key) => key?.split('/')[1])),
    );
  });
});
