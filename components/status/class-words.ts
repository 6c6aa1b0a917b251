import type { IconName } from '#components/ui/icon-shapes.ts';
import type { Tone } from '#components/ui/tone.ts';
import type { CostClass } from '#lib/core/cost-classes.ts';

type ClassWords = { tone: Tone; icon: IconName; name: string; meaning: string };

/** Classes of cost in words: costdata.md section 5 of 2026-11-21. */
export const CLASS_WORDS: Record<CostClass, ClassWords> = {
  EARNED: {
    tone: 'earn',
    icon: 'check',
    name: 'Received credit',
    meaning: 'Microsoft applied partner earned credit.',
  },
  ELIGIBLE_NOT_EARNED: {
    tone: 'miss',
    icon: 'cross',
    name: 'Eligible, no credit',
    meaning: 'The product can earn, and did not: access decides.',
  },
  UNCLASSIFIED: {
    tone: 'mute',
    icon: 'unknown',
    name: 'No credit, not yet classified',
    meaning: 'No credit was applied; no source has told yet whether the product can earn.',
  },
  CREDIT_UNKNOWN: {
    tone: 'mute',
    icon: 'unknown',
    name: 'Credit not told',
    meaning: 'The data says nothing about credit.',
  },
  INELIGIBLE_MARKETPLACE: {
    tone: 'wait',
    icon: 'none',
    name: 'Marketplace or third party',
    meaning: 'Products of other publishers never earn.',
  },
  INELIGIBLE_RESERVATION: {
    tone: 'wait',
    icon: 'none',
    name: 'Reservation',
    meaning: 'Reservations never earn.',
  },
  INELIGIBLE_SAVINGS_PLAN: {
    tone: 'wait',
    icon: 'none',
    name: 'Savings plan',
    meaning: 'Usage that a savings plan covers has its discount instead of credit.',
  },
  INELIGIBLE_SPOT: { tone: 'wait', icon: 'none', name: 'Spot', meaning: 'Spot usage never earns.' },
  OFFSET_BY_AZURE_CREDIT: {
    tone: 'wait',
    icon: 'none',
    name: 'Paid by Azure credit',
    meaning: 'An Azure credit offer paid it first; the rest can earn.',
  },
  INELIGIBLE_PRODUCT: {
    tone: 'wait',
    icon: 'none',
    name: 'Other product',
    meaning: 'Not an Azure plan consumption product, such as Office or telephony.',
  },
  ZERO_PRICE: { tone: 'mute', icon: 'none', name: 'Free', meaning: 'Nothing was charged.' },
};
