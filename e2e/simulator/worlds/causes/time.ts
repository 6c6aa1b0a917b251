import type { Calendar } from '../calendar.ts';
import { charge, daily, itemised } from '../charges.ts';
import type { WrittenCustomer } from '../written.ts';
import { causeCustomer, delegatedTo, notApplicable, notEarning } from './cause-customer.ts';

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
      openMonth: { verdict: 'pending', cause: 'too-recent' },
    },
    because: 'it began two days ago: no day of it is 72 hours old',
  }),
];
