import type { Cause } from '#lib/core/causes.ts';
import {
  ACCESS,
  CREDIT,
  LINKED,
  VERDICTS,
  type Access,
  type Credit,
  type Linked,
  type Verdict,
} from '#lib/core/statuses.ts';
import type { Customer, Money, Subscription } from '#lib/queries/schemas/shared.ts';

export const NOW = '2026-11-21T09:30:00Z';
export const PERIOD = '2026-11';
export const PERIODS = ['2026-11', '2026-10', '2026-09', '2026-08'];

const NAMES = [
  'Adlerwerk Maschinenbau',
  'Bergström & Åkesson Fastigheter',
  'Bakkerij De Korenaar',
  'Café Zürich Gastronomie',
  'Davenport Legal',
  'Eskilstuna Kommunala Bostäder',
  'Fjällräven Logistik',
  'Groothandel Van der Meulen',
  'Harbour Light Shipping and International Freight Forwarding Services (Holdings) Company Limited',
  'Instituto Costa Verde',
  'Jyväskylä Paper',
  'Kołobrzeg Marine',
  'Lindqvist Dental',
  'Meridian Insurance',
  'Nordlys Energi',
  'Østfold Renovasjon',
  'Pioneer Schools Trust',
  'Quayside Hotels',
  'Riverbend Clinics',
  'Skånska Mejeri',
  'Tamarind Foods',
  'Umeå Science Park',
  'Van Houten Textiel',
  'Westerveld Gemeente',
  '晨光物流',
  'Ypres Brewing',
  'Zonnestroom Coöperatie',
  'Ashcombe Surveyors',
  'Brightwater Utilities',
  'Castellan Security',
] as const;

export const guid = (group: number, index: number): string =>
  `${String(group).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;

type Kind = {
  verdict: Verdict;
  linked: Linked;
  access: Access;
  credit: Credit;
  cause: Cause;
  credited: number;
};

export const KINDS: readonly Kind[] = [
  { verdict: 'earning', linked: 'yes', access: 'covered', credit: 'credited', cause: 'earning', credited: 1 },
  {
    verdict: 'not-earning',
    linked: 'no',
    access: 'not-covered',
    credit: 'unknown',
    cause: 'principal-not-linked',
    credited: 0,
  },
  {
    verdict: 'partial',
    linked: 'yes',
    access: 'partly',
    credit: 'unknown',
    cause: 'resource-group-delegation-only',
    credited: 0.62,
  },
  {
    verdict: 'earning',
    linked: 'automatic',
    access: 'covered',
    credit: 'credited',
    cause: 'earning',
    credited: 1,
  },
  {
    verdict: 'not-earning',
    linked: 'yes',
    access: 'not-covered',
    credit: 'unknown',
    cause: 'role-not-earning',
    credited: 0,
  },
  {
    verdict: 'unknown',
    linked: 'unknown',
    access: 'unknown',
    credit: 'unknown',
    cause: 'access-unread',
    credited: 0,
  },
  {
    verdict: 'earning',
    linked: 'no',
    access: 'not-covered',
    credit: 'credited',
    cause: 'credited-by-unseen-access',
    credited: 1,
  },
  {
    verdict: 'unverified',
    linked: 'automatic',
    access: 'covered',
    credit: 'unknown',
    cause: 'no-billing-scope-data',
    credited: 0,
  },
  {
    verdict: 'not-applicable',
    linked: 'yes',
    access: 'covered',
    credit: 'not-applicable',
    cause: 'no-chargeable-usage',
    credited: 0,
  },
  {
    verdict: 'pending',
    linked: 'yes',
    access: 'covered',
    credit: 'unknown',
    cause: 'too-recent',
    credited: 0,
  },
  {
    verdict: 'not-earning',
    linked: 'yes',
    access: 'not-covered',
    credit: 'unknown',
    cause: 'just-in-time-only',
    credited: 0,
  },
];

export function money(currency: string, gross: number, credited: number): Money {
  const creditedGross = gross * credited;
  const open = gross - creditedGross;
  const coverage = open > 0 ? null : gross > 0 ? '1' : null;
  return {
    currency,
    gross: gross.toFixed(2),
    net: (gross - creditedGross * 0.15).toFixed(2),
    credit: (creditedGross * 0.15).toFixed(2),
    missed: '0',
    missedAtMost: (open * 0.15).toFixed(2),
    eligibleGross: creditedGross.toFixed(2),
    creditedGross: creditedGross.toFixed(2),
    unclassifiedGross: open.toFixed(2),
    ineligibleGross: '0',
    coverage,
    coverageAtLeast: gross > 0 ? String(credited) : null,
    rate: '0.15',
    rateBasis: 'assumed',
  };
}

/** Sums for made-up data only; the product adds with exact decimals. */
export function addTotals(rows: Money[]): Money[] {
  return [...new Set(rows.map((row) => row.currency))].map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const gross = own.reduce((total, row) => total + Number(row.gross), 0);
    const credited = own.reduce((total, row) => total + Number(row.creditedGross), 0);
    return money(currency, gross, gross > 0 ? credited / gross : 0);
  });
}

const count = <Key extends string>(keys: readonly Key[], values: Key[]) =>
  // Every key is set by the loop, which the built-in type cannot know.
  Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<
    Key,
    number
  >;

export const countSubscriptions = (rows: Subscription[]) => ({
  total: rows.length,
  byLinked: count(
    LINKED,
    rows.map((row) => row.linked),
  ),
  byAccess: count(
    ACCESS,
    rows.map((row) => row.access),
  ),
  byCredit: count(
    CREDIT,
    rows.map((row) => row.credit),
  ),
  byVerdict: count(
    VERDICTS,
    rows.map((row) => row.verdict),
  ),
});

function makeSubscription(customer: number, index: number): Subscription {
  const kind = KINDS[(customer + index * 3) % KINDS.length] ?? KINDS[0]!;
  const idle = kind.credit === 'not-applicable';
  const gross = idle ? 0 : 320 + ((customer * 977 + index * 431) % 4200) + customer * 3.37;
  const currency = customer % 7 === 4 ? 'USD' : 'EUR';
  return {
    subscriptionId: guid(200 + customer, index),
    displayName: index === 0 ? 'Azure plan' : index === 1 ? 'Azure plan – production' : `Project ${index}`,
    customer: { tenantId: guid(100, customer), displayName: NAMES[customer % NAMES.length] ?? '' },
    state: 'Enabled',
    offer: 'CSP_2015-05-01',
    linked: kind.linked,
    linkedHow:
      kind.linked === 'yes'
        ? 'Service principal Contoso Ops, read with its own token'
        : kind.linked === 'automatic'
          ? 'Your agent group AdminAgents has access'
          : kind.linked === 'no'
            ? 'No identity with access is linked to your partner ID'
            : 'Role assignments could not be read',
    access: kind.access,
    credit: kind.credit,
    verdict: kind.verdict,
    basis: kind.credit === 'unknown' ? 'access' : 'both',
    cause: kind.cause,
    alsoCauses: customer % 5 === 0 && kind.cause !== 'single-linked-member' ? ['single-linked-member'] : [],
    totals: idle ? [] : [money(currency, gross, kind.credited)],
    judgeableFrom: kind.verdict === 'pending' ? '2026-11-23T00:00:00Z' : null,
    asOf: '2026-11-21T04:12:00Z',
  };
}

export const subscriptionsOf = (customer: number): Subscription[] =>
  Array.from({ length: 1 + (customer % 4) }, (_, index) => makeSubscription(customer, index));

export const OWNER = { personId: `${guid(900, 1)}/${guid(900, 2)}`, name: 'Marguerite Delorme' };

function makeCustomer(index: number): Customer {
  const subscriptions = subscriptionsOf(index);
  const first = subscriptions[0]!;
  return {
    tenantId: guid(100, index),
    displayName: NAMES[index % NAMES.length] ?? '',
    domain: null,
    owner: index % 4 === 0 ? OWNER : null,
    subscriptions: countSubscriptions(subscriptions),
    totals: addTotals(subscriptions.flatMap((row) => row.totals)),
    mainCause: first.cause === 'earning' ? null : first.cause,
    verdict: first.verdict,
    judgeableFrom: first.judgeableFrom,
    asOf: index % 11 === 3 ? '2026-11-18T04:12:00Z' : '2026-11-21T04:12:00Z',
    unread: first.verdict === 'unknown' ? ['role-assignments'] : [],
  };
}

export const CUSTOMERS: Customer[] = NAMES.map((_, index) => makeCustomer(index));
