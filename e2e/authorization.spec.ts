import { z } from 'zod';
import { PAGE_RULES, ROUTE_RULES, type Needs } from '#lib/auth/route-rules.ts';
import { pagesOfTree, routesOfTree } from './app-routes.ts';
import { expect, test } from './fixtures.ts';
import { SIGN_IN_PROGRAMS } from './simulator/worlds/sign-in.ts';
import type { Answer, Stack } from './stack.ts';

test.use({ stackOptions: { customers: 12, signIn: 'entra' } });

const ROLES = ['Pec.Viewer', 'Pec.Support', 'Pec.Admin'] as const;
type Role = (typeof ROLES)[number];
const NOBODY_KNOWS = '00000000-0000-4000-8000-000000000000';

const customerRows = z.object({
  items: z.array(z.object({ tenantId: z.string(), displayName: z.string() })),
});
const subscriptionRows = z.object({
  items: z.array(z.object({ subscriptionId: z.string(), customer: z.object({ tenantId: z.string() }) })),
});
const findingRows = z.object({ items: z.array(z.object({ id: z.string(), tenantId: z.string() })) });

type World = {
  own: Customer;
  foreign: Customer[];
  ids: { own: Ids; foreign: Ids };
  tokens: Record<Role, string>;
};
type Customer = { tenantId: string; displayName: string; subscriptionIds: string[] };
type Ids = Readonly<Record<string, string>>;

/** The viewing program sees one customer; the others see all. */
async function prepare(stack: Stack): Promise<World> {
  const { items } = await stack.get('/api/v1/customers?sort=name', customerRows);
  const all = (await stack.get('/api/v1/subscriptions?limit=500', subscriptionRows)).items;
  const findings = (await stack.get('/api/v1/findings?limit=500', findingRows)).items;
  const hasFinding = (id: string) => findings.some(({ tenantId }) => tenantId === id);
  const [own, ...foreign] = items
    .map((one) => ({
      ...one,
      subscriptionIds: all.flatMap(({ subscriptionId, customer }) =>
        customer.tenantId === one.tenantId ? [subscriptionId] : [],
      ),
    }))
    // Those with a finding first: their findings are asked for too.
    .sort((left, right) => Number(hasFinding(right.tenantId)) - Number(hasFinding(left.tenantId)));
  if (own === undefined || foreign.length < 5) throw new Error('the world has too few customers');
  const viewer = SIGN_IN_PROGRAMS.find(({ role }) => role === 'Pec.Viewer');
  const { tenantId } = stack.simulator.description;
  const body = {
    personId: `${tenantId}/${viewer?.objectId}`,
    name: 'Viewer',
    seesAll: false,
    tenantIds: [own.tenantId],
  };
  const saved = await stack.api('/api/v1/settings/people', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(saved.status).toBe(204);
  const runs = await stack.get(
    '/api/v1/sync/runs',
    z.object({ items: z.array(z.object({ id: z.string() })) }),
  );
  const idsOf = ({ tenantId, subscriptionIds }: Customer): Ids => ({
    tenantId,
    subscriptionId: subscriptionIds[0] ?? NOBODY_KNOWS,
    id: runs.items[0]?.id ?? NOBODY_KNOWS,
    findingId: findings.find((finding) => finding.tenantId === tenantId)?.id ?? NOBODY_KNOWS,
    name: 'support-case.json',
  });
  return {
    own,
    foreign,
    ids: {
      own: idsOf(own),
      foreign: idsOf(foreign[0] ?? own),
    },
    tokens: {
      'Pec.Viewer': await stack.tokenOf('Pec.Viewer'),
      'Pec.Support': await stack.tokenOf('Pec.Support'),
      'Pec.Admin': await stack.tokenOf('Pec.Admin'),
    },
  };
}

const fill = (path: string, ids: Ids): string =>
  path
    .replace('/findings/:id', '/findings/:findingId')
    .replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? NOBODY_KNOWS);

const isAllowed = (role: Role, needs: Needs): boolean =>
  needs === 'nothing' || (needs !== 'person' && ROLES.indexOf(role) >= ROLES.indexOf(needs));

const ask = (stack: Stack, path: string, method: string, token: string | null): Promise<Answer> =>
  stack.api(path, {
    method,
    redirect: 'manual',
    headers: {
      authorization: token === null ? '' : `Bearer ${token}`,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });

/** What of other people's customers stands in an answer, beside the ids of the address itself. */
const leaksIn = (body: unknown, { foreign, ids }: World): string[] => {
  const said = typeof body === 'string' ? body : JSON.stringify(body);
  const text = [ids.foreign['tenantId'], ids.foreign['subscriptionId']].reduce<string>(
    (rest, id) => rest.replaceAll(id ?? '', ''),
    said,
  );
  return foreign
    .filter(({ tenantId, displayName, subscriptionIds }) =>
      [tenantId, displayName, ...subscriptionIds].some((one) => text.includes(one)),
    )
    .map(({ displayName }) => displayName);
};

/** Starting a sync while the matrix is asked would change what is asked about. */
const isHarmless = (path: string, method: string): boolean =>
  method === 'GET' || path !== '/api/v1/sync/runs';

test('every route and page of the tree has a rule, and no rule is left over', () => {
  const rules = ROUTE_RULES.map(({ path, methods }) => ({ path, methods: Object.keys(methods).sort() }));
  const byPath = (left: { path: string }, right: { path: string }) => left.path.localeCompare(right.path);
  expect(rules.toSorted(byPath)).toEqual(routesOfTree().toSorted(byPath));
  expect(PAGE_RULES.map(({ path }) => path).sort()).toEqual(pagesOfTree().sort());
});

test('every route answers whoever has the role, refuses everybody else, and shows no customer of others', async ({
  stack,
}) => {
  const world = await prepare(stack);
  const faults: string[] = [];
  let asked = 0;
  for (const { path, methods } of ROUTE_RULES) {
    for (const [method, needs] of Object.entries(methods)) {
      for (const whose of ['own', 'foreign'] as const) {
        const address = fill(path, world.ids[whose]);
        const anonymous = await ask(stack, address, method, 'nobody');
        const mayAnonymous = needs === 'nothing';
        if (!mayAnonymous && anonymous.status !== 401)
          faults.push(`${method} ${path} without a token: ${anonymous.status}`);
        for (const role of ROLES.filter((one) => isHarmless(path, method) || !isAllowed(one, needs))) {
          asked += 1;
          const { status, body } = await ask(stack, address, method, world.tokens[role]);
          const isRefused = status === 401 || status === 403;
          const where = `${method} ${path} (${whose}) as ${role}`;
          if (needs !== 'nothing' && isRefused === isAllowed(role, needs)) faults.push(`${where}: ${status}`);
          if (status >= 500) faults.push(`${where}: ${status}`);
          if (role !== 'Pec.Viewer') continue;
          const isOneOfOthers = whose === 'foreign' && /:(tenantId|subscriptionId)|findings\/:id/.test(path);
          if (isOneOfOthers && method === 'GET' && status !== 404)
            faults.push(`${where}: ${status} and not 404`);
          const asks = leaksIn(body, world);
          if (asks.length > 0) faults.push(`${where} shows ${asks.join(', ')}`);
        }
      }
    }
  }
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(100);
});

test('every page answers whoever has the role, leads everybody else away, and shows no customer of others', async ({
  stack,
}) => {
  const world = await prepare(stack);
  const faults: string[] = [];
  for (const { path, needs } of PAGE_RULES) {
    for (const whose of ['own', 'foreign'] as const) {
      const address = fill(path, world.ids[whose]);
      const anonymous = await fetch(new URL(address, stack.url), { redirect: 'manual' });
      const leads =
        anonymous.status === 307 && (anonymous.headers.get('location') ?? '').includes('/sign-in?to=');
      if (leads === (needs === 'nothing')) faults.push(`${path} without a session: ${anonymous.status}`);
      for (const role of ROLES) {
        const { status, body } = await ask(stack, address, 'GET', world.tokens[role]);
        const where = `${path} (${whose}) as ${role}`;
        if (needs !== 'nothing' && (status === 403) === isAllowed(role, needs))
          faults.push(`${where}: ${status}`);
        if (status >= 500) faults.push(`${where}: ${status}`);
        if (role !== 'Pec.Viewer') continue;
        // The same page as Next asks for it where somebody follows a link.
        const headers = { authorization: `Bearer ${world.tokens[role]}`, rsc: '1' };
        const part = await stack.api(address, { headers, redirect: 'manual' });
        const leaked = [...leaksIn(body, world), ...leaksIn(part.body, world)];
        if (leaked.length > 0) faults.push(`${where} shows ${leaked.join(', ')}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('lists, totals and search of a viewer are of their own customers alone', async ({ stack }) => {
  const world = await prepare(stack);
  const headers = { authorization: `Bearer ${world.tokens['Pec.Viewer']}` };
  const list = z.looseObject({
    total: z.number(),
    unfilteredTotal: z.number(),
    totals: z.array(z.looseObject({ net: z.string() })),
  });
  const read = async (path: string) => list.parse((await stack.api(path, { headers })).body);
  const all = await read('/api/v1/customers');
  expect([all.total, all.unfilteredTotal]).toEqual([1, 1]);
  const everyone = list.parse((await stack.api('/api/v1/customers')).body);
  expect(everyone.total).toBeGreaterThan(5);
  expect(all.totals).not.toEqual(everyone.totals);
  const name = world.foreign[0]?.displayName ?? '';
  expect((await read(`/api/v1/customers?q=${encodeURIComponent(name)}`)).total).toBe(0);
});
