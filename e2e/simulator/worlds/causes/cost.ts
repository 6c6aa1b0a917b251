import { charge, daily, itemised } from '../charges.ts';
import type { WrittenCustomer } from '../written.ts';
import {
  AOBO,
  causeCustomer,
  delegatedTo,
  EARNING,
  notApplicable,
  notEarning,
  WAITING,
} from './cause-customer.ts';

/** Causes that the cost itself tells. */
export const COST_CAUSES: readonly WrittenCustomer[] = [
  causeCustomer({
    key: 'cause only-ineligible-products',
    displayName: 'Meridian Night Trains SE',
    domain: 'meridian-trains.example',
    setup: delegatedTo('sp-linked'),
    subscription: 'Reservation desk',
    cost: itemised(
      'EUR',
      charge('marketplace', '34.50'),
      charge('reservation-usage', '61.25'),
      charge('spot', '8.40', { resourceGroup: 'rg-data' }),
      charge('savings-plan', '15.05'),
    ),
    expected: { linked: 'yes', access: 'covered', ...notApplicable('only-ineligible-products'), ...WAITING },
    because: 'every line is Marketplace, reservation, savings plan or Spot',
  }),
  causeCustomer({
    key: 'cause no-chargeable-usage of zero prices',
    displayName: 'Foreningen Nordsjøminner',
    domain: 'nordsjominner.example',
    setup: AOBO,
    subscription: 'Digital arkiv',
    cost: itemised('EUR', charge('zero-price', '0'), charge('zero-price-credited', '0')),
    expected: {
      linked: 'automatic',
      access: 'covered',
      ...notApplicable('no-chargeable-usage'),
      ...WAITING,
    },
    because: 'its only meters are free of charge',
  }),
  causeCustomer({
    key: 'cause offset-by-azure-credit',
    displayName: 'Incubadora Riba-roja S.L.',
    domain: 'incubadora-ribaroja.example',
    setup: delegatedTo('sp-linked'),
    subscription: 'Startups',
    cost: itemised('EUR', charge('earned', '45.10'), charge('zero-price', '0')),
    expected: { linked: 'yes', access: 'covered', ...EARNING },
    once: {
      telling: { kind: 'rated-usage' },
      expected: { linked: 'yes', access: 'covered', ...EARNING, alsoCauses: ['offset-by-azure-credit'] },
    },
    because:
      'what an Azure credit paid for is free in cost details; only daily rated usage has a column for it',
  }),
  causeCustomer({
    key: 'cause price-lower-but-flag-absent',
    displayName: 'Lakeshore Paper Mills Inc.',
    domain: 'lakeshore-paper.example',
    currency: 'USD',
    setup: delegatedTo('sp-linked'),
    subscription: 'Mill control',
    cost: itemised('USD', charge('look-alike', '139.40')),
    expected: {
      linked: 'yes',
      access: 'covered',
      ...notEarning('access-good-cost-uncredited'),
      alsoCauses: ['price-lower-but-flag-absent'],
    },
    because: 'a negotiated price of 85 % looks like credit, and its columns say that there is none',
  }),
  causeCustomer({
    key: 'cause no-billing-scope-data of blank columns',
    displayName: 'Oficina de Turismo Valdeluna',
    domain: 'valdeluna-turismo.example',
    setup: AOBO,
    subscription: 'Portal de reservas',
    cost: itemised('EUR', charge('blank-flag', '23.30')),
    expected: {
      linked: 'automatic',
      access: 'covered',
      credit: 'unknown',
      verdict: 'unverified',
      cause: 'no-billing-scope-data',
    },
    because: 'flag and rate are empty, so that access is good and credit is not known',
  }),
  causeCustomer({
    key: 'cause enrolment-moved-organisation',
    displayName: 'Zwartsluis Scheepswerf B.V.',
    domain: 'zwartsluis-werf.example',
    setup: delegatedTo('sp-linked'),
    subscription: 'Dokplanning',
    cost: daily('EUR', null, '51.65'),
    expected: { linked: 'yes', access: 'covered', ...notEarning('access-good-cost-uncredited') },
    once: {
      telling: { kind: 'enrolment-moved' },
      expected: {
        linked: 'yes',
        access: 'covered',
        ...notEarning('access-good-cost-uncredited'),
        alsoCauses: ['enrolment-moved-organisation'],
      },
    },
    because: 'no interface of Azure shows that an enrolment moved',
  }),
];
