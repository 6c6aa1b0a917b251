import { expect } from '@playwright/test';
import { customerDetail, customerList } from './answers.ts';
import {
  answerIn,
  chargedDays,
  customerAnswerIn,
  expectedAmounts,
  readAmounts,
  totalsIn,
  type Month,
} from './expectations.ts';
import type { Customer, Subscription } from './simulator/worlds/types.ts';
import type { Stack } from './stack.ts';

/** Every customer's row in the API, as the hand-written world has it. */
export async function expectRows(
  stack: Stack,
  month: Month,
  customers: readonly Customer[] = stack.simulator.world.customers,
): Promise<void> {
  const list = await stack.get(`/api/v1/customers?period=${month.period}&sort=name`, customerList);
  const told = list.items.map((row) => ({
    name: row.displayName,
    tenantId: row.tenantId,
    verdict: row.verdict,
    cause: row.mainCause,
    money: readAmounts(row.totals),
  }));
  const expected = customers.map((customer) => ({
    name: customer.displayName,
    tenantId: customer.tenantId,
    ...customerAnswerIn(customer, month),
    money: expectedAmounts(totalsIn([customer], month)),
  }));
  expect(new Map(told.map((row) => [row.name, row]))).toEqual(
    new Map(expected.map((row) => [row.name, row])),
  );
  expect(list.total).toBe(customers.length);
  expect(readAmounts(list.totals)).toEqual(expectedAmounts(totalsIn(customers, month)));
}

const expectedSubscription = (
  { subscriptionId, displayName, expected }: Subscription,
  month: Month,
  { costRefused }: Customer,
) =>
  expected === null
    ? []
    : [
        {
          subscriptionId,
          displayName,
          linked: expected.linked,
          access: expected.access,
          // While no day is old enough, what was read proves nothing yet.
          credit: month.hasSettledDay || costRefused ? expected.credit : 'not-applicable',
          ...answerIn(expected, month),
        },
      ];

export async function expectDetail(stack: Stack, customer: Customer, month: Month): Promise<void> {
  const path = `/api/v1/customers/${customer.tenantId}?period=${month.period}`;
  const detail = await stack.get(path, customerDetail);
  const told = detail.subscriptions.map(
    ({ subscriptionId, displayName, linked, access, credit, verdict, cause }) => ({
      subscriptionId,
      displayName,
      linked,
      access,
      credit,
      verdict,
      cause,
    }),
  );
  const byId = (left: { subscriptionId: string }, right: { subscriptionId: string }): number =>
    left.subscriptionId.localeCompare(right.subscriptionId);
  const expected = customer.subscriptions.flatMap((held) => expectedSubscription(held, month, customer));
  expect(told.toSorted(byId)).toEqual(expected.toSorted(byId));
  for (const { subscriptionId, expected: answer } of customer.subscriptions) {
    const row = detail.subscriptions.find((held) => held.subscriptionId === subscriptionId);
    expect(row?.alsoCauses ?? []).toEqual(expect.arrayContaining([...(answer?.alsoCauses ?? [])]));
  }
  expect(readAmounts(detail.totals)).toEqual(expectedAmounts(totalsIn([customer], month)));
  expect(new Set(detail.days.map(({ day }) => day))).toEqual(new Set(chargedDays(customer, month)));
}

/** Every cause that the API names of these customers' subscriptions, leading or not. */
export async function causesTold(
  stack: Stack,
  customers: readonly Customer[],
  month: Month,
): Promise<Set<string>> {
  const causes = new Set<string>();
  for (const { tenantId } of customers) {
    const path = `/api/v1/customers/${tenantId}?period=${month.period}`;
    for (const { cause, alsoCauses } of (await stack.get(path, customerDetail)).subscriptions) {
      for (const one of [cause, ...alsoCauses]) causes.add(one);
    }
  }
  return causes;
}

/** The API's whole answer about a month is the hand-written one, or that of `customers` where a journey changed it. */
export async function expectWorld(
  stack: Stack,
  month: Month,
  customers: readonly Customer[] = stack.simulator.world.customers,
): Promise<void> {
  await expectRows(stack, month, customers);
  for (const customer of customers) await expectDetail(stack, customer, month);
}
