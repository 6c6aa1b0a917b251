import { beforeAll, expect, it, vi } from 'vitest';
import { GET as unknownCall } from '#app/api/[[...unknown]]/route.ts';
import { GET as customer } from '#app/api/v1/customers/[tenantId]/route.ts';
import { GET as customers } from '#app/api/v1/customers/route.ts';
import { GET as openApi } from '#app/api/v1/openapi.json/route.ts';
import { GET as changes } from '#app/api/v1/changes/route.ts';
import { GET as finding } from '#app/api/v1/findings/[id]/route.ts';
import { GET as findings } from '#app/api/v1/findings/route.ts';
import { DELETE as undoImport, GET as costFile } from '#app/api/v1/imports/[id]/route.ts';
import { GET as overview } from '#app/api/v1/overview/route.ts';
import { GET as costs } from '#app/api/v1/costs/route.ts';
import { GET as links } from '#app/api/v1/links/route.ts';
import { GET as roles } from '#app/api/v1/roles/route.ts';
import { GET as facts } from '#app/api/v1/subscriptions/[subscriptionId]/facts/route.ts';
import { GET as subscription } from '#app/api/v1/subscriptions/[subscriptionId]/route.ts';
import { GET as subscriptions } from '#app/api/v1/subscriptions/route.ts';
import { GET as events } from '#app/api/v1/sync/runs/[id]/events/route.ts';
import { POST as cancel } from '#app/api/v1/sync/runs/[id]/cancel/route.ts';
import { POST as pause } from '#app/api/v1/sync/runs/[id]/pause/route.ts';
import { POST as resume } from '#app/api/v1/sync/runs/[id]/resume/route.ts';
import { GET as run } from '#app/api/v1/sync/runs/[id]/route.ts';
import { GET as runs, POST as startRun } from '#app/api/v1/sync/runs/route.ts';
import { database } from '#lib/db/client.ts';
import { endRun, insertRun } from '#lib/db/runs.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';

vi.stubEnv('AZURE_TENANT_ID', '');

const ID = '00000001-0000-4000-8000-000000000009';
const ask = (query: string) => new Request(`http://localhost/api/v1/anything${query}`);
const params = Promise.resolve({ tenantId: ID, subscriptionId: ID, id: ID });

type Call = (query: string) => Response | Promise<Response>;
const CALLS: Record<string, Call> = {
  overview: (query) => overview(ask(query)),
  customers: (query) => customers(ask(query)),
  customer: (query) => customer(ask(query), { params }),
  subscriptions: (query) => subscriptions(ask(query)),
  subscription: (query) => subscription(ask(query), { params }),
  facts: (query) => facts(ask(query), { params }),
  costs: (query) => costs(ask(query)),
  links: (query) => links(ask(query)),
  roles: (query) => roles(ask(query)),
  findings: (query) => findings(ask(query)),
  finding: (query) => finding(ask(query), { params }),
  changes: (query) => changes(ask(query)),
  runs: (query) => runs(ask(query)),
  startRun: (query) => startRun(ask(query)),
  run: (query) => run(ask(query), { params }),
  events: (query) => events(ask(query), { params }),
  openApi: (query) => openApi(ask(query)),
};

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem: unknown = await answer.json();
  expect(problem).toMatchObject({ type: 'about:blank', status: answer.status });
  return problem;
}

describeOnBothEngines('the JSON API', (open) => {
  beforeAll(async () => {
    openForProcess(await open());
  });

  it.each(Object.entries(CALLS))(
    '%s refuses a parameter it does not have, and names it',
    async (_name, call) => {
      const problem = await problemOf(await call('?nonsense=1'));
      expect(problem).toMatchObject({ status: 400, code: 'bad-query', errors: [{ parameter: 'nonsense' }] });
    },
  );

  it.each([
    ['customers', '?limit=0', 'limit'],
    ['customers', '?limit=501', 'limit'],
    ['customers', '?cursor=never-given', 'cursor'],
    ['customers', '?q=a%00b', 'q'],
    ['customers', '?verdict=splendid', 'verdict'],
    ['customers', '?sort=name&sort=cost', 'sort'],
    ['overview', '?period=2026-13', 'period'],
    ['roles', '?earns=maybe', 'earns'],
    ['findings', '?state=splendid', 'state'],
    ['findings', '?owner=somebody', 'owner'],
    ['findings', '?cursor=never-given', 'cursor'],
    ['changes', '?since=yesterday', 'since'],
    ['changes', '?cursor=never-given', 'cursor'],
    ['subscriptions', '?linked=perhaps', 'linked'],
    ['subscriptions', '?customer=nobody', 'customer'],
    ['subscriptions', '?cursor=never-given', 'cursor'],
    ['costs', '?groupBy=customer,colour', 'groupBy'],
    ['costs', '?groupBy=day,service', 'groupBy'],
    ['costs', '?class=CHEAP', 'class'],
    ['links', '?state=loose', 'state'],
    ['runs', '?limit=many', 'limit'],
  ])('%s%s is refused for its %s', async (name, query, parameter) => {
    const problem = await problemOf((await CALLS[name]?.(query)) ?? Response.error());
    expect(problem).toMatchObject({ status: 400, errors: [{ parameter }] });
  });

  it.each(['customer', 'subscription', 'facts', 'finding', 'run', 'events'])(
    '%s of an unknown id is not found',
    async (name) => {
      const problem = await problemOf((await CALLS[name]?.('')) ?? Response.error());
      expect(problem).toMatchObject({ status: 404, code: 'not-found' });
    },
  );

  it.each(['\0', 'not an id', 'f'.repeat(64)])('knows no import called %j', async (id) => {
    for (const call of [costFile, undoImport]) {
      const answered = await call(ask(''), { params: Promise.resolve({ id }) });
      expect(await problemOf(answered)).toMatchObject({ status: 404, code: 'not-found' });
    }
  });

  it('answers an unknown call with a problem', async () => {
    expect(await problemOf(unknownCall())).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('says that there is nothing to pause, resume or cancel of a run that has ended', async () => {
    const { db } = await database();
    const id = crypto.randomUUID();
    const at = new Date().toISOString();
    await insertRun(db, { id, kind: 'full', tenantId: '', requestedBy: 'test', at, owner: null });
    await endRun(db, id, 'partial', at, null);
    for (const post of [pause, resume, cancel]) {
      const answer = await post(ask(''), { params: Promise.resolve({ id }) });
      expect(await problemOf(answer)).toMatchObject({ status: 409, code: 'run-ended' });
    }
  });

  it.each(['pause', 'resume', 'cancel'])('knows no run to %s by an id that is none', async (name) => {
    const post = { pause, resume, cancel }[name] ?? pause;
    const answer = await post(ask(''), { params: Promise.resolve({ id: 'none' }) });
    expect(await problemOf(answer)).toMatchObject({ status: 404 });
  });

  it('says that Azure is not configured instead of starting a run', async () => {
    expect(await problemOf(await startRun(ask('')))).toMatchObject({
      status: 409,
      code: 'azure-not-configured',
    });
  });

  it.each([
    ...['overview', 'customers', 'subscriptions', 'findings', 'changes'],
    ...['costs', 'links', 'roles', 'runs', 'openApi'],
  ])('%s answers JSON that nobody keeps', async (name) => {
    const answer = (await CALLS[name]?.('')) ?? Response.error();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
