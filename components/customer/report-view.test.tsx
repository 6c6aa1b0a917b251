import { wordsOf } from '#components/language/testing/words-of.tsx';
import { expect, test } from 'vitest';
import { CAUSES } from '#lib/core/causes.ts';
import type { CustomerDetail } from '#lib/queries/schemas/customers.ts';
import type { Money, SubscriptionWithPaths } from '#lib/queries/schemas/shared.ts';
import { causes } from '#lib/texts/en/causes.ts';
import { ReportView } from './report-view.tsx';

const AT = '2026-11-20T06:00:00Z';
const TENANT = '00000001-0000-4000-8000-000000000001';

const money: Money = {
  ...{ currency: 'EUR', net: '85', gross: '140', credit: '15', missed: '6', missedAtMost: '6' },
  ...{ eligibleGross: '140', creditedGross: '100', unclassifiedGross: '0', ineligibleGross: '0' },
  ...{ coverage: '0.71', coverageAtLeast: '0.71', rate: '0.15', rateBasis: 'seen' },
};

const subscription: SubscriptionWithPaths = {
  ...{ subscriptionId: TENANT, displayName: 'Shop', state: 'Enabled', offer: null, linked: 'yes' },
  ...{ linkedHow: '', access: 'not-covered', credit: 'not-credited', verdict: 'not-earning', basis: 'both' },
  ...{ cause: 'no-access', alsoCauses: [], totals: [money], judgeableFrom: null, asOf: AT, paths: [] },
  customer: { tenantId: TENANT, displayName: 'Alder' },
};

const customer = (rest: Partial<CustomerDetail>): CustomerDetail => ({
  ...{ tenantId: TENANT, displayName: 'Alder', domain: null, owner: null, period: '2026-11', open: true },
  ...{
    periods: ['2026-11'],
    billed: null,
    verdict: 'not-earning',
    mainCause: 'no-access',
    judgeableFrom: null,
    asOf: AT,
  },
  ...{ unread: [], totals: [money], subscriptions: [subscription], withoutSubscription: [], delegations: [] },
  ...{ findings: [], timeline: [], days: [], completeness: [] },
  subscriptionCounts: {
    total: 1,
    byLinked: { yes: 1, automatic: 0, no: 0, unknown: 0 },
    byAccess: { covered: 0, partly: 0, 'not-covered': 1, unknown: 0 },
    byCredit: { credited: 0, partly: 0, 'not-credited': 1, 'not-applicable': 0, unknown: 0 },
    byVerdict: {
      ...{ earning: 0, partial: 0, 'not-earning': 1, 'not-applicable': 0 },
      ...{ pending: 0, unverified: 0, unknown: 0 },
    },
  },
  ...rest,
});

const words = (of: CustomerDetail) => wordsOf(<ReportView customer={of} now="2026-11-21T09:00:00Z" />);

test('tells what earned, what was missed, why and what to do', () => {
  const text = words(customer({}));
  for (const part of ['€15.00', '€6.00', 'Shop', 'What to do', 'No access']) expect(text).toContain(part);
});

test('says of an open month that its figures are estimates', () => {
  expect(words(customer({}))).toContain('estimates until Microsoft closes it');
  expect(words(customer({ open: false }))).not.toContain('until Microsoft closes it');
});

test('says that no cost was read instead of naming amounts', () => {
  expect(words(customer({ totals: [] }))).toContain('no amounts can be told');
});

test.each(CAUSES.filter((cause) => cause !== 'earning'))(
  'tells the customer of %s in words that are not meant for the partner',
  (cause) => {
    const text = words(customer({ mainCause: cause, subscriptions: [{ ...subscription, cause }] }));
    const { meaning, remedy } = causes[cause];
    const own = ['Nothing to do.', 'Nothing to do: these products never earn.'];
    if (!own.includes(remedy)) expect(text).not.toContain(remedy);
    expect(text).not.toContain(meaning);
    expect(text).toMatch(/What to do: .{10}/);
    expect(text).not.toMatch(/evidence pack|billing role|this service|support case|sync/i);
  },
);

test('says until when a subscription waits', () => {
  const waiting = { ...subscription, verdict: 'pending', cause: 'too-recent' } as const;
  const text = words(customer({ subscriptions: [{ ...waiting, judgeableFrom: '2026-11-23T00:00:00Z' }] }));
  expect(text).toContain('Waiting until 23 Nov');
});

test('tells causes that mean the same to the customer once', () => {
  const causesOf = ['no-access', 'sold-without-access'] as const;
  const text = words(customer({ subscriptions: causesOf.map((cause) => ({ ...subscription, cause })) }));
  expect(text.match(/What to do:/g)).toHaveLength(1);
});
