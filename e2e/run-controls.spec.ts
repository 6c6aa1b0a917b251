import { z } from 'zod';
import { PAGE_RULES } from '#lib/auth/route-rules.ts';
import { runList } from './answers.ts';
import { eventually } from './eventually.ts';
import { monthsAt } from './expectations.ts';
import { expect, test } from './fixtures.ts';
import { startProcess } from './server-process.ts';
import type { Stack } from './stack.ts';
import { expectWorld } from './world-check.ts';

const auditShape = z.object({
  items: z.array(
    z.object({
      action: z.string(),
      target: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});

const findingsShape = z.object({ items: z.array(z.object({ id: z.string() })) });

test.use({ stackOptions: { synced: false, customers: 12 } });

const heldCalls = (stack: Stack): number => stack.simulator.calls()['cost-report']?.['hang'] ?? 0;

/** Starts a run and leaves one of its calls without an answer, which keeps it in its middle. */
async function startHeldRun<Started>(stack: Stack, start: () => Promise<Started>): Promise<Started> {
  const before = heldCalls(stack);
  stack.simulator.faults.add({ api: 'cost-report', effect: { kind: 'hang' } });
  const started = await start();
  await eventually('the run to be in its middle', () =>
    Promise.resolve(heldCalls(stack) > before ? true : null),
  );
  return started;
}

const latestStatus = async (stack: Stack) =>
  (await stack.get('/api/v1/sync/runs?limit=1', runList)).items[0]?.status;

test('a run is paused by a button, stays paused when the server starts anew, and is resumed to its end', async ({
  page,
  stack,
}) => {
  test.setTimeout(120_000);
  const id = await startHeldRun(stack, stack.startSync);
  await page.goto('/sync');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible();
  expect((await stack.api('/api/v1/sync/runs', { method: 'POST' })).status).toBe(409);

  await page.goto('about:blank');
  await stack.kill('SIGTERM');
  stack.simulator.faults.clear();
  await stack.restart();
  expect((await stack.runOf(id)).status).toBe('paused');

  await page.goto('/sync');
  await page.getByRole('button', { name: 'Resume' }).click();
  const latest = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Latest run' }) });
  await expect(latest.getByText(/^Complete/)).toBeVisible({ timeout: 60_000 });
  expect((await stack.get('/api/v1/sync/runs', runList)).items.map((run) => run.id)).toEqual([id]);
  const { items } = await stack.get('/api/v1/audit', auditShape);
  const asked = items.filter(({ action, target }) => action === 'sync' && target === id);
  expect(asked.map(({ detail }) => detail['request'] ?? 'start').toSorted()).toEqual([
    'pause',
    'resume',
    'start',
  ]);
  await expectWorld(stack, monthsAt(stack.simulator.clock.now()).closed);
});

test('a run that npm run sync has handed to the server is cancelled by a button once that was confirmed, and what was held before stays', async ({
  page,
  stack,
}) => {
  const command = await startHeldRun(stack, () =>
    Promise.resolve(startProcess('scripts/sync.ts', stack.environment)),
  );
  await page.goto('/sync');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  const latest = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Latest run' }) });
  await expect(latest.getByText('Cancelled', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start a sync' })).toBeEnabled();
  await expect(page.getByRole('main')).toBeFocused();
  expect(await latestStatus(stack)).toBe('cancelled');
  expect(await command.whenEnded).toEqual({ code: 1, signal: null });
  expect(command.output()).toContain('holds the data folder and does the run');
  expect(command.output()).toContain('The sync run is cancelled.');
  stack.simulator.faults.clear();
  await expectWorld(stack, monthsAt(stack.simulator.clock.now()).closed);
});

/** A page to be printed names the day instead. */
const AGE = /just now|\d+ (min|h) ago|read (on|from|since) \d/;
/** What people and files brought has no age by Azure. */
const OF_OURSELVES = /^\/(imports|audit|settings)/;

/** Addresses of pages about one thing: any of it will do. */
async function addressesOf(stack: Stack): Promise<Map<string, string>> {
  const [customer] = stack.simulator.world.customers;
  const [finding] = (await stack.get('/api/v1/findings', findingsShape)).items;
  const tenantId = customer?.tenantId ?? '?';
  const subscriptionId = customer?.subscriptions[0]?.subscriptionId ?? '?';
  return new Map([
    ['/customers/:tenantId', `/customers/${tenantId}`],
    ['/customers/:tenantId/report', `/customers/${tenantId}/report`],
    ['/subscriptions/:subscriptionId', `/subscriptions/${subscriptionId}`],
    ['/gaps/:findingId', `/gaps/${finding?.id ?? '?'}`],
  ]);
}

test('with every source of Azure down all pages answer from the store and tell its age', async ({
  page,
  stack,
}) => {
  stack.simulator.faults.add({ effect: { kind: 'cut' } });
  const id = await stack.startSync();
  const { closed } = monthsAt(stack.simulator.clock.now());
  await expectWorld(stack, closed);
  const addresses = await addressesOf(stack);
  for (const { path: rule, needs } of PAGE_RULES) {
    if (needs === 'person' || needs === 'nothing') continue;
    const path = addresses.get(rule) ?? rule;
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
    if (!OF_OURSELVES.test(rule)) await expect(page.getByText(AGE).first(), path).toBeVisible();
  }
  expect(await stack.api(`/api/v1/sync/runs/${id}/cancel`, { method: 'POST' })).toMatchObject({
    status: 202,
  });
  expect((await stack.runOf(id)).status).toBe('cancelled');
  stack.simulator.faults.clear();
});
