import type { Calendar } from '../calendar.ts';
import { charge, daily, itemised } from '../charges.ts';
import type { WrittenCustomer } from '../written.ts';
import { PARTNER_IDS } from '../partner.ts';
import { causeCustomer, consent, delegatedTo, notApplicable, notEarning, WAITING } from './cause-customer.ts';

const BERGEN = { partnerId: PARTNER_IDS[0], partnerName: 'Halvorsen Cloud Partners Bergen' };

const dayOf = (instant: string): string => instant.slice(0, 10);

/** Causes of when something began. */
export const timeCauses = (calendar: Calendar): readonly WrittenCustomer[] => [
  causeCustomer({
    key: 'cause access-part-of-period',
    displayName: 'Hasselblom Ortopedi AB',
    domain: 'hasselblom.example',
    currency: 'SEK',
    setup: delegatedTo('sp-linked', { createdAt: calendar.lastMonth(16) }),
    subscription: 'Journalsystem',
    cost: itemised(
      'SEK',
      charge('eligible', '705.00', { until: dayOf(calendar.lastMonth(16)) }),
      charge('earned', '599.25', { from: dayOf(calendar.lastMonth(17)) }),
    ),
    expected: {
      linked: 'yes',
      access: 'partly',
      credit: 'partly',
      verdict: 'partial',
      cause: 'access-part-of-period',
      openMonth: { verdict: 'earning', cause: 'earning' },
    },
    because:
      'delegated at noon of the 16th, so that the first whole day is the 17th, from which all is credited',
  }),
  causeCustomer({
    key: 'cause access added lately',
    displayName: 'Quintero Maritime Insurance SE',
    domain: 'quintero-maritime.example',
    setup: delegatedTo('sp-linked', { createdAt: calendar.daysAgo(1) }),
    subscription: 'Claims',
    cost: daily('EUR', null, '83.15'),
    expected: { linked: 'yes', access: 'not-covered', ...notEarning('access-part-of-period') },
    because: 'delegated yesterday: of no settled day is it known that it was there',
  }),
  causeCustomer({
    key: 'cause too-recent',
    displayName: 'Fjordlight Festival AS',
    domain: 'fjordlight.example',
    setup: delegatedTo('sp-linked', { createdAt: calendar.daysAgo(2) }),
    billing: { since: calendar.daysAgo(2) },
    subscription: 'Ticketing',
    cost: daily('EUR', '17.35', null),
    expected: {
      linked: 'yes',
      access: 'not-covered',
      ...notApplicable('no-chargeable-usage'),
      ...WAITING,
    },
    because: 'it began two days ago: no day of it is 72 hours old',
  }),
  causeCustomer({
    key: 'cause just-in-time-only of a role',
    displayName: 'Gracewell Community Hospices',
    domain: 'gracewell-hospices.example',
    currency: 'GBP',
    setup: {
      delegations: [],
      consent,
      direct: [
        {
          application: 'sp-regional',
          role: 'contributor',
          createdOn: calendar.daysAgo(40),
          schedule: { kind: 'assigned', from: calendar.daysAgo(40), to: calendar.daysAhead(50) },
        },
        {
          application: 'sp-regional',
          role: 'owner',
          schedule: { kind: 'eligible', from: calendar.daysAgo(40), to: null },
        },
      ],
    },
    links: { 'sp-regional': BERGEN },
    subscription: 'Care records',
    cost: daily('GBP', null, '31.55'),
    expected: { linked: 'yes', access: 'not-covered', ...notEarning('just-in-time-only') },
    because: 'the list of roles shows it as if permanent; its schedule says that it ends',
  }),
];
