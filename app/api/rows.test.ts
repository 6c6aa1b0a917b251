import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { beforeAll, expect, it, vi } from 'vitest';
import { GET as rowsOf } from '#app/api/rows/[list]/route.ts';
import { GET as changes } from '#app/api/v1/changes/route.ts';
import { GET as changesFile } from '#app/api/v1/changes/export/route.ts';
import { GET as costs } from '#app/api/v1/costs/route.ts';
import { GET as costsFile } from '#app/api/v1/costs/export/route.ts';
import { GET as customers } from '#app/api/v1/customers/route.ts';
import { GET as customersFile } from '#app/api/v1/customers/export/route.ts';
import { GET as findings } from '#app/api/v1/findings/route.ts';
import { GET as findingsFile } from '#app/api/v1/findings/export/route.ts';
import { GET as links } from '#app/api/v1/links/route.ts';
import { GET as linksFile } from '#app/api/v1/links/export/route.ts';
import { GET as roles } from '#app/api/v1/roles/route.ts';
import { GET as rolesFile } from '#app/api/v1/roles/export/route.ts';
import { GET as subscriptions } from '#app/api/v1/subscriptions/route.ts';
import { GET as subscriptionsFile } from '#app/api/v1/subscriptions/export/route.ts';
import type { GridWindow } from '#components/grid/grid-shape.ts';
import { ADMIN_AGENTS, OUR_PARTNER_ID, US } from '#lib/core/testing/made-facts.ts';
import { ACCESS, CHANGE_KINDS, CREDIT, LINKED, VERDICTS } from '#lib/core/statuses.ts';
import { requireDecimal, sum } from '#lib/core/money.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { COST_SORTS } from '#lib/queries/schemas/costs.ts';
import { FINDING_SORTS } from '#lib/queries/schemas/findings.ts';
import { LINK_STATES } from '#lib/queries/schemas/links.ts';
import { ROLE_SORTS } from '#lib/queries/schemas/roles.ts';
import { CUSTOMER_SORTS } from '#lib/queries/schemas/customers.ts';
import { SUBSCRIPTION_SORTS } from '#lib/queries/schemas/subscriptions.ts';
import {
  CAUSES_FOUND,
  CHANGES_AT,
  saveMadeChanges,
  saveMadeDelegations,
  saveMadeFindings,
} from '#lib/queries/testing/made-lists.ts';
import { ALDER, BIRCH, saveMadeMonth, SHOP } from '#lib/queries/testing/made-month.ts';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');
vi.stubEnv('PARTNER_IDS', OUR_PARTNER_ID);
// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve(new Map()),
}));

type Filters = Readonly<Record<string, string | undefined>>;
type Item = Record<string, unknown>;

const ask = (parameters: object) =>
  new Request(`http://localhost/api/anything?${new URLSearchParams(Object.entries(parameters))}`);

const WINDOW = 2;

const readWindow = async (list: string, filters: Filters, offset: number): Promise<GridWindow> => {
  const answer = await rowsOf(ask({ ...filters, offset, limit: WINDOW }), {
    params: Promise.resolve({ list }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as GridWindow;
};

/** All windows of a view, the last one first: no window needs the one before it. */
async function readRows(list: string, filters: Filters): Promise<string[]> {
  const { total } = await readWindow(list, filters, 0);
  const keys: string[][] = [];
  for (let offset = total - 1 - ((total - 1) % WINDOW); offset >= 0; offset -= WINDOW) {
    keys.unshift((await readWindow(list, filters, offset)).rows.map(({ key }) => key));
  }
  return keys.flat();
}

const guidsOf = (text: string): string => /[0-9a-f-]{36}/i.exec(text)?.[0] ?? '';

const FORMATS = ['csv', 'xlsx'] as const;
type Line = Readonly<Record<string, string>>;

/** What a file holds, by the names of its columns. */
async function readLines(file: Answer, filters: Filters, format: (typeof FORMATS)[number]): Promise<Line[]> {
  const answer = await file(ask({ ...filters, format }));
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const [names = [], ...rows] = format === 'csv' ? cellsOfCsv(bytes) : cellsOfXlsx(bytes);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

function cellsOfCsv(bytes: Uint8Array): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g;
  for (const [, quoted, plain, end] of new TextDecoder().decode(bytes).matchAll(cells)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function cellsOfXlsx(bytes: Uint8Array): string[][] {
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\/>|<c[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs)].map(
      ([, text, value]) => text ?? value ?? '',
    ),
  );
}

type Sum = { currency: string; missedAtMost: string; net: string };

/** Sums by currency, exactly; rows without cost have no currency. */
const sumsOf = (rows: readonly Partial<Sum>[]): [string, string, string][] =>
  [...Map.groupBy(rows, ({ currency = '' }) => currency)]
    .filter(([currency]) => currency !== '')
    .map(([currency, same]): [string, string, string] => {
      const total = (name: 'net' | 'missedAtMost') =>
        sum(same.map((row) => requireDecimal(row[name] ?? '0')))
          .round(6)
          .toFixed();
      return [currency, total('net'), total('missedAtMost')];
    })
    .toSorted(([left], [right]) => left.localeCompare(right, 'en'));

type Answer = (request: Request) => Promise<Response>;
type List = {
  api: Answer;
  file: Answer;
  filters: Readonly<Record<string, readonly string[]>>;
  keyOf: (item: Item) => string;
  keyOfLine: (line: Line) => string;
};

const LISTS: Readonly<Record<string, List>> = {
  customers: {
    api: customers,
    file: customersFile,
    filters: { verdict: VERDICTS, access: ACCESS, credit: CREDIT, sort: CUSTOMER_SORTS },
    keyOf: ({ tenantId }) => String(tenantId),
    keyOfLine: ({ tenantId = '' }) => tenantId,
  },
  subscriptions: {
    api: subscriptions,
    file: subscriptionsFile,
    filters: { verdict: VERDICTS, linked: LINKED, credit: CREDIT, sort: SUBSCRIPTION_SORTS },
    keyOf: ({ customer, subscriptionId }) =>
      `${(customer as { tenantId: string }).tenantId}/${String(subscriptionId)}`,
    keyOfLine: ({ tenantId = '', subscriptionId = '' }) => `${tenantId}/${subscriptionId}`,
  },
  findings: {
    api: findings,
    file: findingsFile,
    filters: { state: ['open', 'resolved', 'active', 'all'], cause: CAUSES_FOUND, sort: FINDING_SORTS },
    keyOf: ({ id }) => String(id),
    keyOfLine: ({ id = '' }) => id,
  },
  links: {
    api: links,
    file: linksFile,
    filters: { state: LINK_STATES, where: ['managing', 'customers'] },
    keyOf: ({ tenantId, principalId }) => `${String(tenantId)}/${String(principalId)}`,
    keyOfLine: ({ tenantId = '', principalId = '' }) => `${tenantId}/${principalId}`,
  },
  roles: {
    api: roles,
    file: rolesFile,
    filters: { earns: ['yes', 'no', 'unlisted'], inUse: ['true'], sort: ROLE_SORTS },
    keyOf: ({ roleDefinitionId }) => String(roleDefinitionId),
    keyOfLine: ({ roleDefinitionId = '' }) => roleDefinitionId,
  },
  changes: {
    api: changes,
    file: changesFile,
    filters: {
      kind: CHANGE_KINDS,
      since: ['2026-11-18', '2026-11-20', CHANGES_AT[1]],
      customer: [ALDER, BIRCH.toUpperCase()],
      subscription: [SHOP],
    },
    keyOf: ({ id }) => String(id),
    keyOfLine: ({ id = '' }) => id,
  },
};

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
    await saveMadeFindings(database.db);
    await saveMadeDelegations(database.db);
    await saveMadeChanges(database.db);
  });

  it.each(Object.entries(LISTS))(
    'of %s are, in windows asked for in any order, those of the API and of both files, for any filter',
    async (list, { api, file, filters, keyOf, keyOfLine }) => {
      const same = async (chosen: Filters): Promise<void> => {
        // A page of findings shows what is to do, unless its address says otherwise.
        const asked = list === 'findings' ? { state: 'all', ...chosen } : chosen;
        const answer = (await (await api(ask({ ...asked, limit: 500 }))).json()) as {
          items: Item[];
          totals?: Sum[];
        };
        const rows = await readRows(list, asked);
        expect(rows).toEqual(answer.items.map(keyOf));
        for (const format of FORMATS) {
          const lines = await readLines(file, asked, format);
          expect([...new Set(lines.map(keyOfLine))]).toEqual(rows);
          if (answer.totals !== undefined) expect(sumsOf(lines)).toEqual(sumsOf(answer.totals));
        }
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

  it.each(['customers', 'subscriptions'])('of a search of %s say how many match of all', async (list) => {
    const { total: all } = await readWindow(list, {}, 0);
    const found = await readWindow(list, { q: 'alder', found: 'yes' }, 0);
    expect(found).toMatchObject({ count: `${found.total} of ${all} ${list}` });
    expect(found.rows).toEqual((await readWindow(list, { q: 'alder' }, 0)).rows);
    expect(found.total).toBeLessThan(all);
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
