import { ARCHETYPES } from './archetypes.ts';
import { charge, daily, itemised } from './charges.ts';
import type { WrittenCustomer } from './written.ts';

const { aobo, notLinked } = ARCHETYPES;

/** Nothing is amiss with what they let us do; their names and amounts are what pages seldom meet. */
export const UNUSUAL_CUSTOMERS: readonly WrittenCustomer[] = [
  {
    key: 'unusual right to left',
    displayName: 'شركة واحة النخيل للتجارة (ذ.م.م)',
    domain: 'wahat-alnakheel.example',
    billingCurrency: 'USD',
    setup: aobo.setup,
    subscriptions: [
      { displayName: 'الإنتاج', cost: daily('USD', '41.50', null), expected: aobo.expected },
      { displayName: 'بيئة الاختبار 2', cost: daily('USD', '6.20', null), expected: aobo.expected },
    ],
    expected: { verdict: 'earning', cause: 'earning' },
    because: 'Agent groups hold Owner, as at any other customer.',
  },
  {
    key: 'unusual refunds',
    displayName: 'Kråkvik Fastigheter AB',
    domain: 'krakvik-fastigheter.example',
    billingCurrency: 'SEK',
    setup: aobo.setup,
    subscriptions: [
      {
        displayName: 'Fastighetssystem',
        cost: itemised('SEK', charge('earned', '120.00'), charge('earned', '-9800.00', { onDay: 2 })),
        expected: aobo.expected,
      },
      {
        displayName: 'Arkiv',
        setup: notLinked.setup,
        cost: itemised('SEK', charge('eligible', '85.00'), charge('eligible', '-6100.00', { onDay: 3 })),
        expected: notLinked.expected,
      },
    ],
    expected: { verdict: 'partial', cause: 'principal-not-linked' },
    because: 'Refunds outweigh the cost of each month, and hide neither the credit nor that it is missing.',
  },
];
