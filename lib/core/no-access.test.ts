import { describe, expect, it } from 'vitest';
import { read, unread, type Facts } from './evidence.ts';
import type { BilledSubscription, BillingTransfer } from './facts.ts';
import { causeOfNoAccess } from './no-access.ts';
import { contributor, identity, linked, notLinked, principal } from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';
import { madePath } from './testing/made-path.ts';

const group = (index: number, sourceId = 'theirs') => ({
  ...madePath({ kind: 'aobo', owner: 'third-party', sourceId }),
  principalId: principal(index),
});
const delegated = madePath({ owner: 'third-party' });
const cause = (of: made.Made, ...foreign: Parameters<typeof causeOfNoAccess>[0]) =>
  causeOfNoAccess(foreign, made.madeFacts(of));
const ENTRY: BillingTransfer = {
  billingAccountName: 'account',
  id: 'transfer',
  subscriptionId: made.SUBSCRIPTION,
  direction: 'in',
  status: 'Completed',
  at: null,
  otherTenantId: null,
};
const moved = (rest: Partial<BillingTransfer> = {}) => ({
  transfers: read([{ ...ENTRY, ...rest }], made.NOW),
});
const since = (at: string | null): Partial<Facts['subscription']> => {
  const billed: BilledSubscription = {
    billingAccountName: 'account',
    subscriptionId: made.SUBSCRIPTION,
    customerId: null,
    billingProfileName: null,
    displayName: null,
    status: null,
    offer: null,
    plan: null,
    reseller: null,
    since: at,
    until: null,
  };
  return { billing: read(billed, made.NOW) };
};
const held = (createdAt: string | null, id = 'theirs') => [
  made.roleAssignment({ id, createdAt, principalId: principal(91) }),
];
const MARCH = '2026-03-01T00:00:00.000Z';
const MOVED = 'transferred-in-without-access';
const THEIRS = 'third-partner-only';

describe('a subscription that moved to us', () => {
  it('is told by a finished transfer in, where another partner has a group', () => {
    expect(cause({ rest: moved() }, group(91))).toBe(MOVED);
    expect(cause({ rest: moved({ direction: 'out' }) }, group(91))).toBe(THEIRS);
    expect(cause({ rest: moved({ status: 'Pending' }) }, group(91))).toBe(THEIRS);
    expect(cause({ rest: { transfers: unread('forbidden') } }, group(91))).toBe(THEIRS);
    expect(cause({ rest: moved() }, delegated)).toBe(THEIRS);
    expect(cause({ rest: moved() })).toBe('sold-without-access');
  });

  it('is told by a group of theirs that is older than our billing', () => {
    const of = (roleAssignments: made.Made['roleAssignments'], at: string | null) =>
      cause({ roleAssignments: roleAssignments ?? [], rest: since(at) }, group(91));
    expect(of(held('2026-02-28T23:59:59.999Z'), MARCH)).toBe(MOVED);
    expect(of([...held(null, 'other'), ...held('2026-01-01T00:00:00.000Z')], MARCH)).toBe(MOVED);
    expect(of(held(MARCH), MARCH)).toBe(THEIRS);
    expect(of(held(null), MARCH)).toBe(THEIRS);
    expect(of(held('2026-01-01T00:00:00.000Z', 'another'), MARCH)).toBe(THEIRS);
    expect(of(held('2026-01-01T00:00:00.000Z'), null)).toBe(THEIRS);
    expect(of(unread('forbidden'), MARCH)).toBe(THEIRS);
    const old = { roleAssignments: held('2026-01-01T00:00:00.000Z') };
    expect(cause({ ...old, rest: { billing: unread('forbidden') } }, group(91))).toBe(THEIRS);
    expect(cause({ ...old, rest: { billing: read(null, made.NOW) } }, group(91))).toBe(THEIRS);
  });
});

describe("another partner's group that is named like us", () => {
  const shown = (displayName: string | null) => ({
    customer: {
      identities: read(
        new Map([
          [principal(91), identity(91, { tenantId: made.CUSTOMER, type: 'foreign-group', displayName })],
        ]),
        made.NOW,
      ),
    },
  });
  const named = (partnerName: string | null, partnerId = made.OUR_PARTNER_ID) => ({
    links: [{ ...linked(5), link: { state: 'linked' as const, partnerId, partnerName, since: null } }],
  });
  const LIKE_US = 'foreign-principal-of-another-partner';

  it('is told by the name in links to our partner IDs, in any letters', () => {
    expect(cause({ ...shown('Agents of FABRIKAM'), ...named('Fabrikam') }, group(91))).toBe(LIKE_US);
    expect(cause({ ...shown('Agents of FABRIKAM'), ...named('Fabrikam') }, group(90), group(91))).toBe(
      LIKE_US,
    );
    expect(cause({ ...shown('Contoso'), ...named('Fabrikam') }, group(91))).toBe(THEIRS);
  });

  it('is told by the name of our tenant in a delegation', () => {
    const named = (definition: Parameters<typeof made.delegation>[0]) => ({
      ...shown('Fabrikam'),
      delegations: [made.delegation(definition)],
    });
    expect(cause(named({ managedByTenantName: 'Fabrikam' }), group(91))).toBe(LIKE_US);
    const theirs = { managedByTenantName: 'Fabrikam', managedByTenantId: made.STRANGER };
    expect(cause(named(theirs), group(91))).toBe(THEIRS);
    expect(cause(named({ managedByTenantName: '' }), group(91))).toBe(THEIRS);
    expect(cause(named({ managedByTenantName: null }), group(91))).toBe(THEIRS);
    expect(cause(named(null), group(91))).toBe(THEIRS);
    expect(cause({ ...shown('Fabrikam'), delegations: unread('failed') }, group(91))).toBe(THEIRS);
  });

  it('is told neither by names of others nor by none', () => {
    expect(cause({ ...shown('Fabrikam'), ...named('Fabrikam', made.OTHER_PARTNER_ID) }, group(91))).toBe(
      THEIRS,
    );
    for (const nothing of [null, ''])
      expect(cause({ ...shown('Fabrikam'), ...named(nothing) }, group(91))).toBe(THEIRS);
    expect(cause({ ...shown(null), ...named('Fabrikam') }, group(91))).toBe(THEIRS);
    expect(cause({ ...shown('Fabrikam'), links: [notLinked(5)] }, group(91))).toBe(THEIRS);
    expect(cause(named('Fabrikam'), group(91))).toBe(THEIRS);
    const hidden = { ...named('Fabrikam'), customer: { identities: unread('no-consent') } } as const;
    expect(cause(hidden, group(91))).toBe(THEIRS);
    expect(cause({ ...shown('Fabrikam'), ...named('Fabrikam') }, { ...group(91), principalId: null })).toBe(
      THEIRS,
    );
    expect(cause({ ...shown('Fabrikam'), ...named('Fabrikam') }, { ...group(91), kind: 'lighthouse' })).toBe(
      THEIRS,
    );
  });
});

describe('nothing of ours', () => {
  const ofOurs = made.delegation({
    managedByTenantId: made.STRANGER,
    authorizations: [contributor(50), contributor(1)],
  });

  it('is our definition in another tenant where it names whom only our directory holds', () => {
    const of = (rest: made.Made) => cause({ delegations: [ofOurs], ...rest }, delegated);
    expect(of({ identities: [identity(1)] })).toBe('delegated-to-another-tenant');
    expect(of({ identities: [identity(2)] })).toBe(THEIRS);
    expect(of({ identities: unread('forbidden') })).toBe(THEIRS);
    expect(of({ identities: [identity(1)], delegations: unread('failed') })).toBe(THEIRS);
    expect(of({ identities: [identity(1)], delegations: [made.delegation(null)] })).toBe(THEIRS);
  });

  it('is an offer of ours that was bought before anything else', () => {
    const offer = (managedByTenantId: typeof made.US) => ({
      customer: {
        marketplaceOffers: read(
          [
            {
              id: 'offer',
              managedByTenantId,
              offerName: null,
              planName: null,
              publisherName: null,
              plan: null,
            },
          ],
          made.NOW,
        ),
      },
    });
    expect(cause({ ...offer(made.US), rest: moved() }, group(91))).toBe('offer-bought-not-delegated');
    expect(cause(offer(made.STRANGER))).toBe('sold-without-access');
    expect(cause({ customer: { marketplaceOffers: unread('forbidden') } })).toBe('sold-without-access');
  });

  it('is sold without access only where billing by us is known', () => {
    expect(cause({ customer: { billedByUs: true } })).toBe('sold-without-access');
    expect(cause({ customer: { billedByUs: false } })).toBe('no-access');
    expect(cause({ customer: { billedByUs: null } })).toBe('no-access');
  });
});
