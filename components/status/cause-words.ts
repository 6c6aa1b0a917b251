import type { Cause } from '#lib/core/causes.ts';
import { ACCESS_CAUSE_WORDS, type AccessCause } from './cause-words-access.ts';
import type { CauseWords } from './cause-shape.ts';

/** Meaning and remedy of the causes: diagnosis.md section 8 of 2026-11-21, in our words. */
const OTHER_CAUSE_WORDS: Record<Exclude<Cause, AccessCause>, CauseWords> = {
  earning: {
    title: 'Earning',
    meaning: 'Every eligible cost received partner earned credit.',
    remedy: 'Keep the access and the link as they are.',
  },
  'indirect-reseller': {
    title: 'Earned by the provider',
    meaning: 'You are an indirect reseller here: the credit goes to the indirect provider.',
    remedy: 'Ask the provider for the cost data; your access helps the provider earn.',
  },
  'not-billed-by-us': {
    title: 'Not billed by you',
    meaning: 'Another partner or an agreement with Microsoft bills this subscription.',
    remedy: 'A link still counts as recognition; no credit is possible here.',
  },
  'legacy-offer': {
    title: 'Legacy offer',
    meaning: 'The subscription is on an offer that cannot earn credit, not on an Azure plan.',
    remedy: 'Move the customer to an Azure plan.',
  },
  'only-ineligible-products': {
    title: 'Only ineligible products',
    meaning: 'All cost is of products without credit, such as Marketplace, reservations or Spot.',
    remedy: 'Nothing to do: these products never earn.',
  },
  'no-chargeable-usage': {
    title: 'No chargeable usage',
    meaning: 'There was nothing to charge in this period, so nothing to credit.',
    remedy: 'Nothing to do.',
  },
  'transferred-away': {
    title: 'Transferred away',
    meaning: 'Billing of this subscription moved to another partner.',
    remedy: 'Nothing to do; the history stays here.',
  },
  'enrolment-moved-organisation': {
    title: 'Enrolment moved',
    meaning: 'The CSP enrolment was moved to another organisation in this period.',
    remedy: 'Open a support case and mention the move.',
  },
  'too-recent': {
    title: 'Too recent to judge',
    meaning:
      'A link, role, delegation or day of cost less than 72 hours old: credit counts whole days and shows up to 48 hours later.',
    remedy: 'Look again on the date shown; do not open a case before it.',
  },
  'offset-by-azure-credit': {
    title: 'Paid by Azure credit',
    meaning: 'An Azure credit offer pays this cost first.',
    remedy: 'Nothing to do.',
  },
  'no-billing-scope-data': {
    title: 'Credit not proven yet',
    meaning:
      'The cost that would prove it was not read, says nothing about credit, or got none and is not yet known to be eligible.',
    remedy:
      'Where costs could not be read, give this service a billing role on the partner billing account. Cost that was read and only waits to be classified needs nothing from you.',
  },
  'price-lower-but-flag-absent': {
    title: 'Lower price, no credit flag',
    meaning: 'The price is below list, but the credit columns are empty: a tier or discount looks the same.',
    remedy: 'Read the credit columns from the billing scope before concluding.',
  },
  'unbilled-data-late': {
    title: 'Cost data still arriving',
    meaning: 'Microsoft has not delivered the cost of these days yet.',
    remedy: 'Wait; the next sync reads them.',
  },
  'access-good-cost-uncredited': {
    title: 'Access good, no credit',
    meaning:
      'Access should earn, yet the cost shows no credit: agreement, organisation, products or an incident at Microsoft.',
    remedy:
      'Check that the partner agreement is active, then open a support case with the evidence pack of the finding.',
  },
  'aobo-intact-cost-uncredited': {
    title: 'Admin access intact, no credit',
    meaning: 'Admin on behalf of is in place with an earning role, yet the cost shows no credit.',
    remedy:
      'Check products, dates, Azure credit offers and that the agreement is active, then open a support case.',
  },
  'credited-by-unseen-access': {
    title: 'Credit by access you cannot see',
    meaning: 'Cost received credit although no access found here explains it.',
    remedy:
      'Read more evidence: role assignments in the customer tenant, agent groups, the reseller’s access.',
  },
};

const CAUSE_WORDS: Record<Cause, CauseWords> = { ...OTHER_CAUSE_WORDS, ...ACCESS_CAUSE_WORDS };

export const causeWords = (cause: Cause): CauseWords => CAUSE_WORDS[cause];
