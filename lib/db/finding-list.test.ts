import { beforeAll, expect, it } from 'vitest';
import type { Cause } from '#lib/core/causes.ts';
import type { FindingState } from '#lib/core/statuses.ts';
import { saveCustomers } from './customers.ts';
import type { Db } from './db.ts';
import { everyFinding, listFindings, listFindingsByCause, type FindingSort } from './finding-list.ts';
import { writeLists } from './list-versions.ts';
import { findings } from './schema.ts';
import { describeOnBothEngines } from './testing/engines.ts';
import { EVERY_CUSTOMER } from './visible-customers.ts';

const AT = '2026-11-21T01:00:00.000Z';

type Made = [name: string, tenantId: string, Cause, FindingState, since: string, weight: string];

const MADE: readonly Made[] = [
  ['a', 'zander', 'no-access', 'open', '2026-11-03', '50'],
  ['b', 'alder', 'no-access', 'waiting', '2026-11-01', '40'],
  ['c', 'birch', 'no-access', 'accepted', '2026-11-09', '30'],
  ['d', 'birch', 'role-not-earning', 'in-progress', '2026-10-01', '60'],
  ['e', 'zander', 'role-not-earning', 'open', '2026-12-01', '10'],
];

describeOnBothEngines('the list of findings', (open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = await open());
    await saveCustomers(
      db,
      AT,
      ['alder', 'birch', 'zander'].map((tenantId) => ({
        ...{
          tenantId,
          displayName: tenantId,
          domain: null,
          billingAccountName: null,
          billingCustomerId: null,
        },
      })),
    );
    await writeLists(db, (tx) =>
      tx.insert(findings).values(
        MADE.map(([subscriptionId, tenantId, cause, state, since, weight]) => ({
          ...{ id: crypto.randomUUID(), subscriptionId, tenantId, cause, state, since, weight },
          ...{ leads: 'yes' as const, verdict: 'not-earning' as const, openedAt: AT, judgedAt: AT },
        })),
      ),
    );
  });

  const everyone = everyFinding(EVERY_CUSTOMER);

  it.each<[FindingSort['by'], boolean, string, string]>([
    ['missed', true, 'd e', 'a b'],
    ['missed', false, 'e d', 'c b'],
    ['since', false, 'd e', 'b a'],
    ['since', true, 'e d', 'c a'],
    ['customer', false, 'd e', 'b c'],
    ['customer', true, 'e d', 'a c'],
    ['state', false, 'e d', 'a b'],
    ['state', true, 'd e', 'c b'],
  ])('has the first of each cause by %s, descending: %s', async (by, descending, ofRoles, ofAccess) => {
    const groups = await listFindingsByCause(db, everyone, { sort: { by, descending }, ofEach: 2 });
    const shown = Object.fromEntries(
      groups.map(({ cause, findings: rows }) => [
        cause,
        rows.map(({ subscriptionId }) => subscriptionId).join(' '),
      ]),
    );
    expect(shown).toEqual({ 'role-not-earning': ofRoles, 'no-access': ofAccess });
  });

  it('has causes in the order of the first finding of each', async () => {
    const causes = async (by: FindingSort['by'], descending: boolean) =>
      (await listFindingsByCause(db, everyone, { sort: { by, descending }, ofEach: 1 })).map(
        ({ cause }) => cause,
      );
    expect(await causes('since', false)).toEqual(['role-not-earning', 'no-access']);
    expect(await causes('customer', false)).toEqual(['no-access', 'role-not-earning']);
    expect(await causes('state', true)).toEqual(['no-access', 'role-not-earning']);
  });

  it('sorts by state as people work through them', async () => {
    const page = { sort: { by: 'state', descending: false }, limit: 9, offset: 0 } as const;
    const rows = await listFindings(db, everyone, page);
    expect(rows.map(({ state }) => state)).toEqual(['open', 'open', 'in-progress', 'waiting', 'accepted']);
  });
});
