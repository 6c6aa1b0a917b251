import { daily } from '../charges.ts';
import { MANAGING_TENANT_ID, PARTNER_IDS, personId } from '../partner.ts';
import type { WrittenCustomer } from '../written.ts';
import { causeCustomer, consent, delegatedTo, EARNING, notEarning } from './cause-customer.ts';

const BERGEN = { partnerId: PARTNER_IDS[0], partnerName: 'Halvorsen Cloud Partners Bergen' };

/** Causes of an identity: who is linked, where, to what, and for how long. */
export const IDENTITY_CAUSES: readonly WrittenCustomer[] = [
  causeCustomer({
    key: 'cause linked-in-customer-tenant-only',
    displayName: 'Sable & Thorne Auctioneers LLP',
    domain: 'sablethorne.example',
    currency: 'GBP',
    setup: {
      ...delegatedTo('sp-regional'),
      consent,
      direct: [{ application: 'sp-regional', role: 'reader' }],
    },
    links: { 'sp-regional': BERGEN },
    subscription: 'Bidding platform',
    cost: daily('GBP', null, '29.85'),
    expected: {
      linked: 'yes',
      access: 'not-covered',
      ...notEarning('linked-in-customer-tenant-only'),
    },
    because:
      'Lighthouse counts a link in the managing tenant; this application has its in the customer tenant',
  }),
  causeCustomer({
    key: 'cause linked-in-partner-tenant-only',
    displayName: 'Kronborg Medicoteknik ApS',
    domain: 'kronborg-medico.example',
    setup: { delegations: [], consent, direct: [{ application: 'sp-linked', role: 'contributor' }] },
    links: { 'sp-linked': null },
    subscription: 'Patientdata',
    cost: daily('EUR', null, '67.25'),
    expected: {
      linked: 'no',
      access: 'not-covered',
      ...notEarning('linked-in-partner-tenant-only'),
    },
    because: 'the role is held in the customer tenant, where the same application has no link',
  }),
  causeCustomer({
    key: 'cause global-partner-id',
    displayName: 'Almeida Cortiças S.A.',
    domain: 'almeida-corticas.example',
    setup: delegatedTo('sp-global'),
    subscription: 'Rastreabilidade',
    cost: daily('EUR', null, '25.60'),
    expected: { linked: 'yes', access: 'unknown', ...notEarning('global-partner-id') },
    because: 'linked to the global id, of which the documents say that a location id is to be used',
  }),
  causeCustomer({
    key: 'cause other-location-of-same-organisation',
    displayName: 'Tromsø Polar Shipping AS',
    domain: 'tromso-polar.example',
    setup: delegatedTo('sp-other-location'),
    subscription: 'Ice routing',
    cost: daily('EUR', '104.75', null),
    expected: {
      linked: 'yes',
      access: 'covered',
      ...EARNING,
      alsoCauses: ['other-location-of-same-organisation'],
    },
    because: 'any location of the same organisation counts',
  }),
  causeCustomer({
    key: 'cause no-linked-group-member',
    displayName: 'Weingut Sonnleitner & Söhne',
    domain: 'weingut-sonnleitner.example',
    setup: delegatedTo('deployment-identities'),
    subscription: 'Kellerei',
    cost: daily('EUR', null, '14.20'),
    expected: { linked: 'no', access: 'not-covered', ...notEarning('no-linked-group-member') },
    because: 'the group is authorised, and of its only member it is known that it has no link',
  }),
  causeCustomer({
    key: 'cause time-bound-membership',
    displayName: 'Borealis Avalanche Safety AS',
    domain: 'borealis-avalanche.example',
    setup: delegatedTo('on-call'),
    subscription: 'Slope sensors',
    cost: daily('EUR', null, '48.05'),
    expected: { linked: 'no', access: 'not-covered', ...notEarning('time-bound-membership') },
    because: 'the linked identity may join the authorised group for hours, and is no member for a whole day',
  }),
  causeCustomer({
    key: 'cause linked-identity-gone',
    displayName: 'Petrov Instrumenti d.o.o.',
    domain: 'petrov-instrumenti.example',
    setup: delegatedTo('sp-leaver'),
    subscription: 'Calibration',
    cost: daily('EUR', null, '20.15'),
    expected: { linked: 'no', access: 'not-covered', ...notEarning('linked-identity-gone') },
    because: 'the authorised identity was deleted from our directory',
  }),
  causeCustomer({
    key: 'cause single-linked-member',
    displayName: 'Arvika Träförädling AB',
    domain: 'arvika-tra.example',
    currency: 'SEK',
    setup: delegatedTo('service-leads'),
    subscription: 'Sågverk',
    cost: daily('SEK', '512.25', null),
    expected: {
      linked: 'unknown',
      access: 'unknown',
      ...EARNING,
      alsoCauses: ['link-unread'],
    },
    once: {
      telling: {
        kind: 'attested-link',
        tenantId: MANAGING_TENANT_ID,
        principalId: personId('Solveig Aas'),
        displayName: 'Solveig Aas',
        since: '2024-02-19',
      },
      expected: { linked: 'yes', access: 'covered', ...EARNING, alsoCauses: ['single-linked-member'] },
    },
    because: "a person's link shows with that person's own token only",
  }),
];
