import type { Calendar } from '../calendar.ts';
import { daily } from '../charges.ts';
import { guidOf } from '../seeded.ts';
import type { WrittenCustomer } from '../written.ts';
import {
  AOBO,
  causeCustomer,
  consent,
  delegatedTo,
  NO_ACCESS,
  notApplicable,
  notEarning,
} from './cause-customer.ts';

const FORMER_PARTNER = { tenantId: guidOf('former partner'), name: 'Blackfriars Cloud Services Ltd' };
const FORMER_GROUP = { id: guidOf('agent group of the former partner'), name: FORMER_PARTNER.name };
const HALVORSEN_PLAN = {
  name: 'cloud-care-standard',
  publisher: 'halvorsencloudpartners',
  product: 'halvorsen-cloud-care',
  version: '1.2.0',
};

/** Causes of who bills a subscription, as what, and since when. */
export const billingCauses = (calendar: Calendar): readonly WrittenCustomer[] => [
  causeCustomer({
    key: 'cause not-billed-by-us',
    displayName: 'Universität Niederlausitz',
    domain: 'uni-niederlausitz.example',
    setup: delegatedTo('sp-linked'),
    billingCustomerId: null,
    subscription: 'Rechenzentrum',
    cost: { kind: 'none' },
    expected: {
      linked: 'yes',
      access: 'covered',
      credit: 'unknown',
      verdict: 'not-applicable',
      cause: 'not-billed-by-us',
    },
    because: 'delegated to us, and neither customer nor subscription is on our billing account',
  }),
  causeCustomer({
    key: 'cause legacy-offer',
    displayName: 'Druckerei Wendelstein OHG',
    domain: 'druckerei-wendelstein.example',
    setup: AOBO,
    billing: { plan: 'legacy' },
    subscription: 'Vorstufe',
    cost: { kind: 'none' },
    expected: { linked: 'automatic', access: 'covered', ...notApplicable('legacy-offer') },
    because: 'billed under the old CSP offer, which has no partner earned credit',
  }),
  causeCustomer({
    key: 'cause transferred-away',
    displayName: 'Castlereagh Dairy Holdings Ltd',
    domain: 'castlereagh-dairy.example',
    currency: 'GBP',
    setup: AOBO,
    billing: { status: 'Deleted', until: calendar.daysAgo(75) },
    subscription: 'Milk collection',
    cost: daily('GBP', '40.40', null),
    expected: { linked: 'automatic', access: 'covered', ...notApplicable('transferred-away') },
    because: 'billing moved to another partner before the month began, and our role was left behind',
  }),
  causeCustomer({
    key: 'cause transferred-in-without-access',
    displayName: 'Vanterra Agroquímica S.A.',
    domain: 'vanterra.example',
    setup: { delegations: [], consent, foreignGroups: [[FORMER_GROUP, 'owner']] },
    billing: { since: calendar.daysAgo(80) },
    transfer: {
      direction: 'in',
      status: 'Completed',
      at: calendar.daysAgo(80),
      other: FORMER_PARTNER,
    },
    subscription: 'Laboratorio',
    cost: daily('EUR', null, '76.35'),
    expected: {
      linked: 'no',
      access: 'not-covered',
      ...notEarning('transferred-in-without-access'),
    },
    because: 'billing came to us, and the only foreign principal is the partner’s before us',
  }),
  causeCustomer({
    key: 'cause offer-bought-not-delegated',
    displayName: 'Thornbury Cathedral Estates',
    domain: 'thornbury-estates.example',
    currency: 'GBP',
    setup: NO_ACCESS,
    offers: [{ offerName: 'Halvorsen Cloud Care', planName: 'Standard', plan: HALVORSEN_PLAN }],
    subscription: 'Heritage archive',
    cost: daily('GBP', null, '12.95'),
    expected: { linked: 'no', access: 'not-covered', ...notEarning('offer-bought-not-delegated') },
    because: 'the customer bought our Marketplace offer and delegated nothing',
  }),
  {
    key: 'billed under another id',
    displayName: 'Groupe Scolaire Saint-Aubin',
    domain: 'saint-aubin.example',
    billingCurrency: 'EUR',
    setup: delegatedTo('sp-linked'),
    billingCustomerId: guidOf('billing customer', 'saint-aubin'),
    subscriptions: [
      {
        displayName: 'Espace pédagogique',
        cost: daily('EUR', '19.80', null),
        expected: {
          linked: 'yes',
          access: 'covered',
          credit: 'credited',
          verdict: 'earning',
          cause: 'earning',
        },
      },
    ],
    expected: { verdict: 'earning', cause: 'earning' },
    because: 'its id on the billing account is not its tenant id: the subscription joins the two',
  },
];
