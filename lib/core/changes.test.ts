import { describe, expect, it } from 'vitest';
import { diffChanges } from './changes.ts';
import type { SeenCustomer, SeenLink, SeenPath, SeenSubscription } from './seen-access.ts';
import { CUSTOMER, principal, ROLES, SUBSCRIPTION, US } from './testing/made-facts.ts';

const delegation = (
  roleDefinitionId: string = ROLES.contributor,
  rest: Partial<SeenPath> = {},
): SeenPath => ({
  ...{ sourceId: 'd1', kind: 'lighthouse', scope: `/subscriptions/${SUBSCRIPTION}`, managedBy: US },
  grants: [{ principalId: principal(1), roleDefinitionId, how: 'permanent' }],
  ...rest,
});

const assignment = (sourceId: string, roleDefinitionId: string): SeenPath =>
  delegation(roleDefinitionId, { sourceId, kind: 'direct', managedBy: null });

const subscription = (rest: Partial<SeenSubscription> = {}): SeenSubscription => ({
  subscriptionId: SUBSCRIPTION,
  visible: true,
  ...{ delegations: [delegation()], foreignGroups: [], direct: [], transfers: [] },
  verdict: { verdict: 'earning', cause: 'earning' },
  ...rest,
});

const customer = (rest: Partial<SeenSubscription> = {}, more: Partial<SeenCustomer> = {}): SeenCustomer => ({
  managingTenantId: US,
  ...{ subscriptions: [subscription(rest)], links: [], refused: [], read: ['delegations'] },
  ...more,
});

const kinds = (before: SeenCustomer | null, now: SeenCustomer) =>
  diffChanges(before, now, false).changes.map(({ kind }) => kind);

const link = (partnerId: string | null): SeenLink => ({ tenantId: US, principalId: principal(1), partnerId });

describe('between two syncs', () => {
  it('nothing changed where nothing did', () => {
    expect(diffChanges(customer(), customer(), false)).toEqual({ changes: [], seen: customer() });
  });

  it.each<[string, SeenCustomer, SeenCustomer, string[]]>([
    ['a delegation removed', customer(), customer({ delegations: [] }), ['access-lost']],
    ['a delegation made', customer({ delegations: [] }), customer(), ['access-won']],
    [
      'another role in a delegation',
      customer(),
      customer({ delegations: [delegation(ROLES.reader)] }),
      ['role-changed'],
    ],
    [
      'a permanent role made just in time',
      customer(),
      customer({
        delegations: [
          delegation(ROLES.contributor, {
            grants: [{ principalId: principal(1), roleDefinitionId: ROLES.contributor, how: 'just-in-time' }],
          }),
        ],
      }),
      ['role-changed'],
    ],
    [
      'a role replaced by another assignment of the same holder',
      customer({ direct: [assignment('a1', ROLES.owner)] }),
      customer({ direct: [assignment('a2', ROLES.reader)] }),
      ['role-changed'],
    ],
    [
      'the order of authorizations',
      customer({ delegations: [twoGrants(1, 2)] }),
      customer({ delegations: [twoGrants(2, 1)] }),
      [],
    ],
    [
      'another verdict',
      customer(),
      customer({ verdict: { verdict: 'not-earning', cause: 'no-access' } }),
      ['verdict-changed'],
    ],
    [
      'a transfer',
      customer(),
      customer({ transfers: [{ id: 't', direction: 'out', at: null }] }),
      ['transferred-away'],
    ],
    ['a new subscription', customer({}, { subscriptions: [] }), customer(), ['subscription-new']],
    ['a subscription out of sight', customer(), customer({}, { subscriptions: [] }), ['subscription-unseen']],
    [
      'a link made',
      customer({}, { links: [link(null)] }),
      customer({}, { links: [link('5')] }),
      ['link-new'],
    ],
    [
      'a link removed',
      customer({}, { links: [link('5')] }),
      customer({}, { links: [link(null)] }),
      ['link-gone'],
    ],
    [
      'another partner ID',
      customer({}, { links: [link('5')] }),
      customer({}, { links: [link('6')] }),
      ['link-changed'],
    ],
    [
      'a source refused',
      customer(),
      customer({}, { refused: ['delegations'], read: [] }),
      ['source-refused'],
    ],
  ])('%s is told', (_what, before, now, expected) => {
    expect(kinds(before, now)).toEqual(expected);
  });

  it('a customer is new only once something was synced before', () => {
    expect(kinds(null, customer())).toEqual(['customer-new']);
    expect(diffChanges(null, customer(), true).changes).toEqual([]);
  });
});

function twoGrants(first: number, second: number): SeenPath {
  const grant = (index: number) => ({
    principalId: principal(index),
    roleDefinitionId: ROLES.reader,
    how: 'permanent' as const,
  });
  return delegation(ROLES.reader, { grants: [grant(first), grant(second)] });
}

describe('a subscription that the managing tenant sees no more', () => {
  const hidden = customer({ visible: false, delegations: null, foreignGroups: null, direct: null });

  it('has lost its delegations to us, once', () => {
    const { changes, seen } = diffChanges(customer(), hidden, false);
    expect(changes.map(({ kind, source }) => [kind, source])).toEqual([['access-lost', 'delegations']]);
    expect(kinds(seen, hidden)).toEqual([]);
    expect(kinds(seen, customer())).toEqual(['access-won']);
  });

  it('keeps what other tenants are known to hold', () => {
    const others = customer({ delegations: [delegation(ROLES.reader, { managedBy: CUSTOMER })] });
    expect(kinds(others, hidden)).toEqual([]);
  });
});

describe('what was not read', () => {
  const unread = customer({
    delegations: null,
    foreignGroups: null,
    direct: null,
    transfers: null,
    verdict: null,
  });

  it('is no change', () => {
    expect(kinds(customer(), unread)).toEqual([]);
  });

  it('keeps what was known, so that a loss in between is told when it is read again', () => {
    const { seen } = diffChanges(customer(), unread, false);
    expect(seen).toEqual(customer());
    expect(kinds(seen, customer({ delegations: [] }))).toEqual(['access-lost']);
  });

  it('and was never read is no gain when it is read first', () => {
    expect(kinds(unread, customer())).toEqual([]);
  });

  it('of a link is no loss', () => {
    const linked = customer({}, { links: [link('5')] });
    const { changes, seen } = diffChanges(linked, customer(), false);
    expect(changes).toEqual([]);
    expect(seen.links).toEqual([link('5')]);
  });

  it('tells that a source is read again', () => {
    const refused = customer({}, { refused: ['delegations'], read: ['delegations'] });
    expect(kinds(refused, customer())).toEqual(['source-read']);
  });
});

it('names the customer’s subscription with each change of it', () => {
  const { changes } = diffChanges(customer(), customer({ delegations: [] }), false);
  expect(changes).toEqual([
    {
      kind: 'access-lost',
      subscriptionId: SUBSCRIPTION,
      before: {
        path: 'lighthouse',
        scope: `/subscriptions/${SUBSCRIPTION}`,
        managedBy: US,
        grants: [{ principalId: principal(1), roleDefinitionId: ROLES.contributor, how: 'permanent' }],
      },
      after: null,
      source: 'delegations',
    },
  ]);
});
