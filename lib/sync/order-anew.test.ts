import { beforeAll, expect, it } from 'vitest';
import { requireDecimal, type Decimal } from '#lib/core/money.ts';
import { summariseMoney } from '#lib/core/summarise-money.ts';
import { everyCustomer, listCustomers, listCustomerSums, type CustomerSort } from '#lib/db/customer-list.ts';
import { saveCustomers } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { findListVersion } from '#lib/db/list-versions.ts';
import { describeOnBothEngines } from '#lib/db/testing/engines.ts';
import { findCustomerPeriod, saveVerdicts, type MonthlyCost } from '#lib/db/verdicts.ts';
import { EVERY_CUSTOMER } from '#lib/db/visible-customers.ts';
import { log } from '#lib/log.ts';
import { orderByAssumedRate } from './order-anew.ts';

const AT = '2026-11-21T01:00:00.000Z';
const MONTHS = ['2026-10', '2026-09'] as const;
const rateOf = (text: string): Decimal => requireDecimal(text);

const line = (costClass: MonthlyCost['costClass'], net: string, credit: string | null): MonthlyCost => ({
  ...{ subscriptionId: 's', currency: 'EUR', costClass, net, netUsd: null, credit },
});
/** Its lines tell their credit: no assumed rate changes it. */
const TOLD = [line('EARNED', '900', '100'), line('ELIGIBLE_NOT_EARNED', '1000', '0')];
/** Less than that at 15 %, more at 20 %. */
const UNTOLD = [line('EARNED', '500', null), line('ELIGIBLE_NOT_EARNED', '600', '0')];

describeOnBothEngines('an assumed rate that was changed since months were judged', (open) => {
  let db: Db;

  async function save(tenantId: string, costs: MonthlyCost[]): Promise<void> {
    const rest = { domain: null, billingAccountName: null, billingCustomerId: null };
    await saveCustomers(db, AT, [{ tenantId, displayName: tenantId, ...rest }]);
    for (const period of MONTHS) {
      const verdict = { verdict: 'partial', mainCause: null, asOf: AT, judgedAt: AT } as const;
      await saveVerdicts(db, [
        {
          ...{ tenantId, period, customer: { tenantId, period, ...verdict } },
          ...{ subscriptions: [], costs, details: [], covers: [], creditRate: rateOf('0.15') },
        },
      ]);
    }
  }

  const listed = async (period: string, by: CustomerSort['by']): Promise<string[]> => {
    const page = { sort: { by, descending: true }, limit: 10, offset: 0 };
    return (await listCustomers(db, everyCustomer(period, EVERY_CUSTOMER), page)).map((row) => row.tenantId);
  };

  /** By what pages show of each: that follows the rate at once. */
  async function shown(period: string, by: 'credit' | 'coverageAtLeast', rate: Decimal): Promise<string[]> {
    const sums = await listCustomerSums(db, period, ['told', 'untold']);
    const amountOf = (tenantId: string): number => {
      const own = sums.filter((sum) => sum.tenantId === tenantId);
      const read = (text: string | null) => (text === null ? null : requireDecimal(text));
      const lines = own.map((sum) => ({ ...sum, net: requireDecimal(sum.net), credit: read(sum.credit) }));
      return Number(summariseMoney(lines, rate)[0]?.[by]);
    };
    return ['told', 'untold'].toSorted((left, right) => amountOf(right) - amountOf(left));
  }

  const order = (rate: string): Promise<number> =>
    orderByAssumedRate({ db, log }, { rate: rateOf(rate), signal: new AbortController().signal });

  beforeAll(async () => {
    ({ db } = await open());
    await save('told', TOLD);
    await save('untold', UNTOLD);
  });

  it('leaves no list in an order that its amounts do not have', async () => {
    const before = await findListVersion(db);
    for (const rate of ['0.2', '0.15']) {
      expect(await order(rate)).toBe(4);
      for (const period of MONTHS) {
        expect(await listed(period, 'credit')).toEqual(await shown(period, 'credit', rateOf(rate)));
        expect(await listed(period, 'coverage')).toEqual(
          await shown(period, 'coverageAtLeast', rateOf(rate)),
        );
      }
      expect((await listed('2026-10', 'credit'))[0]).toBe(rate === '0.2' ? 'untold' : 'told');
    }
    expect(await findListVersion(db)).not.toBe(before);
  });

  it('changes nothing that was judged, and nothing where the rate is the same', async () => {
    const held = await findCustomerPeriod(db, 'untold', '2026-10');
    await order('0.3');
    expect(await findCustomerPeriod(db, 'untold', '2026-10')).toEqual(held);
    const version = await findListVersion(db);
    expect(await order('0.30')).toBe(0);
    expect(await findListVersion(db)).toBe(version);
  });
});
