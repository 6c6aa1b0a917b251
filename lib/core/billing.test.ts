import { describe, expect, it } from 'vitest';
import { isBilledByUs, isDone, notOursOn } from './billing.ts';
import { read, unread, type Facts } from './evidence.ts';
import type { BilledSubscription, BillingTransfer } from './facts.ts';
import { boundsOf } from './periods.ts';
import { missed, parsedDay } from './testing/cause-case.ts';
import { madeFacts, NOW, SUBSCRIPTION } from './testing/made-facts.ts';

const billed = (rest: Partial<BilledSubscription> = {}): Facts['subscription']['billing'] =>
  read(
    {
      billingAccountName: 'account',
      subscriptionId: SUBSCRIPTION,
      customerId: null,
      billingProfileName: null,
      displayName: null,
      status: 'Active',
      offer: null,
      plan: 'azure-plan',
      reseller: null,
      since: null,
      until: null,
      ...rest,
    },
    NOW,
  );
const transfer = (rest: Partial<BillingTransfer> = {}): BillingTransfer => ({
  billingAccountName: 'account',
  id: 'transfer',
  subscriptionId: SUBSCRIPTION,
  direction: 'out',
  status: 'Completed',
  at: '2026-10-10T00:00:00.000Z',
  otherTenantId: null,
  ...rest,
});
const none = read(null, NOW);

describe('a move of billing', () => {
  it.each(['Canceled', 'cancelled', 'Declined', 'EXPIRED', 'Failed', 'New', 'Pending', 'InProgress'])(
    'that is %s moved nothing',
    (status) => {
      expect(isDone({ status })).toBe(false);
    },
  );
  it.each(['Completed', 'CompletedWithErrors', 'NewlyDone', 'NotFailed'])('that is %s is done', (status) => {
    expect(isDone({ status })).toBe(true);
  });
});

describe('whether we bill it', () => {
  const of = (
    costs: Facts['subscription']['costs'],
    billing: Facts['subscription']['billing'],
    billedByUs: boolean | null,
  ) => isBilledByUs(madeFacts({ costs, rest: { billing }, customer: { billedByUs } }));
  const line = read(missed, NOW);
  const empty = read([], NOW);

  it('is proven by a line, else told by the list of subscriptions, else by that of customers', () => {
    expect(of(line, none, false)).toBe(true);
    expect(of(empty, none, true)).toBe(false);
    expect(of(unread('forbidden'), billed(), false)).toBe(true);
    expect(of(empty, billed(), false)).toBe(true);
    for (const told of [true, false, null]) {
      expect(of(empty, unread('forbidden'), told)).toBe(told);
      expect(of(unread('failed'), unread('not-asked'), told)).toBe(told);
    }
  });
});

describe('why a day is not ours', () => {
  const on = (day: string, rest: Partial<Facts['subscription']>, billedByUs: boolean | null = true) =>
    notOursOn(boundsOf(parsedDay(day)), madeFacts({ rest, customer: { billedByUs } }));
  const transfers = (...rows: BillingTransfer[]) => ({ transfers: read(rows, NOW) });
  const UNTIL = billed({ until: '2026-10-10T00:00:00.000Z' });
  const unseen = { delegations: unread('not-visible'), roleAssignments: unread('not-visible') } as const;

  it('a finished transfer away tells it from its day on', () => {
    expect(on('2026-10-10', transfers(transfer()))).toBe('transferred-away');
    expect(on('2026-10-11', transfers(transfer({ direction: 'in' }), transfer()))).toBe('transferred-away');
    expect(on('2026-10-09', transfers(transfer()))).toBeNull();
    expect(on('2026-10-10', transfers(transfer({ at: '2026-10-10T00:00:00.001Z' })))).toBeNull();
  });

  it('no other transfer does', () => {
    for (const other of [{ direction: 'in' as const }, { status: 'Declined' }, { at: null }])
      expect(on('2026-10-11', transfers(transfer(other)))).toBeNull();
    expect(on('2026-10-11', transfers())).toBeNull();
    expect(on('2026-10-11', { transfers: unread('forbidden') })).toBeNull();
  });

  it('somebody else bills it, by either list; not knowing says nothing', () => {
    expect(on('2026-10-11', { billing: none })).toBe('not-billed-by-us');
    expect(on('2026-10-11', { billing: unread('forbidden') }, false)).toBe('not-billed-by-us');
    expect(on('2026-10-11', { billing: unread('forbidden') }, null)).toBeNull();
    expect(on('2026-10-11', { billing: unread('forbidden') }, true)).toBeNull();
    expect(on('2026-10-11', { billing: none, costs: read(missed, NOW) })).toBeNull();
  });

  it('billing that ended is a move away while the subscription is still seen, by either reading', () => {
    expect(on('2026-10-10', { billing: UNTIL })).toBe('transferred-away');
    expect(on('2026-10-09', { billing: UNTIL })).toBeNull();
    expect(on('2026-10-10', { billing: UNTIL, ...unseen })).toBe('not-billed-by-us');
    const { delegations, roleAssignments } = unseen;
    expect(on('2026-10-10', { billing: UNTIL, delegations })).toBe('transferred-away');
    expect(on('2026-10-10', { billing: UNTIL, roleAssignments })).toBe('transferred-away');
  });

  it('the legacy offer cannot earn; other plans and an unread one say nothing', () => {
    expect(on('2026-10-10', { billing: billed({ plan: 'legacy' }) })).toBe('legacy-offer');
    for (const plan of ['azure-plan', 'other', null] as const)
      expect(on('2026-10-10', { billing: billed({ plan }) })).toBeNull();
  });
});
