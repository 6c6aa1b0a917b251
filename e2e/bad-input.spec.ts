import { APIS, CASES, GRAPH_EFFECTS, sharedCases, status, type Case } from './bad-input-cases.ts';
import { customerDetail, customerList, type Run, type Step } from './answers.ts';
import { answerIn, expectedAmounts, monthsAt, readAmounts, totalsIn } from './expectations.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Effect } from './simulator/fault-effects.ts';
import type { Fault } from './simulator/faults.ts';
import type { Customer } from './simulator/worlds/types.ts';
import type { Stack } from './stack.ts';
import { expectWorld } from './world-check.ts';

/** Cost that is asked of each customer by itself; and enough customers that only their own tenant shows. */
test.use({
  stackOptions: { customers: 40, costWays: { everywhere: ['query-customer'], at: new Map() } },
});

const WORDS: Readonly<Record<string, string>> = {
  'customer-delegations': 'Delegations in customer tenants',
  'customer-role-assignments': 'Role assignments in customer tenants',
  'customer-identities': 'Identities in customer tenants',
  'customer-subscriptions': 'Subscriptions in customer tenants',
  costs: 'Costs',
  'billing-customers': 'Billed customers',
  subscriptions: 'Delegated subscriptions',
  'delegation-definitions': 'Delegation definitions',
  delegations: 'Delegations',
  'role-assignments': 'Role assignments',
  'resource-groups': 'Resource groups',
  'agent-groups': 'Agent groups',
  'cost-dimensions': 'Cost columns',
  'role-definitions': 'Role definitions',
  'partner-links': 'Partner links',
  identities: 'Identities in your tenant',
};

const STATES: Readonly<Record<string, string>> = {
  failed: 'Failed',
  forbidden: 'Not allowed',
  refused: 'Refused, older data kept',
};

function customerCalled(stack: Stack, name: string): Customer {
  const found = stack.simulator.world.customers.find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`the world has no ${name}`);
  return found;
}

function faultOf(stack: Stack, { customer, source, effect }: Case): Fault[] {
  const { tenantId, subscriptions } = customerCalled(stack, customer);
  const api = APIS[source];
  if (api === 'entra' || api === 'graph') return [{ api, tenant: tenantId, effect }];
  if (api === 'cost-query') return [{ api, path: tenantId, effect }];
  return subscriptions.map(({ subscriptionId }) => ({ api, path: subscriptionId, effect }));
}

/** Days of a month after which the one before it no longer moves. */
const CLOSING_DAYS = 5;

/** Costs of a closed month are not asked for again, and it keeps its verdicts; the open one is judged anew. */
async function expectEverythingKept(
  stack: Stack,
  customers: readonly Customer[] = stack.simulator.world.customers,
): Promise<void> {
  const { open, closed } = monthsAt(stack.simulator.clock.now());
  const isMoving = new Date(stack.simulator.clock.now()).getUTCDate() <= CLOSING_DAYS;
  await expectWorld(stack, closed, isMoving ? customers : stack.simulator.world.customers);
  await expectWorld(stack, open, customers);
}

/** Whoever may no longer look at a customer's access no longer knows it and says so; credit still proves. */
function withoutAccess(customer: Customer): Customer {
  const unread = { linked: 'unknown', access: 'unknown' } as const;
  const answerTo = (credit: string | undefined) =>
    credit === 'credited'
      ? ({ verdict: 'earning', cause: 'earning' } as const)
      : ({ verdict: 'not-earning', cause: 'access-unread' } as const);
  return {
    ...customer,
    expected: answerTo(customer.subscriptions[0]?.expected?.credit),
    subscriptions: customer.subscriptions.map(({ expected, ...held }) => ({
      ...held,
      expected:
        expected === null
          ? null
          : { ...unread, ...answerTo(expected.credit), credit: expected.credit, alsoCauses: [] },
    })),
  };
}

async function runWith(stack: Stack, faults: readonly Fault[]): Promise<Run> {
  stack.simulator.faults.clear();
  for (const fault of faults) stack.simulator.faults.add(fault);
  const run = await stack.syncToEnd();
  stack.simulator.faults.clear();
  return run;
}

const LISTED: ReadonlySet<string> = new Set(['subscriptions', 'delegations', 'role-assignments']);

const notDone = (run: Run): Step[] => run.steps.filter((step) => step.status !== 'done');

test.describe('when Azure answers badly for one customer', () => {
  let run: Run;
  test.beforeAll(async ({ stack }) => {
    test.setTimeout(90_000);
    // Tokens of the sync before are kept for as long as they last.
    await stack.kill('SIGTERM');
    await stack.restart();
    run = await runWith(
      stack,
      CASES.flatMap((one) => faultOf(stack, one)),
    );
  });

  test('every customer keeps its verdicts and money, the faulty ones from what was held; what is refused is unknown', async ({
    stack,
  }) => {
    expect(run.status).toBe('partial');
    const refused = new Set(
      CASES.filter((one) => one.status === 'forbidden').map(({ customer }) => customer),
    );
    const expected = stack.simulator.world.customers.map((customer) =>
      refused.has(customer.displayName) ? withoutAccess(customer) : customer,
    );
    await expectEverythingKept(stack, expected);
  });

  test('no step is left unfinished', () => {
    const ends = new Set(run.steps.map((step) => step.status));
    expect(ends).toEqual(new Set(['done', 'failed', 'forbidden']));
  });

  for (const one of CASES) {
    test(`that ${one.when}, the step, the list and the customer's page name source, tenant and kind`, async ({
      page,
      stack,
    }) => {
      const { tenantId, displayName } = customerCalled(stack, one.customer);
      const steps = notDone(run).filter((step) => step.tenantId === tenantId && step.source === one.source);
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) {
        expect(step).toMatchObject({ status: one.status, displayName, error: { kind: one.kind } });
        const right = step.error?.missingRight ?? null;
        if (one.status === 'forbidden') expect(right).not.toBeNull();
        else expect(right).toBeNull();
      }
      const list = await stack.get('/api/v1/customers', customerList);
      const told = list.completeness.find(({ source }) => source === one.source);
      expect(told?.status).toBe('partial');
      expect(told?.failures).toContainEqual(
        expect.objectContaining({ tenantId, displayName, kind: one.kind }),
      );

      await page.goto(`/customers/${tenantId}`);
      const notice = page
        .getByRole('main')
        .locator('details')
        .filter({
          has: page.locator('summary', { hasText: 'did not succeed' }),
        });
      await expect(notice).toContainText(WORDS[one.source] ?? '?');
    });
  }

  test('the sync page names each customer with its source and how the read ended', async ({
    page,
    stack,
  }) => {
    await page.goto('/sync');
    const failures = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'What did not succeed, by tenant' }) })
      .last();
    for (const { customer, source, status: ending } of CASES) {
      const { displayName } = customerCalled(stack, customer);
      const line = failures.getByRole('listitem').filter({ hasText: displayName }).last();
      await expect(line).toContainText(WORDS[source] ?? '?');
      await expect(line).toContainText(STATES[ending] ?? '?');
    }
  });

  test('when it answers well again, the next sync has nothing to complain about', async ({ stack }) => {
    const healed = await stack.syncToEnd();
    expect(healed.status).toBe('complete');
    const faulty = new Set(CASES.map(({ customer }) => customer));
    expect(notDone(healed).filter(({ displayName }) => faulty.has(displayName ?? ''))).toEqual([]);
    await expectEverythingKept(stack);
  });
});

/** How reads of what all customers share ended, as the API and the sync page tell it. */
async function expectNamed(
  { stack, page }: { stack: Stack; page: Page },
  run: Run,
  endings: readonly { source: string; status: string; kind: string }[],
): Promise<void> {
  const list = await stack.get('/api/v1/customers', customerList);
  await page.goto('/sync');
  const line = page.getByRole('listitem').filter({ hasText: /^your tenant/i });
  for (const { source, status: ending, kind } of endings) {
    const own = notDone(run).filter((step) => step.source === source && step.tenantId === null);
    expect(own, source).toMatchObject([{ status: ending, error: { kind } }]);
    const told = list.completeness.find((entry) => entry.source === source);
    expect(told?.failures).toContainEqual(expect.objectContaining({ tenantId: null, kind }));
    await expect(line).toContainText(WORDS[source] ?? '?');
  }
}

test.describe('when Azure answers badly to what all customers share', () => {
  const shared = (stack: Stack) => sharedCases(stack.simulator.description.tenantId);

  let run: Run;
  test.beforeAll(async ({ stack }) => {
    test.setTimeout(90_000);
    run = await runWith(
      stack,
      shared(stack).flatMap(({ faults }) => faults),
    );
  });

  test('all customers keep their verdicts and money', async ({ stack }) => {
    expect(run.status).toBe('partial');
    await expectEverythingKept(stack);
  });

  test('each source is named with the way it failed, in the API and on the sync page', async ({
    page,
    stack,
  }) => {
    await expectNamed({ stack, page }, run, shared(stack));
  });
});

test.describe('when Resource Graph alone answers badly', () => {
  const LISTS = ['subscriptions', 'managed-services', 'role-assignments'];

  let run: Run;
  let listed: boolean[];
  test.beforeAll(async ({ stack }) => {
    test.setTimeout(90_000);
    const tenant = stack.simulator.description.tenantId;
    stack.simulator.resetCalls();
    run = await runWith(
      stack,
      GRAPH_EFFECTS.map((effect) => ({ api: 'resource-graph', tenant, count: 1, effect })),
    );
    const calls = stack.simulator.calls();
    const few = stack.simulator.world.customers.length / 2;
    listed = LISTS.map((api) => (calls[api]?.['200'] ?? 0) >= (api === 'subscriptions' ? 1 : few));
  });

  test('the lists of Resource Manager bring what it does not, and all customers keep verdicts and money', async ({
    stack,
  }) => {
    expect(listed).toEqual(LISTS.map(() => true));
    const own = run.steps.filter(({ source, tenantId }) => LISTED.has(source) && tenantId === null);
    expect(own.map((step) => step.status)).toEqual(['done', 'done', 'done']);
    await expectEverythingKept(stack);
  });

  test('what only Resource Graph lists is named with the way it failed', async ({ page, stack }) => {
    expect(run.status).toBe('partial');
    await expectNamed({ stack, page }, run, [
      { source: 'delegation-definitions', status: 'failed', kind: 'malformed' },
      { source: 'resource-groups', status: 'failed', kind: 'malformed' },
    ]);
  });
});

test('a token that Resource Graph does not accept is tried at no list, and everybody keeps what was held', async ({
  page,
  stack,
}) => {
  test.setTimeout(90_000);
  const run = await runWith(stack, [{ api: 'resource-graph', effect: status(401) }]);
  expect(run.status).toBe('partial');
  const sources = ['subscriptions', 'delegation-definitions', 'role-assignments', 'resource-groups'];
  await expectNamed(
    { stack, page },
    run,
    sources.map((source) => ({ source, status: 'failed', kind: 'unauthorized' })),
  );
  await expectEverythingKept(stack);
});

test('agent groups that may no longer be read make access unknown, while credit still proves', async ({
  stack,
}) => {
  const { open } = monthsAt(stack.simulator.clock.now());
  const run = await runWith(stack, [{ api: 'graph', path: '/groups\\?', effect: status(403) }]);
  const [step] = notDone(run).filter(({ source }) => source === 'agent-groups');
  expect(step).toMatchObject({ status: 'forbidden', error: { kind: 'forbidden', status: 403 } });
  expect(step?.error?.missingRight).toContain('GroupMember.Read.All');
  const { tenantId } = customerCalled(stack, 'Brambleford Dairy Cooperative');
  const path = `/api/v1/customers/${tenantId}?period=${open.period}`;
  const { subscriptions } = await stack.get(path, customerDetail);
  const answer = answerIn({ verdict: 'earning', cause: 'earning' }, open);
  expect(subscriptions).toMatchObject([{ linked: 'unknown', access: 'unknown', ...answer }]);
  await stack.syncToEnd();
  await expectEverythingKept(stack);
});

test('a list of Azure that is suddenly empty deletes nothing', async ({ page, stack }) => {
  test.setTimeout(90_000);
  const effect: Effect = { kind: 'nothing-there' };
  const tenant = stack.simulator.description.tenantId;
  const run = await runWith(stack, [
    { api: 'billing', path: '/customers\\?', effect },
    { api: 'resource-graph', effect },
    { api: 'subscriptions', tenant, effect },
    { api: 'managed-services', tenant, effect },
  ]);
  const refused = notDone(run).filter((step) => step.status === 'refused');
  expect(refused.map(({ source }) => source).toSorted()).toEqual([
    'billing-customers',
    'delegation-definitions',
    'delegations',
    'role-assignments',
    'subscriptions',
  ]);
  await expectEverythingKept(stack);
  await page.goto('/sync');
  await expect(page.getByText('Refused, older data kept').first()).toBeVisible();
  // The same answer again would count as the truth, so a good one comes between.
  await stack.syncToEnd();
});

/** Two sums, the day, the subscription, then whether credit was applied. */
const CREDIT_COLUMN = 4;

test('a word of Azure that nobody knows counts as unknown and makes no verdict greener', async ({
  stack,
}) => {
  const { open } = monthsAt(stack.simulator.clock.now());
  const credited = customerCalled(stack, 'Kestrel Rail Logistics');
  const delegated = customerCalled(stack, 'Stadtwerke Hohenfels GmbH');
  const linked = delegated.subscriptions[0]?.subscriptionId ?? '';
  const run = await runWith(stack, [
    {
      api: 'cost-query',
      path: credited.tenantId,
      body: '"granularity":"Daily"',
      effect: { kind: 'set-field', field: `properties.rows.0.${CREDIT_COLUMN}`, value: 'Perhaps' },
    },
    {
      api: 'managed-services',
      path: linked,
      effect: { kind: 'set-field', field: 'value.0.properties.provisioningState', value: 'Pondering' },
    },
  ]);
  expect(run.status).toBe('complete');
  const list = await stack.get(`/api/v1/customers?period=${open.period}`, customerList);
  const rowOf = ({ tenantId }: Customer) => list.items.find((row) => row.tenantId === tenantId);
  const told = (customer: Customer) => ({
    verdict: rowOf(customer)?.verdict,
    cause: rowOf(customer)?.mainCause,
  });
  expect(told(credited)).toEqual(answerIn({ verdict: 'unverified', cause: 'no-billing-scope-data' }, open));
  expect(told(delegated)).toEqual(answerIn({ verdict: 'partial', cause: 'credited-by-unseen-access' }, open));
  const [expected] = expectedAmounts(totalsIn([credited], open));
  expect(readAmounts(rowOf(credited)?.totals ?? [])[0]?.net).toBe(expected?.net);
  await stack.syncToEnd();
  await expectEverythingKept(stack);
});
