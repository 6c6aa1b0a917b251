import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { z } from 'zod';
import { ACCESS, CREDIT, VERDICTS } from '#lib/core/statuses.ts';
import { cellsOfCsv, cellsOfXlsx, unquoted } from '#lib/queries/exports/testing/file-cells.ts';
import { COST_SORTS } from '#lib/queries/schemas/costs.ts';
import { CUSTOMER_SORTS } from '#lib/queries/schemas/customers.ts';
import { FINDING_SORTS } from '#lib/queries/schemas/findings.ts';
import { LINK_SORTS, LINK_STATES } from '#lib/queries/schemas/links.ts';
import { ROLE_SORTS } from '#lib/queries/schemas/roles.ts';
import { SUBSCRIPTION_SORTS } from '#lib/queries/schemas/subscriptions.ts';
import { expect, test } from './fixtures.ts';
import type { Stack } from './stack.ts';

// All rows of a list are in the document, as for whoever has no script.
test.use({ javaScriptEnabled: false });

const text = z.string().nullable().optional();
const total = z.object({
  currency: z.string(),
  gross: z.string(),
  credit: z.string(),
  missedAtMost: z.string(),
});
const answer = z.object({
  items: z.array(
    z.looseObject({
      ...{ id: text, tenantId: text, subscriptionId: text, principalId: text, roleDefinitionId: text },
      currency: text,
      ...{ displayName: text, subscriptionName: text, name: text },
      customer: z.object({ tenantId: z.string(), displayName: z.string() }).nullable().optional(),
    }),
  ),
  total: z.number(),
  totals: z.array(total).optional(),
});
type Item = z.infer<typeof answer>['items'][number];
type Total = z.infer<typeof total>;

type List = {
  path: string;
  api: string;
  filters: fc.Arbitrary<Record<string, string>>;
  /** What tells rows apart, by the heads of a file. */
  key: readonly string[];
  keyOf: (item: Item) => readonly (string | null | undefined)[];
  /** What stands in the row of the table. */
  shown: (item: Item) => string | null | undefined;
  /** Figures of the table's totals. */
  figures: readonly (keyof Total)[];
};

const some = <Filters>(filters: { [Name in keyof Filters]: fc.Arbitrary<Filters[Name]> }) =>
  fc.record(filters, { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>;
const statuses = {
  verdict: fc.constantFrom(...VERDICTS.slice(0, 3)),
  access: fc.constantFrom(...ACCESS),
  credit: fc.constantFrom(...CREDIT),
};

const LISTS: readonly List[] = [
  {
    ...{ path: '/customers', api: 'customers', figures: ['gross', 'credit', 'missedAtMost'] },
    filters: some({ ...statuses, sort: fc.constantFrom(...CUSTOMER_SORTS) }),
    ...{ key: ['tenantId'], keyOf: (item) => [item.tenantId], shown: (item) => item.displayName },
  },
  {
    ...{ path: '/subscriptions', api: 'subscriptions', figures: ['gross', 'missedAtMost'] },
    filters: some({ ...statuses, sort: fc.constantFrom(...SUBSCRIPTION_SORTS) }),
    key: ['tenantId', 'subscriptionId'],
    keyOf: (item) => [item.customer?.tenantId, item.subscriptionId],
    shown: (item) => item.displayName,
  },
  {
    ...{ path: '/gaps', api: 'findings', figures: ['missedAtMost'] },
    filters: fc.record({
      cause: fc.constantFrom('no-access', 'access-unread', 'no-billing-scope-data'),
      ...{ state: fc.constantFrom('open', 'active', 'all'), sort: fc.constantFrom(...FINDING_SORTS) },
    }),
    ...{ key: ['id'], keyOf: (item) => [item.id], shown: (item) => item.subscriptionName },
  },
  {
    ...{ path: '/costs', api: 'costs', figures: ['gross', 'credit', 'missedAtMost'] },
    filters: some({
      ...{ groupBy: fc.constant('customer'), credited: fc.constantFrom('yes', 'no') },
      sort: fc.constantFrom(...COST_SORTS),
    }),
    key: ['tenantId', 'currency'],
    keyOf: (item) => [item.customer?.tenantId, item.currency],
    shown: (item) => item.customer?.displayName,
  },
  {
    ...{ path: '/links', api: 'links', figures: [] },
    filters: some({ state: fc.constantFrom(...LINK_STATES), sort: fc.constantFrom(...LINK_SORTS) }),
    key: ['tenantId', 'principalId'],
    keyOf: (item) => [item.tenantId, item.principalId],
    shown: (item) => item.displayName,
  },
  {
    ...{ path: '/roles', api: 'roles', figures: [] },
    filters: some({ earns: fc.constantFrom('yes', 'no'), sort: fc.constantFrom(...ROLE_SORTS) }),
    ...{ key: ['roleDefinitionId'], keyOf: (item) => [item.roleDefinitionId], shown: (item) => item.name },
  },
];

const SAMPLE = { numRuns: 4, seed: 20_261_122 };

/** As the page writes it. */
const written = ({ currency, ...amounts }: Total, figure: keyof Total): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(
    (figure === 'currency' ? '0' : amounts[figure]) as `${number}`,
  );

type Row = (name: string) => string;

/** What the page's own links give, with the heads that programs know. */
async function filesOf(page: Page, stack: Stack): Promise<Row[]> {
  const fileOf = async (format: 'CSV' | 'Excel'): Promise<Buffer> => {
    const link = page.getByRole('group', { name: 'Export' }).getByRole('link', { name: format });
    const address = new URL((await link.getAttribute('href')) ?? '', stack.url);
    address.searchParams.delete('language');
    return (await page.request.get(address.href)).body();
  };
  const cells = unquoted(cellsOfCsv((await fileOf('CSV')).toString('utf8').slice(1)));
  expect(cellsOfXlsx(await fileOf('Excel')).cells).toEqual(cells);
  const [heads = [], ...rows] = cells;
  return rows.map((row) => (name) => row[heads.indexOf(name)] ?? '?');
}

function expectSums(rows: readonly Row[], totals: readonly Total[]): void {
  for (const one of totals) {
    const same = rows.filter((row) => row('currency') === one.currency);
    for (const figure of ['gross', 'credit', 'missedAtMost'] as const) {
      const sum = same.reduce((all, row) => all + Number(row(figure)), 0);
      expect(sum, `${figure} ${one.currency}`).toBeCloseTo(Number(one[figure]), 3);
    }
  }
}

async function expectSame(page: Page, stack: Stack, list: List, query: URLSearchParams): Promise<number> {
  const {
    items,
    total: count,
    totals = [],
  } = await stack.get(`/api/v1/${list.api}?${query}&limit=500`, answer);
  await page.goto(`${list.path}?${query}&limit=500`);
  const grid = page.getByRole('grid');
  if (count === 0) await expect(grid).toHaveCount(0);
  if (count === 0) return 0;
  expect(items).toHaveLength(count);
  const rows = await filesOf(page, stack);
  // Several for one of several currencies.
  const keys = new Set(rows.map((row) => list.key.map(row).join(' ')));
  const told = items.map((item) =>
    list
      .keyOf(item)
      .map((part) => part ?? '')
      .join(' '),
  );
  expect([...keys]).toEqual(told);
  expectSums(rows, totals);

  const drawn = await grid.locator('tbody tr:has([role="gridcell"])').allTextContents();
  expect(drawn).toHaveLength(count);
  for (const [index, item] of items.entries()) expect(drawn[index]).toContain(list.shown(item) ?? '');
  for (const one of totals) {
    for (const figure of list.figures)
      await expect(grid.locator('tfoot')).toContainText(written(one, figure));
  }
  return count;
}

for (const list of LISTS) {
  test(`the table, the API, CSV and XLSX of ${list.path} have the same rows, order and totals for random filters`, async ({
    page,
    stack,
  }) => {
    let compared = 0;
    for (const parameters of fc.sample(list.filters, SAMPLE)) {
      const query = new URLSearchParams(parameters);
      compared += await test.step(query.toString(), () => expectSame(page, stack, list, query));
    }
    // Or the filters were of nothing.
    expect(compared).toBeGreaterThan(0);
  });
}
