import { describe, expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import { openTestRoom } from '../testing/test-room.ts';
import { readCostPages } from './query.ts';

const azure = useFakeAzure();
const SCOPE = 'providers/Microsoft.Billing/billingAccounts/a';
const QUERY = `/${SCOPE}/providers/Microsoft.CostManagement/query`;
const definition = { type: 'ActualCost', timeframe: 'MonthToDate', dataset: {} } as const;
const empty = (nextLink: string | null) => ({ json: { properties: { nextLink, columns: [], rows: [] } } });

async function readAll(): Promise<number> {
  const pages = [];
  const query = { scope: SCOPE, definition, resume: null };
  for await (const page of readCostPages(openTestRoom(azure().url).caller, query)) pages.push(page);
  return pages.length;
}
const tops = () =>
  azure()
    .calls()
    .map(({ query }) => query.get('$top'));

describe('pages of a cost query', () => {
  it('are as large as the server gives them', async () => {
    azure().on('POST', QUERY, empty(`${azure().url}${QUERY}?$skiptoken=two`), empty(null));
    expect(await readAll()).toBe(2);
    expect(tops()).toEqual(['5000', null]);
  });

  it('end where a link leads back to one that was read, though its amounts have grown since', async () => {
    const columns = ['Cost', 'UsageDate', 'SubscriptionId', 'Currency'].map((name) => ({
      name,
      type: 'String',
    }));
    const page = (rows: unknown[][], nextLink: string | null) => ({
      json: { properties: { nextLink, columns, rows } },
    });
    const link = (token: string): string => `${azure().url}${QUERY}?$skiptoken=${token}`;
    azure().on(
      'POST',
      QUERY,
      page([[1, 20261101, 's', 'EUR']], link('two')),
      page([[2, 20261102, 's', 'EUR']], null),
    );
    expect(await readAll()).toBe(2);
    azure().on(
      'POST',
      QUERY,
      page([[1, 20261101, 's', 'EUR']], link('two')),
      page([[3, 20261101, 's', 'EUR']], null),
    );
    await expect(readAll()).rejects.toMatchObject({ kind: 'malformed', message: 'rows: a page came twice' });
  });

  it('that a link leads to and Azure does not know are a fault of the link, and no refusal of the way', async () => {
    const gone = `${azure().url}/providers/Nothing.Here/lists`;
    azure().on('POST', QUERY, empty(gone));
    azure().on('POST', '/providers/Nothing.Here/lists', {
      status: 404,
      json: { error: { code: 'InvalidResourceType' } },
    });
    await expect(readAll()).rejects.toMatchObject({
      kind: 'malformed',
      status: 404,
      code: 'InvalidResourceType',
    });
  });

  it('are asked for without a size where the server refuses one', async () => {
    azure().on('POST', QUERY, ({ query }) =>
      query.has('$top')
        ? { status: 400, json: { message: 'Invalid query parameter', messageDetail: '$top' } }
        : empty(null),
    );
    expect(await readAll()).toBe(1);
    expect(tops()).toEqual(['5000', null]);
  });

  it('are refused in the words Azure uses of the query itself', async () => {
    azure().on('POST', QUERY, { status: 400, json: { message: 'Invalid dataset grouping' } });
    await expect(readAll()).rejects.toMatchObject({ kind: 'rejected', message: 'Invalid dataset grouping' });
  });

  it('are asked for once where access is refused', async () => {
    azure().on('POST', QUERY, { status: 403, json: { error: { code: 'AuthorizationFailed' } } });
    await expect(readAll()).rejects.toMatchObject({ kind: 'forbidden' });
    expect(tops()).toHaveLength(1);
  });
});
