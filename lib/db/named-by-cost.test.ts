import { beforeAll, expect, it } from 'vitest';
import { parsePeriod, type Period } from '#lib/core/periods.ts';
import { cost, CUSTOMER, STRANGER } from '#lib/core/testing/made-facts.ts';
import type { TenantId } from '#lib/core/ids.ts';
import { addDailyCosts } from './costs.ts';
import type { Db } from './db.ts';
import { listCostTenants, listNamingProfiles } from './named-by-cost.ts';
import { heldCosts } from './plan-facts.ts';
import { describeOnBothEngines } from './testing/engines.ts';
import { saveRead } from './testing/made-reads.ts';

const NOW = '2026-11-21T09:00:00.000Z';
const monthOf = (text: string): Period => {
  const period = parsePeriod(text);
  if (period === null) throw new Error('period');
  return period;
};
const [october, november] = [monthOf('2026-10'), monthOf('2026-11')];

describeOnBothEngines('customers that cost names', (open) => {
  let db: Db;
  const keep = (period: Period, scope: string, ...tenants: (TenantId | '')[]) =>
    saveRead(db, { source: 'costs', tenantId: '', period, scope }, NOW, {
      way: 'export',
      save: (readId) =>
        addDailyCosts(
          db,
          readId,
          tenants.map((tenantId) => ({ ...cost(`${period}-01`, '1', true), tenantId })),
        ),
    });
  beforeAll(async () => {
    ({ db } = await open());
    await keep(october, 'a/euro', CUSTOMER, STRANGER, '');
    await keep(november, 'a/krona', CUSTOMER);
  });

  it('are those of any month, and not whoever has charges that belong to nobody', async () => {
    expect((await listCostTenants(db)).sort()).toEqual([CUSTOMER, STRANGER].sort());
  });

  it('are told with the billing profiles of that month', async () => {
    expect(await listNamingProfiles(db, october, [CUSTOMER])).toEqual(new Map([[CUSTOMER, ['a/euro']]]));
    expect(await listNamingProfiles(db, november, [STRANGER])).toEqual(new Map());
  });

  it('have the cost of the profile they have left, and of the one they are billed by', async () => {
    const billed = [{ tenantId: CUSTOMER, billingAccountName: 'a', billingProfileName: 'krona' }];
    const scopes = async (period: Period) => {
      const held = await heldCosts(db, { period, now: NOW, billed, tenants: [CUSTOMER, STRANGER] });
      return [CUSTOMER, STRANGER].map((tenantId) =>
        held
          .get(tenantId)
          ?.map(({ scope }) => scope)
          .sort(),
      );
    };
    // Of October the profile that bills it now was not read: what is held is not all of it.
    expect(await scopes(october)).toEqual([[], ['a/euro']]);
    expect(await scopes(november)).toEqual([['a/krona'], []]);
    await keep(october, 'a/krona', CUSTOMER);
    expect(await scopes(october)).toEqual([['a/euro', 'a/krona'], ['a/euro']]);
  });
});
