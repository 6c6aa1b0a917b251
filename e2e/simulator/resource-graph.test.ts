import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from './server.ts';
import { steppedClock, MIDDLE_OF_MONTH } from './testing/clock.ts';
import { customerAt, customerToken, managingToken, subscriptionAt } from './testing/asks.ts';
import { ask, bodyOf, field, list, type Reply } from './testing/client.ts';

const PATH = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01';
const SUBSCRIPTIONS =
  "ResourceContainers | where type =~ 'microsoft.resources/subscriptions' | order by id asc";

type Question = { query: string; subscriptions?: readonly string[]; options?: object };

const askGraph = (simulator: Simulator, token: string, question: Question): Promise<Reply> =>
  ask(simulator, {
    method: 'POST',
    path: PATH,
    token,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });

let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator({ customers: 60, limits: 'off' });
  token = await managingToken(simulator);
});
afterAll(() => simulator.close());

const rows = async (query: string, options?: object): Promise<unknown[]> => {
  const reply = await askGraph(simulator, token, { query, ...(options === undefined ? {} : { options }) });
  if (reply.status !== 200) throw new Error(reply.text);
  return list(bodyOf(reply), 'data');
};

const problem = async (query: string): Promise<unknown[]> => {
  const reply = await askGraph(simulator, token, { query });
  expect(reply.status).toBe(400);
  return list(bodyOf(reply), 'error.details');
};

describe('what a token sees', () => {
  test('a managing tenant sees delegated subscriptions, each with its home tenant', async () => {
    const found = await rows(SUBSCRIPTIONS, { $top: 1000 });
    const linked = customerAt(simulator, 'linked');
    expect(found).toContainEqual(
      expect.objectContaining({
        subscriptionId: linked.subscriptions[0]?.subscriptionId,
        tenantId: linked.tenantId,
      }),
    );
    const hidden = subscriptionAt(simulator, 'aobo').subscriptionId;
    expect(found).not.toContainEqual(expect.objectContaining({ subscriptionId: hidden }));
  });

  test('a customer tenant sees its own, and AOBO there', async () => {
    const theirs = await customerToken(simulator, 'aobo');
    const query = "AuthorizationResources | where tostring(properties.principalType) =~ 'ForeignGroup'";
    const reply = await askGraph(simulator, theirs, { query });
    expect(list(bodyOf(reply), 'data')).toHaveLength(1);
  });

  test('named subscriptions narrow the answer, and unseen ones add nothing', async () => {
    const ids = [
      subscriptionAt(simulator, 'linked').subscriptionId,
      subscriptionAt(simulator, 'aobo').subscriptionId,
    ];
    const reply = await askGraph(simulator, token, { query: SUBSCRIPTIONS, subscriptions: ids });
    expect(list(bodyOf(reply), 'data').map((row) => field(row, 'subscriptionId'))).toEqual(ids.slice(0, 1));
  });

  test('ids and types come in lower case, and a definition joins its assignment all the same', async () => {
    const definitions = await rows(
      "ManagedServicesResources | where type =~ 'microsoft.managedservices/registrationdefinitions'",
    );
    const ids = definitions.map((row) => String(field(row, 'id')));
    expect(ids.every((id) => id === id.toLowerCase())).toBe(true);
    const assignments = await rows(
      "ManagedServicesResources | where type =~ 'microsoft.managedservices/registrationassignments'",
    );
    const named = assignments.map((row) => String(field(row, 'properties.registrationDefinitionId')));
    expect(named.some((id) => !id.startsWith('/'))).toBe(true);
    const normal = (id: string): string => `/${id.replace(/^\//, '').toLowerCase()}`;
    expect(named.slice(0, 50).every((id) => ids.includes(normal(id)) || ids.length === 100)).toBe(true);
  });

  test('roles are named without a subscription', async () => {
    const [first] = await rows('AuthorizationResources | limit 1');
    expect(field(first, 'properties.roleDefinitionId')).toMatch(
      /^\/providers\/Microsoft\.Authorization\/RoleDefinitions\//,
    );
  });
});

describe('pages', () => {
  test('go on by token, beside which the answer says that it is not truncated', async () => {
    const all = await rows(SUBSCRIPTIONS, { $top: 1000 });
    const first = bodyOf(await askGraph(simulator, token, { query: SUBSCRIPTIONS, options: { $top: 10 } }));
    expect([field(first, 'count'), field(first, 'totalRecords'), field(first, 'resultTruncated')]).toEqual([
      10,
      all.length,
      'false',
    ]);
    const $skipToken: unknown = Reflect.get(Object(first), '$skipToken');
    const second = await rows(SUBSCRIPTIONS, { $top: 10, $skipToken });
    expect(second).toEqual(all.slice(10, 20));
  });

  test('a token of another query is refused', async () => {
    const first = bodyOf(await askGraph(simulator, token, { query: SUBSCRIPTIONS, options: { $top: 10 } }));
    const $skipToken: unknown = Reflect.get(Object(first), '$skipToken');
    const reply = await askGraph(simulator, token, { query: 'ResourceContainers', options: { $skipToken } });
    expect([reply.status, field(bodyOf(reply), 'error.details.0.code')]).toEqual([400, 'InvalidSkipToken']);
  });

  test('without the column id there is no token, and rows are lost', async () => {
    const query = `${SUBSCRIPTIONS} | project name`;
    const body = bodyOf(await askGraph(simulator, token, { query, options: { $top: 10 } }));
    expect([field(body, 'resultTruncated'), Reflect.get(Object(body), '$skipToken')]).toEqual([
      'true',
      undefined,
    ]);
  });

  test('more than a thousand rows a page are refused', async () => {
    const reply = await askGraph(simulator, token, { query: SUBSCRIPTIONS, options: { $top: 1001 } });
    expect(reply.status).toBe(400);
  });

  test('a table has columns and rows', async () => {
    const query = `${SUBSCRIPTIONS} | project id, name`;
    const reply = await askGraph(simulator, token, { query, options: { $top: 2, resultFormat: 'table' } });
    const data = field(bodyOf(reply), 'data');
    expect(list(data, 'columns').map((column) => field(column, 'name'))).toEqual(['id', 'name']);
    expect(list(data, 'rows')).toHaveLength(2);
  });
});

describe('the query language', () => {
  test.each([
    ["ResourceContainers | where name == 'rg-web' and isnotempty(tenantId) | count", 1],
    ["ResourceContainers | where name in~ ('RG-WEB', 'rg-data') | limit 3", 3],
    [
      "ResourceContainers | where not(name =~ 'rg-web') and (name == 'rg-data' or name == 'rg-network') | take 2",
      2,
    ],
    ["ResourceContainers | extend tail = tostring(split(id, '/')[-1]) | where tail == 'rg-web' | limit 1", 1],
    [
      "ResourceContainers | where name !in~ ('rg-web') | project id, short = tolower(name) | order by short | take 4",
      4,
    ],
    ['ResourceContainers | where properties["state"] == "Enabled" // a remark\n | limit 1', 1],
  ])('%s', async (query, count) => {
    expect(await rows(query)).toHaveLength(count);
  });

  test('orders downwards unless told otherwise', async () => {
    const names = (await rows('ResourceContainers | order by name | project id, name | limit 5')).map((row) =>
      field(row, 'name'),
    );
    expect(names).toEqual(['rg-web', 'rg-web', 'rg-web', 'rg-web', 'rg-web']);
  });

  test.each([
    ['ResourceContainers | wear id', 'wear'],
    ['ResourceContainers | where', '<EOF>'],
    ['ResourceContainers | where nothing == 1', 'nothing'],
    ['Nothing', 'Nothing'],
    ['ResourceContainers | summarize count() by type', 'summarize'],
    ["ResourceContainers | where name = 'x'", '='],
    ["ResourceContainers | where name == 'x", "'"],
    ['ResourceContainers | where strange(name)', 'strange'],
    ['ResourceContainers | where name in~ ()', ')'],
  ])('refuses %s, and says where', async (query, at) => {
    const [invalid, failure] = await problem(query);
    expect(field(invalid, 'code')).toBe('InvalidQuery');
    expect([field(failure, 'code'), field(failure, 'token'), field(failure, 'line')]).toEqual([
      'ParserFailure',
      at,
      1,
    ]);
  });
});

test('lets fifteen queries through in five seconds, and says when there will be more', async () => {
  const clock = steppedClock(MIDDLE_OF_MONTH);
  const strict = await startSimulator({ customers: 3, limits: 'azure', clock });
  const home = await managingToken(strict);
  const replies: Reply[] = [];
  for (let index = 0; index < 16; index++)
    replies.push(await askGraph(strict, home, { query: SUBSCRIPTIONS }));
  expect(replies.map(({ status }) => status)).toEqual([...Array.from({ length: 15 }, () => 200), 429]);
  expect(replies[0]?.headers).toMatchObject({
    'x-ms-user-quota-remaining': '14',
    'x-ms-user-quota-resets-after': '00:00:05',
  });
  expect(replies[15]?.headers).toMatchObject({
    'x-ms-user-quota-remaining': '0',
    'x-ms-user-quota-resets-after': '00:00:05',
  });
  clock.advance(5);
  expect((await askGraph(strict, home, { query: SUBSCRIPTIONS })).status).toBe(200);
  await strict.close();
});
