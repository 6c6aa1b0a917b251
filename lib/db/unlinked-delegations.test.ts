import { beforeAll, expect, it } from 'vitest';
import type { Authorization, DelegationDefinition } from '#lib/core/facts.ts';
import {
  authorization,
  CUSTOMER,
  delegation,
  identity,
  justInTime,
  linked,
  OTHER_PARTNER_ID,
  OUR_PARTNER_ID,
  ROLES,
  SUBSCRIPTION,
  US,
} from '#lib/core/testing/made-facts.ts';
import { saveCustomers } from './customers.ts';
import type { Db } from './db.ts';
import { saveDelegations } from './delegations.ts';
import { saveIdentities, saveLinks } from './directory.ts';
import { describeOnBothEngines } from './testing/engines.ts';
import { coverSubscriptions, ofCustomer, saveRead } from './testing/made-reads.ts';
import { listUnlinkedDelegations } from './unlinked-delegations.ts';
import { EVERY_CUSTOMER } from './visible-customers.ts';

const AT = '2026-11-21T01:00:00.000Z';
const LINKED = 1;
const UNREAD = 2;
const GROUP = 3;
const LINKED_ELSEWHERE = 4;

const made = (name: string, authorizations: Authorization[], rest: Partial<DelegationDefinition> = {}) =>
  delegation({ name, authorizations, ...rest }, { id: `/delegations/${name}` });

const DELEGATIONS = [
  made('good', [authorization(LINKED, ROLES.contributor), authorization(GROUP, ROLES.reader)]),
  made('group only', [authorization(GROUP, ROLES.contributor)]),
  made('reader only', [authorization(LINKED, ROLES.reader)]),
  made('just in time only', [], { justInTime: [justInTime(LINKED, ROLES.contributor)] }),
  made('link not read', [authorization(UNREAD, ROLES.contributor)]),
  made('of another partner', [authorization(LINKED_ELSEWHERE, ROLES.contributor)]),
];

describeOnBothEngines('delegations without a linked service principal', (open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await open());
    await saveCustomers(db, AT, [
      {
        ...{ tenantId: CUSTOMER, displayName: 'Contoso', domain: null },
        ...{ billingAccountName: null, billingCustomerId: null },
      },
    ]);
    const key = { tenantId: '', period: '', scope: '' } as const;
    await saveRead(db, { source: 'delegations', ...key }, AT, {
      save: async (readId) => {
        await coverSubscriptions(db, readId, SUBSCRIPTION);
        await saveDelegations(db, readId, ofCustomer(...DELEGATIONS));
      },
    });
    await saveRead(db, { source: 'identities', ...key }, AT, {
      save: (readId) =>
        saveIdentities(db, readId, [
          identity(LINKED),
          identity(UNREAD),
          identity(GROUP, { type: 'group' }),
          identity(LINKED_ELSEWHERE),
        ]),
    });
    await saveRead(db, { source: 'partner-links', ...key }, AT, {
      save: (readId) =>
        saveLinks(db, readId, [
          { ...linked(LINKED), credential: 'own' },
          { ...linked(LINKED_ELSEWHERE, OTHER_PARTNER_ID), credential: 'second' },
        ]),
    });
  });

  const list = (limit: number, visible: Parameters<typeof listUnlinkedDelegations>[1]['visible']) =>
    listUnlinkedDelegations(db, {
      ...{ managingTenantId: US, visible, limit, partnerIds: [OUR_PARTNER_ID] },
      earningRoles: [ROLES.contributor],
    });

  it('are all but those where one that is linked to us holds a permanent role that earns', async () => {
    const { delegations, total } = await list(50, EVERY_CUSTOMER);
    expect(delegations.map(({ definitionName, unread }) => [definitionName, unread])).toEqual([
      ['group only', 0],
      ['just in time only', 0],
      ['link not read', 1],
      ['of another partner', 0],
      ['reader only', 0],
    ]);
    expect(total).toBe(5);
    expect(delegations[0]).toMatchObject({ customerName: 'Contoso', subscriptionName: SUBSCRIPTION });
  });

  it('are counted whole where a part is shown, and are not shown to whoever may not see the customer', async () => {
    expect(await list(2, EVERY_CUSTOMER)).toMatchObject({ total: 5, delegations: [{}, {}] });
    expect((await list(50, { kind: 'assigned', personId: 'nobody' })).total).toBe(0);
  });
});
