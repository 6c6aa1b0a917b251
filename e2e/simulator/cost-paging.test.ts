import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import { dailyQuery, managingToken } from './testing/asks.ts';
import { bodyOf, field, list, type Reply } from './testing/client.ts';
import { MIDDLE_OF_MONTH, steppedClock } from './testing/clock.ts';
import { costPath, post, profilePath } from './testing/cost-asks.ts';

let simulator: Simulator;
let token: string;
beforeAll(async () => {
  const clock = steppedClock(MIDDLE_OF_MONTH);
  simulator = await startSimulator({ customers: 60, limits: 'off', clock });
  token = await managingToken(simulator);
});
afterAll(() => simulator.close());

const october = dailyQuery('2026-10-01', '2026-10-31');
const send = (path: string, body: unknown = october): Promise<Reply> =>
  post(simulator, { token, path, body });
const first = (more = '') => send(costPath(profilePath('EUR'), 'query', more));
const rowsIn = (reply: Reply) => list(bodyOf(reply), 'properties.rows');
const linkIn = (reply: Reply): string => String(field(bodyOf(reply), 'properties.nextLink'));

async function readAll(more = ''): Promise<{ rows: unknown[]; sizes: number[] }> {
  const rows: unknown[] = [];
  const sizes: number[] = [];
  for (let reply = await first(more); ; reply = await send(linkIn(reply))) {
    rows.push(...rowsIn(reply));
    sizes.push(rowsIn(reply).length);
    if (field(bodyOf(reply), 'properties.nextLink') === null) return { rows, sizes };
  }
}

test('a page has 1,000 rows, or up to 5,000 where $top asks for them, and the rows are the same', async () => {
  const usual = await readAll();
  const large = await readAll('&$top=5000');
  expect(usual.sizes[0]).toBe(1000);
  expect(usual.sizes.length).toBeGreaterThan(1);
  expect(large.sizes).toEqual([usual.rows.length]);
  expect(large.rows).toEqual(usual.rows);
  const keys = usual.rows.map((row) => JSON.stringify(Object(row).slice(1)));
  expect(new Set(keys).size).toBe(keys.length);
});

test('a page may be asked for twice, and out of turn', async () => {
  const one = await first();
  expect(rowsIn(await first())).toEqual(rowsIn(one));
  const two = await send(linkIn(one));
  expect(rowsIn(await send(linkIn(one)))).toEqual(rowsIn(two));
});

describe('refuses, in an envelope of its own,', () => {
  test('a link with another body', async () => {
    const other = { ...october, type: 'Usage' };
    const reply = await send(linkIn(await first()), other);
    expect(reply.status).toBe(400);
    expect(Object.keys(Object(bodyOf(reply)))).toEqual(['message', 'messageDetail']);
  });

  test.each(['0', '5001', 'all'])('$top of %s', async (top) =>
    expect((await first(`&$top=${top}`)).status).toBe(400),
  );
});

describe('a filter', () => {
  const filtered = (filter: unknown) =>
    send(costPath(profilePath('SEK'), 'query'), { ...october, dataset: { ...october.dataset, filter } });
  const uncredited = {
    dimensions: { name: 'PartnerEarnedCreditApplied', operator: 'In', values: ['false'] },
  };
  const marketplace = { dimensions: { name: 'PublisherType', operator: 'In', values: ['Marketplace'] } };

  test('takes what it names, in any case of letters', async () => {
    const flags = rowsIn(await filtered(uncredited)).map((row) => field(row, '3'));
    expect(new Set(flags)).toEqual(new Set(['False']));
  });

  test('takes both with and, either with or', async () => {
    const both = rowsIn(await filtered({ and: [uncredited, marketplace] }));
    const either = rowsIn(await filtered({ or: [uncredited, marketplace] }));
    const one = rowsIn(await filtered(uncredited));
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(one.length);
    expect(either).toEqual(one);
  });

  test.each([
    ['and of one', { and: [uncredited] }],
    ['an operator it does not know', { dimensions: { ...uncredited.dimensions, operator: 'Equals' } }],
    ['no values', { dimensions: { ...uncredited.dimensions, values: [] } }],
    ['a dimension it does not know', { dimensions: { ...uncredited.dimensions, name: 'Credit' } }],
    ['two things at once', { ...uncredited, and: [uncredited, marketplace] }],
  ])('refuses %s', async (_what, filter) => expect((await filtered(filter)).status).toBe(400));
});

test.each([
  ['MonthToDate', 20261101, 20261120],
  ['TheLastMonth', 20261001, 20261031],
  ['WeekToDate', 20261115, 20261120],
])('%s is a time of its own', async (timeframe, first, last) => {
  const { timePeriod: _period, ...body } = { ...october, timeframe };
  const reply = await send(costPath(profilePath('GBP'), 'query', '&$top=5000'), body);
  const days = rowsIn(reply).map((row) => Number(field(row, '1')));
  expect([Math.min(...days), Math.max(...days)]).toEqual([first, last]);
  expect((await send(costPath(profilePath('GBP'), 'query'), { ...october, timeframe })).status).toBe(400);
});

test('months have a column of their own, and a year of them costs twelve units', async () => {
  const year = { ...dailyQuery('2025-11-01', '2026-10-31') };
  const body = { ...year, dataset: { ...year.dataset, granularity: 'Monthly', grouping: [] } };
  const reply = await send(costPath(profilePath('SEK'), 'query'), body);
  expect(field(bodyOf(reply), 'properties.columns.1')).toEqual({ name: 'BillingMonth', type: 'Datetime' });
  expect(rowsIn(reply).map((row) => field(row, '1'))).toHaveLength(12);
  expect(field(rowsIn(reply)[0], '1')).toBe('2025-11-01T00:00:00');
  expect(reply.headers['x-ms-ratelimit-microsoft.costmanagement-qpu-consumed']).toBe('12');
});
