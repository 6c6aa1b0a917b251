import { describe, expect, it } from 'vitest';
import { read, unread, type Facts, type PartnerType, type Reseller } from '../evidence.ts';
import { judgeSubscription } from '../judge.ts';
import { parsePeriod } from '../periods.ts';
import { aobo, contributor, linked, missed, principal, toOne } from '../testing/cause-case.ts';
import * as made from '../testing/made-facts.ts';
import { locationIdsWith, ownerOfTenant, partiesOf } from './parties.ts';

const october = parsePeriod('2026-10');

const reseller = (rest: Partial<Reseller> = {}): Reseller => ({
  name: 'North',
  tenantId: made.STRANGER,
  partnerIds: new Set([made.OTHER_PARTNER_ID]),
  agentGroupIds: new Set([principal(95)]),
  customers: new Set([made.CUSTOMER]),
  subscriptions: new Set(),
  ...rest,
});
const billing = (hasReseller: boolean): Facts['subscription']['billing'] =>
  read(
    {
      billingAccountName: 'account',
      subscriptionId: made.SUBSCRIPTION,
      customerId: null,
      billingProfileName: null,
      displayName: null,
      status: null,
      offer: null,
      plan: null,
      reseller: hasReseller ? { resellerId: '1', name: null } : null,
      since: null,
      until: null,
    },
    made.NOW,
  );

function strangers(
  type: PartnerType | null,
  resellers: Reseller[] | null,
  held: Facts['subscription']['billing'] = unread('not-asked'),
) {
  const parties = partiesOf(made.madeFacts({ profile: { type, resellers }, rest: { billing: held } }));
  return [
    parties.strangerTenantsMayCount,
    parties.strangerGroupsMayCount,
    parties.strangerPartnerIdsMayCount,
  ];
}

const ALL = [true, true, true];
const NONE = [false, false, false];

describe('whether a stranger may be the reseller of record', () => {
  it('never for a direct-bill partner, whatever a file says', () => {
    expect(strangers('direct-bill', null)).toEqual(NONE);
    expect(strangers('direct-bill', [reseller({ tenantId: null })])).toEqual(NONE);
  });

  it('always where nobody named one', () => {
    expect(strangers('indirect-provider', null)).toEqual(ALL);
    expect(strangers('indirect-provider', [])).toEqual(ALL);
    expect(strangers(null, null)).toEqual(ALL);
    expect(strangers('indirect-provider', [reseller({ customers: new Set() })])).toEqual(ALL);
  });

  it('not where the reseller is fully known, by customer or by subscription', () => {
    expect(strangers('indirect-provider', [reseller()])).toEqual(NONE);
    const bySubscription = reseller({ customers: new Set(), subscriptions: new Set([made.SUBSCRIPTION]) });
    expect(strangers('indirect-provider', [bySubscription])).toEqual(NONE);
  });

  it('in the respect in which the reseller is not known', () => {
    expect(strangers('indirect-provider', [reseller({ tenantId: null })])).toEqual([true, false, false]);
    expect(strangers('indirect-provider', [reseller({ agentGroupIds: new Set() })])).toEqual([
      false,
      true,
      false,
    ]);
    expect(strangers('indirect-provider', [reseller({ partnerIds: new Set() })])).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('not where billing says that there is none, if we are known to be a provider', () => {
    expect(strangers('indirect-provider', null, billing(false))).toEqual(NONE);
    expect(strangers('indirect-provider', null, billing(true))).toEqual(ALL);
    expect(strangers('indirect-provider', null, read(null, made.NOW))).toEqual(ALL);
    expect(strangers(null, null, billing(false))).toEqual(ALL);
  });
});

describe('whose a tenant and a partner ID are', () => {
  const parties = partiesOf(
    made.madeFacts({ profile: { type: 'indirect-provider', resellers: [reseller()] } }),
  );

  it('is told for ours and the reseller of record, and for nobody else', () => {
    expect(ownerOfTenant(made.US, parties)).toBe('us');
    expect(ownerOfTenant(made.STRANGER, parties)).toBe('reseller-of-record');
    expect(ownerOfTenant(made.CUSTOMER, parties)).toBeNull();
  });

  it('gives the locations of the organisation that holds the ID', () => {
    expect(locationIdsWith(made.OUR_PARTNER_ID, parties)).toEqual(new Set([made.OUR_PARTNER_ID]));
    expect(locationIdsWith(made.OTHER_PARTNER_ID, parties)).toEqual(new Set([made.OTHER_PARTNER_ID]));
    expect(locationIdsWith(made.GLOBAL_ID, parties)).toBeNull();
  });
});

describe("a reseller of record's access", () => {
  const profile = { type: 'indirect-provider' as const, resellers: [reseller()] };
  const judged = (of: made.Made) => {
    if (october === null) throw new Error('period');
    return judgeSubscription(made.madeFacts({ costs: missed, profile, ...of }), october, made.NOW);
  };

  it('counts through its agent group, by the same roles', () => {
    expect(judged(aobo({ principalId: principal(95) })).access).toBe('covered');
    const reader = aobo({ principalId: principal(95), roleDefinitionId: made.ROLES.reader });
    expect(judged(reader)).toMatchObject({ access: 'not-covered', cause: 'aobo-role-not-earning' });
    expect(judged(aobo({ principalId: principal(96) })).cause).toBe('third-partner-only');
  });

  it('counts where our identity is linked to one of its partner IDs', () => {
    expect(judged({ ...toOne(), links: [linked(1, made.OTHER_PARTNER_ID)] })).toMatchObject({
      access: 'covered',
      linked: 'no',
    });
  });

  it('counts through its delegation once its link is attested in its own tenant', () => {
    const delegations = [
      made.delegation({ managedByTenantId: made.STRANGER, authorizations: [contributor(50)] }),
    ];
    expect(judged({ delegations })).toMatchObject({ access: 'unknown', cause: 'link-unread' });
    const attested = {
      ...linked(50, made.OTHER_PARTNER_ID),
      tenantId: made.STRANGER,
      how: 'attested' as const,
    };
    expect(judged({ delegations, links: [attested] }).access).toBe('covered');
    expect(judged({ delegations, links: [{ ...attested, tenantId: made.US }] }).access).toBe('unknown');
  });
});
