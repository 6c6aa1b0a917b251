import { expect } from '@playwright/test';
import { z } from 'zod';
import { eventually } from './eventually.ts';
import type { Month } from './expectations.ts';
import { ratedUsageFile } from './simulator/rated-usage-file.ts';
import type { Customer, Subscription, Telling } from './simulator/worlds/types.ts';
import type { Stack } from './stack.ts';

type Told = { customer: Customer; subscription: Subscription; month: Month };

/**
 * Does for each customer what a person does to tell what no call of Azure tells, and gives back the customers with
 * the answers that were written for after it. A sync follows what it judges by; a file is judged as it comes, and
 * the next sync of an open month would be newer.
 */
export async function tellAll(
  stack: Stack,
  customers: readonly Customer[],
  month: Month,
): Promise<Customer[]> {
  const told = customers.flatMap((customer) =>
    customer.subscriptions.flatMap((subscription): (Told & { telling: Telling })[] =>
      subscription.once === null
        ? []
        : [{ customer, subscription, month, telling: subscription.once.telling }],
    ),
  );
  const isFile = ({ telling }: { telling: Telling }): boolean => telling.kind === 'rated-usage';
  for (const one of told.filter((held) => !isFile(held))) await tell(stack, one.telling, one);
  expect((await stack.syncToEnd()).status).toBe('complete');
  for (const one of told.filter(isFile)) await tell(stack, one.telling, one);
  return customers.map((customer) => ({
    ...customer,
    subscriptions: customer.subscriptions.map((held) => ({
      ...held,
      expected: held.once?.expected ?? held.expected,
    })),
  }));
}

async function tell(stack: Stack, telling: Telling, told: Told): Promise<void> {
  switch (telling.kind) {
    case 'attested-link':
      return attest(stack, telling);
    case 'rated-usage':
      return bringFile(stack, told);
    case 'enrolment-moved':
      await stack.kill('SIGTERM');
      return stack.restart({ ENROLMENT_MOVED_ON: `${told.month.period}-01` });
  }
}

async function attest(
  stack: Stack,
  { kind: _kind, ...identity }: Extract<Telling, { kind: 'attested-link' }>,
): Promise<void> {
  const expiresAt = new Date(stack.simulator.clock.now() + 30 * 86_400_000).toISOString();
  const [partnerId] = stack.simulator.description.partnerIds;
  const evidence = 'She showed what "az managementpartner show" answers';
  const { status } = await stack.api('/api/v1/links/attestations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...identity, partnerId, evidence, expiresAt }),
  });
  expect(status).toBe(204);
}

/** Imported once the month comes from a file. */
async function bringFile(stack: Stack, { customer, subscription, month }: Told): Promise<void> {
  const body = ratedUsageFile({ customer, subscription, days: month.days });
  const { status } = await stack.api('/api/v1/imports?name=rated-usage.csv', { method: 'POST', body });
  expect(status).toBeLessThan(300);
  const path = `/api/v1/subscriptions/${subscription.subscriptionId}?period=${month.period}`;
  await eventually('the file to count', async () => {
    const { reads: held } = await stack.get(path, reads);
    return held.some(({ source, way }) => source === 'costs' && way === 'file') ? true : null;
  });
}

const reads = z.object({ reads: z.array(z.object({ source: z.string(), way: z.string().nullable() })) });
