import { beforeAll, expect, it, vi } from 'vitest';
import type { Delegation, Identity, PartnerLink, RoleAssignment } from '#lib/core/facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import {
  ADMIN_AGENTS,
  authorization,
  delegation,
  identity,
  justInTime,
  linked,
  notLinked,
  OTHER_PARTNER_ID,
  OUR_PARTNER_ID,
  principal,
  roleAssignment,
  ROLES,
  US,
} from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import { saveDelegations } from '#lib/db/delegations.ts';
import { saveIdentities, saveLinks, type StoredLink } from '#lib/db/directory.ts';
import { writeLists } from '#lib/db/list-versions.ts';
import { saveRoleAssignments } from '#lib/db/role-assignments.ts';
import { personalLinks } from '#lib/db/schema-auth.ts';
import { saveSettings } from '#lib/db/settings.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { coverSubscriptions, saveRead, withTenant } from '#lib/db/testing/made-reads.ts';
import { getLinks } from './links.ts';
import { linkList, linksQuery } from './schemas/links.ts';
import { ALDER, LEGACY, saveMadeMonth, SHOP, WAREHOUSE } from './testing/made-month.ts';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');
vi.stubEnv('PARTNER_IDS', OUR_PARTNER_ID);

const NOW = new Date().toISOString();
const LONG_AGO = '2026-01-05T00:00:00.000Z';
const TEN_DAYS_AGO = new Date(Date.now() - 10 * 86_400_000).toISOString();
const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString();

const links = (parameters: Record<string, string> = {}) => getLinks(linksQuery.parse(parameters));

async function linkOf(index: number, tenantId: TenantId = US) {
  const { items } = await links();
  const found = items.find((link) => link.principalId === principal(index) && link.tenantId === tenantId);
  if (found === undefined) throw new Error(`no link of ${index} in ${tenantId}`);
  return found;
}

const asked = (link: PartnerLink, rest: Partial<PartnerLink> = {}): StoredLink => ({
  ...link,
  checkedAt: NOW,
  credential: `credential ${link.principalId}`,
  ...rest,
});

const { reader, supportRequestContributor: earning } = ROLES;

const made = (id: string, rest: Partial<Delegation>, definition: Parameters<typeof delegation>[0]) =>
  delegation(definition, { id: `/assignments/${id}`, ...rest });

/** 1 serves Shop and Warehouse, alone on Warehouse; 2 is a member of group 5; 3 holds Reader only. */
const DELEGATIONS = [
  made(
    'shop',
    { subscriptionId: SHOP },
    { authorizations: [authorization(1, earning), authorization(5, earning)] },
  ),
  made(
    'warehouse',
    { subscriptionId: WAREHOUSE },
    {
      authorizations: [authorization(1, earning), authorization(3, reader)],
      justInTime: [justInTime(4, earning)],
    },
  ),
  made(
    'broken',
    { subscriptionId: LEGACY, provisioningState: 'Failed' },
    { authorizations: [authorization(1, earning)] },
  ),
];

const direct = (index: number, rest: Partial<RoleAssignment> = {}): RoleAssignment =>
  roleAssignment({
    id: `/direct/${index}`,
    subscriptionId: SHOP,
    principalId: principal(index),
    principalType: 'user',
    roleDefinitionId: earning,
    ...rest,
  });

const inAlder = (index: number, rest: Partial<Identity>): Identity =>
  identity(index, { tenantId: ALDER, type: 'user', userType: 'Guest', appOwnerTenantId: null, ...rest });

async function saveDirectories(db: Db): Promise<void> {
  const key = { period: '', scope: '' } as const;
  await saveRead(db, { source: 'identities', tenantId: '', ...key }, NOW, {
    save: async (readId) => {
      await saveIdentities(db, readId, [
        identity(1),
        identity(3),
        identity(5, { type: 'group' }),
        identity(6, { type: 'user', enabled: false, homeUserName: 'ann@partner.example' }),
      ]);
      await saveIdentities(db, readId, [identity(2, { type: 'user', displayName: 'Ann' })], principal(5));
    },
  });
  await saveRead(db, { source: 'customer-identities', tenantId: ALDER, ...key }, NOW, {
    save: (readId) =>
      saveIdentities(db, readId, [
        inAlder(10, { homeUserName: 'ann@partner.example' }),
        inAlder(11, { homeUserName: 'own@alder.example', userType: 'Member' }),
        inAlder(12, { type: 'service-principal', appOwnerTenantId: US }),
        inAlder(13, { homeUserName: 'bo@partner.example' }),
      ]),
  });
}

async function saveLinksOf(db: Db): Promise<void> {
  await saveRead(db, { source: 'partner-links', tenantId: '', period: '', scope: '' }, NOW, {
    save: (readId) =>
      saveLinks(db, readId, [
        asked(linked(1)),
        asked(linked(2), { checkedAt: LONG_AGO }),
        asked(linked(3, OTHER_PARTNER_ID)),
        asked(notLinked(12), { tenantId: ALDER }),
      ]),
  });
  const attested = {
    how: 'attested',
    linked: true,
    checkedAt: LONG_AGO,
    recordedBy: 'x',
    recordedByName: 'x',
  } as const;
  await writeLists(db, (tx) =>
    tx.insert(personalLinks).values([
      {
        ...attested,
        ...{ tenantId: ALDER, principalId: principal(10), partnerId: OUR_PARTNER_ID },
        ...{ evidence: 'a picture', expiresAt: IN_A_YEAR },
      },
      {
        ...attested,
        tenantId: US,
        principalId: principal(6),
        partnerId: OUR_PARTNER_ID,
        expiresAt: LONG_AGO,
      },
      {
        ...attested,
        ...{ how: 'on-behalf-of', checkedAt: TEN_DAYS_AGO },
        ...{ tenantId: ALDER, principalId: principal(13), partnerId: OUR_PARTNER_ID },
      },
    ]),
  );
}

describeOnBothEngines('links', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
    await saveMadeMonth(db);
    await saveDirectories(db);
    await saveLinksOf(db);
    const key = { period: '', scope: '' } as const;
    await saveRead(db, { source: 'delegations', tenantId: '', ...key }, NOW, {
      save: async (readId) => {
        await coverSubscriptions(db, readId, SHOP, WAREHOUSE, LEGACY);
        await saveDelegations(db, readId, withTenant(ALDER, ...DELEGATIONS));
      },
    });
    await saveRead(db, { source: 'role-assignments', tenantId: '', ...key }, NOW, {
      save: async (readId) => {
        await coverSubscriptions(db, readId, SHOP);
        await saveRoleAssignments(
          db,
          readId,
          withTenant(ALDER, direct(10), direct(11), direct(12), direct(13)),
        );
      },
    });
  });

  it('answer what their schema says, the heaviest first', async () => {
    const shown = linkList.parse(await links());
    expect(shown.items[0]?.principalId).toBe(principal(1));
    expect(shown).toMatchObject({ total: shown.unfilteredTotal, served: 2 });
  });

  it('count subscriptions of a working delegation, and where nobody else is linked', async () => {
    expect(await linkOf(1)).toMatchObject({
      ...{ state: 'linked', ours: 'location', how: 'link-credential', managingTenant: true },
      ...{ subscriptions: 2, earning: 2, alone: 1, onlyThroughGroups: false },
    });
  });

  it('count each subscription once in the totals of the identities that match', async () => {
    expect((await links()).totalUses).toEqual({ subscriptions: 2, earning: 2, alone: 1 });
    expect((await links({ where: 'customers' })).totalUses).toEqual({
      subscriptions: 1,
      earning: 1,
      alone: 0,
    });
    expect((await links({ q: OTHER_PARTNER_ID })).totalUses).toEqual({
      subscriptions: 1,
      earning: 0,
      alone: 0,
    });
    expect((await links({ q: 'nobody has this' })).totalUses).toEqual({
      subscriptions: 0,
      earning: 0,
      alone: 0,
    });
  });

  it('take the members of an authorised group, and leave out who may only be activated just in time', async () => {
    expect(await linkOf(2)).toMatchObject({ displayName: 'Ann', subscriptions: 1, onlyThroughGroups: true });
    await expect(linkOf(4)).rejects.toThrow('no link');
  });

  it('tell a role that earns nothing, and a partner ID that is not ours', async () => {
    expect(await linkOf(3)).toMatchObject({ subscriptions: 1, earning: 0, state: 'linked', ours: 'other' });
  });

  it('know guests and applications of ours in a customer tenant, and nobody of its own', async () => {
    expect(await linkOf(10, ALDER)).toMatchObject({
      tenantName: 'Alder',
      subscriptions: 1,
      managingTenant: false,
    });
    expect(await linkOf(12, ALDER)).toMatchObject({ state: 'not-linked', ours: null });
    await expect(linkOf(11, ALDER)).rejects.toThrow('no link');
  });

  it('call a link unknown that was read too long ago or attested until a day that passed', async () => {
    expect(await linkOf(2)).toMatchObject({ state: 'unknown', checkedAt: LONG_AGO });
    expect(await linkOf(6)).toMatchObject({ state: 'unknown', how: 'attested', enabled: false });
    expect(await linkOf(10, ALDER)).toMatchObject({ state: 'attested', evidence: 'a picture' });
  });

  it('call a link unknown that was read on a person’s behalf longer ago than the settings let it count', async () => {
    expect(await linkOf(13, ALDER)).toMatchObject({ state: 'linked', how: 'on-behalf-of' });
    const by = { changedBy: 'x', changedByName: 'x', changedAt: NOW };
    await saveSettings(db, { changed: [{ name: 'ownLinkDays', value: 9, ...by }], usual: [] });
    expect(await linkOf(13, ALDER)).toMatchObject({ state: 'unknown', checkedAt: TEN_DAYS_AGO });
  });

  it('warn of an identity by the number that the settings have', async () => {
    expect(await linkOf(1)).toMatchObject({ alone: 1, carriesMuch: false });
    const by = { changedBy: 'x', changedByName: 'x', changedAt: NOW };
    await saveSettings(db, { changed: [{ name: 'heavyLinkSubscriptions', value: 1, ...by }], usual: [] });
    expect(await linkOf(1)).toMatchObject({ carriesMuch: true });
    const filtered = await links({ state: 'unknown' });
    expect(filtered.items.every(({ carriesMuch }) => !carriesMuch)).toBe(true);
    expect(filtered.heavy).toMatchObject({ identities: 1, first: { alone: 1 } });
    await saveSettings(db, { changed: [], usual: ['heavyLinkSubscriptions'] });
  });

  it('stay in the order that is asked for', async () => {
    const carried = async (sort: string) =>
      (await links({ sort })).items.map(({ subscriptions }) => subscriptions);
    const most = await carried('-subscriptions');
    expect(most).toEqual(most.toSorted((left, right) => right - left));
    expect(await carried('subscriptions')).toEqual(most.toReversed());
    const read = (await links({ sort: 'checked' })).items.map(({ checkedAt }) => checkedAt ?? '');
    expect(read).toEqual(read.toSorted());
  });

  it.each([
    [{ state: 'attested' }, [10]],
    [{ where: 'customers' }, [10, 12, 13]],
    [{ where: 'managing', state: 'linked' }, [1, 3]],
    [{ q: 'ann' }, [2]],
    [{ q: OTHER_PARTNER_ID }, [3]],
  ])('let %j through', async (parameters, expected) => {
    const { items, unfilteredTotal, byState } = await links(parameters);
    expect(items.map(({ principalId }) => principalId).sort()).toEqual(expected.map(principal));
    expect(Object.values(byState).reduce((total, count) => total + count, 0)).toBe(unfilteredTotal);
  });

  it("take a customer's newer read for its subscriptions, whatever the bulk read holds", async () => {
    const later = new Date(Date.now() + 1000).toISOString();
    const key = { source: 'delegations', tenantId: ALDER, period: '', scope: '' } as const;
    await saveRead(db, key, later, { save: (readId) => coverSubscriptions(db, readId, WAREHOUSE) });
    expect(await linkOf(1)).toMatchObject({ subscriptions: 1, earning: 1 });
    expect((await links()).items.some(({ principalId }) => principalId === principal(5))).toBe(false);
  });
});
