import type { Calendar } from '../calendar.ts';
import { charge, daily, itemised } from '../charges.ts';
import { guidOf } from '../seeded.ts';
import type { WrittenCustomer, WrittenReseller } from '../written.ts';
import { AOBO, causeCustomer, consent, delegatedTo, EARNING, notEarning } from './cause-customer.ts';

const RESELLER: WrittenReseller = {
  name: 'Fenland IT Cooperative',
  tenantId: guidOf('reseller tenant'),
  partnerIds: ['5210044'],
  agentGroupIds: [guidOf('agent group of the reseller')],
};
const RESELLERS_GROUP = { id: guidOf('agent group of the reseller'), name: RESELLER.name };
const RIVAL = { id: guidOf('agent group of another partner'), name: 'Northwind Managed Cloud' };

/** An indirect provider's customers: access of the reseller of record counts, a third partner's does not. */
export const PROVIDER_CAUSES: readonly WrittenCustomer[] = [
  causeCustomer({
    key: 'provider reseller-of-record-access',
    displayName: 'Ely Cathedral School',
    domain: 'ely-school.example',
    currency: 'GBP',
    setup: { delegations: [], consent, foreignGroups: [[RESELLERS_GROUP, 'owner']] },
    reseller: RESELLER,
    subscription: 'Learning platform',
    cost: daily('GBP', '28.70', null),
    expected: {
      linked: 'no',
      access: 'covered',
      ...EARNING,
      alsoCauses: ['reseller-of-record-access'],
    },
    because: 'only the agent group of its reseller of record owns the subscription',
  }),
  causeCustomer({
    key: 'provider own access',
    displayName: 'March Flour Mills Ltd',
    domain: 'march-mills.example',
    currency: 'GBP',
    setup: AOBO,
    reseller: RESELLER,
    subscription: 'Milling',
    cost: daily('GBP', '64.15', null),
    expected: { linked: 'automatic', access: 'covered', ...EARNING },
    because: "the provider's own agent group suffices",
  }),
  causeCustomer({
    key: 'provider third-partner-only',
    displayName: 'Wisbech Canning Company',
    domain: 'wisbech-canning.example',
    currency: 'GBP',
    setup: { delegations: [], consent, foreignGroups: [[RIVAL, 'owner']] },
    reseller: RESELLER,
    subscription: 'Cannery',
    cost: daily('GBP', null, '21.90'),
    expected: { linked: 'no', access: 'not-covered', ...notEarning('third-partner-only') },
    because: 'the group belongs neither to the provider nor to the reseller of record',
  }),
];

/** A reseller's own view: the provider earns, whatever its access is. */
export const RESELLER_CAUSES: readonly WrittenCustomer[] = [
  causeCustomer({
    key: 'reseller lighthouse',
    displayName: 'Ballymena Linen Weavers',
    domain: 'ballymena-linen.example',
    currency: 'GBP',
    setup: delegatedTo('sp-linked'),
    billingCustomerId: null,
    subscription: 'Looms',
    cost: { kind: 'none' },
    expected: {
      linked: 'yes',
      access: 'covered',
      credit: 'unknown',
      verdict: 'not-applicable',
      cause: 'indirect-reseller',
    },
    because: 'an indirect reseller never receives the credit itself',
  }),
  causeCustomer({
    key: 'reseller not linked',
    displayName: 'Larne Ferry Catering',
    domain: 'larne-catering.example',
    currency: 'GBP',
    setup: delegatedTo('sp-unlinked'),
    billingCustomerId: null,
    subscription: 'Galley stock',
    cost: { kind: 'none' },
    expected: {
      linked: 'no',
      access: 'not-covered',
      credit: 'unknown',
      verdict: 'not-applicable',
      cause: 'indirect-reseller',
    },
    because: 'its access would help the provider, and still earns nothing here',
  }),
];

/** A partner whose identity holds no billing role: nothing says who is billed, nor what was credited. */
export const NO_BILLING_CAUSES: readonly WrittenCustomer[] = [
  {
    key: 'no billing no-access',
    displayName: 'Stavelot Brasserie SPRL',
    domain: 'stavelot-brasserie.example',
    billingCurrency: 'EUR',
    costRefused: true,
    setup: { ...delegatedTo('sp-linked'), consent },
    subscriptions: [
      {
        displayName: 'Brassage',
        cost: daily('EUR', '41.00', null),
        expected: {
          linked: 'yes',
          access: 'covered',
          credit: 'unknown',
          verdict: 'unverified',
          cause: 'no-billing-scope-data',
        },
      },
      {
        displayName: 'Boutique',
        setup: { delegations: [], consent },
        cost: daily('EUR', null, '13.00'),
        expected: {
          linked: 'no',
          access: 'not-covered',
          credit: 'unknown',
          verdict: 'unknown',
          cause: 'no-access',
        },
      },
    ],
    // Nothing is known to be missed, so the nearest of the ranked causes leads.
    expected: { verdict: 'unverified', cause: 'no-access' },
    because: 'of the shop all roles were read and none is ours; whether we sell it is not known',
  },
];

/** Days too new wait beside days not delivered; neither has an amount, and section 8 names them in this order. */
const BOTH_WAIT = { openMonth: { verdict: 'pending', cause: 'too-recent' } } as const;

/** A partner whose billing data stops early in the last month: what follows has not been delivered. */
export const lateCauses = (calendar: Calendar): readonly WrittenCustomer[] => [
  causeCustomer({
    key: 'late delivered in part',
    displayName: 'Cortona Ceramiche S.r.l.',
    domain: 'cortona-ceramiche.example',
    setup: delegatedTo('sp-linked'),
    subscription: 'Forni',
    cost: itemised('EUR', charge('earned', '58.65', { until: calendar.lastMonth(10).slice(0, 10) })),
    expected: { linked: 'yes', access: 'covered', ...EARNING, ...BOTH_WAIT },
    because: 'the days that were delivered are credited; those that were not are left out',
  }),
  causeCustomer({
    key: 'late unbilled-data-late',
    displayName: 'Volterra Alabastro S.n.c.',
    domain: 'volterra-alabastro.example',
    setup: delegatedTo('sp-linked'),
    subscription: 'Bottega',
    cost: { kind: 'none' },
    expected: {
      linked: 'yes',
      access: 'covered',
      credit: 'not-applicable',
      verdict: 'pending',
      cause: 'unbilled-data-late',
      ...BOTH_WAIT,
    },
    because: 'no usage on the days delivered, and no line of any customer on those that follow',
  }),
];
