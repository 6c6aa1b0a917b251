import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { customerAt, dailyQuery, managingToken, subscriptionAt } from '../simulator/testing/asks.ts';
import { ask, bodyOf, type Reply } from '../simulator/testing/client.ts';
import {
  accountPath,
  askReport,
  costPath,
  customerPath,
  everyWay,
  post,
  profilePath,
} from '../simulator/testing/cost-asks.ts';
import { readContracts, withoutNulls, type Operation } from './open-api.ts';

const FOLDER = 'cost-management/resource-manager/Microsoft.CostManagement/stable/2023-11-01';
const COST = '/{scope}/providers/Microsoft.CostManagement';

const OPERATIONS = {
  query: { file: `${FOLDER}/costmanagement.json`, path: `${COST}/query`, method: 'post' },
  dimensions: { file: `${FOLDER}/costmanagement.json`, path: `${COST}/dimensions`, method: 'get' },
  report: {
    file: `${FOLDER}/costmanagement.generatecostdetailsreport.json`,
    path: `${COST}/generateCostDetailsReport`,
    method: 'post',
  },
  result: {
    file: `${FOLDER}/costmanagement.generatecostdetailsreport.json`,
    path: `${COST}/costDetailsOperationResults/{operationId}`,
    method: 'get',
  },
  exports: { file: `${FOLDER}/costmanagement.exports.json`, path: `${COST}/exports`, method: 'get' },
  export: {
    file: `${FOLDER}/costmanagement.exports.json`,
    path: `${COST}/exports/{exportName}`,
    method: 'get',
  },
  runs: {
    file: `${FOLDER}/costmanagement.exports.json`,
    path: `${COST}/exports/{exportName}/runHistory`,
    method: 'get',
  },
} as const satisfies Record<string, Operation>;

type Name = keyof typeof OPERATIONS;

const contracts = readContracts();
let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 40, limits: 'off', costWays: everyWay });
  token = await managingToken(simulator);
});
afterAll(() => simulator.close());

function problems(name: Name, reply: Pick<Reply, 'status' | 'text'>): string[] {
  const body = reply.text === '' ? undefined : withoutNulls(bodyOf(reply));
  return contracts.problems(OPERATIONS[name], reply.status, body);
}

const get = (scope: string, operation: string, more = ''): Promise<Reply> =>
  ask(simulator, { path: costPath(scope, operation, more), token });

/** The month before the open one, whenever that is. */
function closedMonth(): { start: string; end: string } {
  const now = new Date(simulator.clock.now());
  const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return { start: text(Date.UTC(year, month - 1, 1)), end: text(Date.UTC(year, month, 0)) };
}

const query = (scope: string, granularity: string, grouping: readonly string[]): Promise<Reply> => {
  const { start, end } = closedMonth();
  const daily = dailyQuery(start, end);
  const dataset = {
    ...daily.dataset,
    granularity,
    grouping: grouping.map((name) => ({ type: 'Dimension', name })),
  };
  return post(simulator, { token, path: costPath(scope, 'query'), body: { ...daily, dataset } });
};

const report = (scope: string): Promise<Reply> => askReport(simulator, token, scope, closedMonth());

const result = async (scope: string): Promise<Reply> =>
  ask(simulator, { path: String((await report(scope)).headers.location), token });

const customer = (place: Parameters<typeof customerAt>[1]): string =>
  customerPath(customerAt(simulator, place).tenantId);

describe('answers', () => {
  const cases: readonly (readonly [Name, string, () => Promise<Reply>, number])[] = [
    ['query', 'of the account', () => query(accountPath, 'None', ['CustomerTenantId']), 200],
    ['query', 'of a profile', () => query(profilePath('EUR'), 'Daily', ['SubscriptionId']), 200],
    ['query', 'by month', () => query(profilePath('EUR'), 'Monthly', ['PricingModel', 'ChargeType']), 200],
    [
      'query',
      'of a subscription',
      () => query(`/subscriptions/${subscriptionAt(simulator, 'linked').subscriptionId}`, 'Daily', []),
      200,
    ],
    ['dimensions', 'of a profile', () => get(profilePath('EUR'), 'dimensions'), 200],
    [
      'dimensions',
      'with values',
      () => get(profilePath('EUR'), 'dimensions', '&$expand=properties/data'),
      200,
    ],
    ['report', 'of a profile', () => report(profilePath('EUR')), 202],
    ['report', 'of a customer', () => report(customer('linked')), 202],
    ['result', 'with blobs', () => result(profilePath('EUR')), 200],
    ['result', 'without data', () => result(customer('noCost')), 200],
    ['exports', 'of a profile', () => get(profilePath('EUR'), 'exports'), 200],
    ['exports', 'none', () => get(accountPath, 'exports'), 200],
    ['export', 'one', () => get(profilePath('EUR'), 'exports/costs-eur-daily'), 200],
    ['runs', 'of an export', () => get(profilePath('EUR'), 'exports/costs-eur-daily/runHistory'), 200],
  ];

  test.each(cases)('%s, %s', async (name, _what, asked, status) => {
    const reply = await asked();
    expect(reply.status).toBe(status);
    expect(problems(name, reply)).toEqual([]);
  });
});

describe('error envelopes', () => {
  const closed = profilePath('EUR', true);
  const cases: readonly (readonly [Name, string, () => Promise<Reply>, number])[] = [
    ['query', 'refused', () => query(closed, 'Daily', []), 403],
    ['query', 'an unknown dimension', () => query(profilePath('EUR'), 'Daily', ['Credit']), 400],
    ['dimensions', 'refused', () => get(closed, 'dimensions'), 403],
    ['report', 'refused', () => report(closed), 403],
    [
      'report',
      'two months',
      () => askReport(simulator, token, profilePath('EUR'), { ...closedMonth(), start: '2020-01-01' }),
      400,
    ],
    ['exports', 'refused', () => get(closed, 'exports'), 403],
    ['export', 'unknown', () => get(profilePath('EUR'), 'exports/none'), 404],
  ];

  test.each(cases)('%s, %s', async (name, _what, asked, status) => {
    const reply = await asked();
    expect(reply.status).toBe(status);
    expect(problems(name, reply)).toEqual([]);
  });
});

// The keys of a constant are the names that its type lists.
test.each((Object.keys(OPERATIONS) as Name[]).filter((name) => name !== 'report'))(
  'the contract of %s notices an answer of the wrong shape',
  (name) => {
    const text = JSON.stringify({ value: 'none', properties: 'none', manifest: 'none' });
    expect(problems(name, { status: 200, text })).not.toEqual([]);
  },
);
