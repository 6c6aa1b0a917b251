import { ARCHETYPES } from './archetypes.ts';
import { daily } from './charges.ts';
import type { WrittenCustomer } from './written.ts';

const consent = { readsSubscriptions: true, readsDirectory: true };
const directoryOnly = { readsSubscriptions: false, readsDirectory: true };

const earning = { credit: 'credited', verdict: 'earning', cause: 'earning' } as const;

/** Twelve customers that differ. Every answer and every amount is written here, by hand. */
export const FIRST_WORLD: readonly WrittenCustomer[] = [
  {
    key: 'aobo',
    displayName: 'Brambleford Dairy Cooperative',
    domain: 'brambleford.example',
    billingCurrency: 'GBP',
    setup: { delegations: [], foreignGroups: [['admin-agents', 'owner']], consent },
    subscriptions: [
      {
        displayName: 'Brambleford production',
        cost: daily('GBP', '41.60', null),
        expected: { linked: 'automatic', access: 'covered', ...earning },
      },
    ],
    expected: { verdict: 'earning', cause: 'earning' },
  },
  {
    key: 'lighthouse-linked',
    displayName: 'Kestrel Rail Logistics',
    domain: 'kestrelrail.example',
    billingCurrency: 'EUR',
    setup: { ...ARCHETYPES.lighthouseLinked.setup, extraStaff: 130 },
    subscriptions: [
      {
        displayName: 'Kestrel freight platform',
        cost: daily('EUR', '128.35', null),
        expected: { linked: 'yes', access: 'covered', ...earning },
      },
    ],
    expected: { verdict: 'earning', cause: 'earning' },
  },
  {
    key: 'not-linked',
    displayName: 'Lumen & Oak Furniture',
    domain: 'lumenandoak.example',
    billingCurrency: 'EUR',
    setup: ARCHETYPES.notLinked.setup,
    subscriptions: [
      {
        displayName: 'Webshop',
        cost: daily('EUR', null, '73.10'),
        expected: {
          linked: 'no',
          access: 'not-covered',
          credit: 'not-credited',
          verdict: 'not-earning',
          cause: 'principal-not-linked',
        },
      },
    ],
    expected: { verdict: 'not-earning', cause: 'principal-not-linked' },
  },
  {
    key: 'role-does-not-earn',
    displayName: 'Piccolo Mondo Gelateria S.r.l.',
    domain: 'piccolomondo.example',
    billingCurrency: 'EUR',
    setup: ARCHETYPES.roleDoesNotEarn.setup,
    subscriptions: [
      {
        displayName: 'Piccolo Mondo',
        cost: daily('EUR', null, '18.45'),
        expected: {
          linked: 'yes',
          access: 'not-covered',
          credit: 'not-credited',
          verdict: 'not-earning',
          cause: 'role-not-earning',
        },
      },
    ],
    expected: { verdict: 'not-earning', cause: 'role-not-earning' },
  },
  {
    key: 'just-in-time-only',
    displayName: 'Fjellheim Energi AS',
    domain: 'fjellheim.example',
    billingCurrency: 'EUR',
    setup: ARCHETYPES.justInTimeOnly.setup,
    subscriptions: [
      {
        displayName: 'Fjellheim nettdrift',
        cost: daily('EUR', null, '212.80'),
        expected: {
          linked: 'yes',
          access: 'not-covered',
          credit: 'not-credited',
          verdict: 'not-earning',
          cause: 'just-in-time-only',
        },
      },
    ],
    expected: { verdict: 'not-earning', cause: 'just-in-time-only' },
  },
  {
    key: 'resource-group-only',
    displayName: 'Stadtwerke Hohenfels GmbH',
    domain: 'stadtwerke-hohenfels.example',
    billingCurrency: 'EUR',
    setup: {
      delegations: [{ permanent: [['sp-linked', 'contributor']], resourceGroup: 'rg-web' }],
      consent,
    },
    subscriptions: [
      {
        displayName: 'Hohenfels Bürgerportal',
        // Credit follows access: what lies outside the delegated group earns nothing.
        cost: { ...daily('EUR', '30.25', '64.75'), creditedGroup: 'rg-web' },
        expected: {
          linked: 'yes',
          access: 'partly',
          credit: 'partly',
          verdict: 'partial',
          cause: 'resource-group-delegation-only',
        },
      },
    ],
    expected: { verdict: 'partial', cause: 'resource-group-delegation-only' },
  },
  {
    key: 'marketplace-offer',
    displayName: 'Quarry Lane Dental Group',
    domain: 'quarrylane.example',
    billingCurrency: 'GBP',
    setup: {
      delegations: [
        {
          permanent: [
            ['sp-unlinked', 'contributor'],
            ['pecboard', 'reader'],
          ],
          plan: {
            name: 'cloud-care-standard',
            publisher: 'halvorsencloudpartners',
            product: 'halvorsen-cloud-care',
            version: '1.2.0',
          },
        },
      ],
      consent: directoryOnly,
    },
    subscriptions: [
      {
        displayName: 'Quarry Lane practices',
        cost: daily('GBP', null, '56.20'),
        expected: {
          linked: 'automatic',
          access: 'unknown',
          credit: 'not-credited',
          verdict: 'not-earning',
          cause: 'marketplace-link-unverified',
        },
      },
    ],
    expected: { verdict: 'not-earning', cause: 'marketplace-link-unverified' },
  },
  {
    key: 'other-organisation',
    displayName: 'Vasconcelos & Filhos, Lda.',
    domain: 'vasconcelos.example',
    billingCurrency: 'EUR',
    setup: {
      delegations: [
        {
          permanent: [
            ['sp-other-org', 'contributor'],
            ['pecboard', 'reader'],
          ],
        },
      ],
      consent: directoryOnly,
    },
    subscriptions: [
      {
        displayName: 'Armazém e expedição',
        cost: daily('EUR', null, '39.90'),
        expected: {
          linked: 'no',
          access: 'not-covered',
          credit: 'not-credited',
          verdict: 'not-earning',
          cause: 'wrong-partner-organisation',
        },
      },
    ],
    expected: { verdict: 'not-earning', cause: 'wrong-partner-organisation' },
  },
  {
    key: 'nothing-read',
    displayName: 'Atelier Montrouge SAS',
    domain: 'atelier-montrouge.example',
    billingCurrency: 'EUR',
    costRefused: true,
    setup: { delegations: [], consent: null },
    subscriptions: [
      {
        // The billing account alone names it.
        displayName: 'Atelier Montrouge',
        cost: daily('EUR', null, '22.00'),
        expected: {
          linked: 'unknown',
          access: 'unknown',
          credit: 'unknown',
          verdict: 'unknown',
          cause: 'access-unread',
        },
      },
    ],
    expected: { verdict: 'unknown', cause: 'access-unread' },
  },
  {
    key: 'no-cost',
    displayName: 'Saltmarsh Museum Trust',
    domain: 'saltmarsh.example',
    billingCurrency: 'GBP',
    setup: {
      delegations: [
        {
          permanent: [
            ['sp-linked', 'contributor'],
            ['pecboard', 'reader'],
          ],
        },
      ],
      consent: directoryOnly,
    },
    subscriptions: [
      {
        displayName: 'Collections archive',
        cost: { kind: 'none' },
        expected: {
          linked: 'yes',
          access: 'covered',
          credit: 'not-applicable',
          verdict: 'not-applicable',
          cause: 'no-chargeable-usage',
          openMonth: { verdict: 'pending', cause: 'too-recent' },
        },
      },
    ],
    expected: {
      verdict: 'not-applicable',
      cause: 'no-chargeable-usage',
      openMonth: { verdict: 'pending', cause: 'too-recent' },
    },
  },
  {
    key: 'mixed-credit',
    displayName: 'Nordlys Fiskeri A/S',
    domain: 'nordlys-fiskeri.example',
    billingCurrency: 'SEK',
    setup: ARCHETYPES.lighthouseLinked.setup,
    subscriptions: [
      {
        displayName: 'Nordlys fangstdata',
        cost: daily('SEK', '845.50', '120.25'),
        expected: {
          linked: 'yes',
          access: 'covered',
          credit: 'partly',
          verdict: 'partial',
          cause: 'access-good-cost-uncredited',
        },
      },
    ],
    expected: { verdict: 'partial', cause: 'access-good-cost-uncredited' },
  },
  {
    key: 'two-currencies',
    displayName: 'Transatlantic Freight Forwarding and Customs Brokerage (Ireland) Ltd',
    domain: 'transatlantic-freight.example',
    billingCurrency: 'EUR',
    setup: ARCHETYPES.lighthouseLinked.setup,
    subscriptions: [
      {
        displayName: 'Freight Europe',
        cost: daily('EUR', '96.40', null),
        expected: { linked: 'yes', access: 'covered', ...earning },
      },
      {
        displayName: 'Freight Americas',
        cost: daily('USD', '150.75', null),
        expected: { linked: 'yes', access: 'covered', ...earning },
      },
    ],
    expected: { verdict: 'earning', cause: 'earning' },
  },
];
