import type { Cause } from '#lib/core/causes.ts';

/** What a customer is told of a cause: as it concerns them, in the words of the partner who sends the report. */
export type Advice =
  | 'inOrder'
  | 'notByUs'
  | 'cannotEarn'
  | 'legacyOffer'
  | 'waiting'
  | 'notKnown'
  | 'clearedUp'
  | 'noAccess'
  | 'partOnly'
  | 'partOfTime'
  | 'notSetUp'
  | 'ourLink'
  | 'role'
  | 'protected';

export const ADVICE: Readonly<Record<Cause, Advice>> = {
  'indirect-reseller': 'notByUs',
  'not-billed-by-us': 'notByUs',
  'sold-without-access': 'noAccess',
  'legacy-offer': 'legacyOffer',
  'only-ineligible-products': 'cannotEarn',
  'no-chargeable-usage': 'cannotEarn',
  earning: 'inOrder',
  'scope-too-narrow': 'partOnly',
  'access-part-of-period': 'partOfTime',
  'no-access': 'noAccess',
  'foreign-principal-of-another-partner': 'notSetUp',
  'aobo-role-not-earning': 'role',
  'aobo-intact-cost-uncredited': 'clearedUp',
  'principal-not-linked': 'ourLink',
  'linked-in-customer-tenant-only': 'ourLink',
  'linked-in-partner-tenant-only': 'ourLink',
  'role-not-earning': 'role',
  'just-in-time-only': 'role',
  'role-not-listed': 'notKnown',
  'no-linked-group-member': 'ourLink',
  'time-bound-membership': 'partOfTime',
  'linked-identity-gone': 'ourLink',
  'wrong-partner-organisation': 'ourLink',
  'global-partner-id': 'ourLink',
  'other-location-of-same-organisation': 'inOrder',
  'marketplace-link-unverified': 'notKnown',
  'offer-bought-not-delegated': 'notSetUp',
  'delegation-broken': 'notSetUp',
  'delegated-to-another-tenant': 'notSetUp',
  'resource-group-delegation-only': 'partOnly',
  'deny-assignment': 'protected',
  'third-partner-only': 'noAccess',
  'third-partner-also-present': 'inOrder',
  'reseller-of-record-access': 'inOrder',
  'transferred-in-without-access': 'noAccess',
  'transferred-away': 'notByUs',
  'enrolment-moved-organisation': 'clearedUp',
  'gdap-removed-rbac-intact': 'inOrder',
  'too-recent': 'waiting',
  'offset-by-azure-credit': 'cannotEarn',
  'no-billing-scope-data': 'notKnown',
  'price-lower-but-flag-absent': 'notKnown',
  'unbilled-data-late': 'waiting',
  'access-good-cost-uncredited': 'clearedUp',
  'credited-by-unseen-access': 'notKnown',
  'single-linked-member': 'inOrder',
  'access-unread': 'notKnown',
  'link-unread': 'notKnown',
};
