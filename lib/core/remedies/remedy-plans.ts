import type { Cause } from '../causes.ts';
import type { StepId } from './steps.ts';

/** Which texts to copy belong to a remedy. */
export const COMMAND_KINDS = ['link', 'relink', 'onboard', 'aobo', 'direct-role'] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

export type RemedyPlan = {
  steps: readonly StepId[];
  commands: readonly CommandKind[];
  /** Whether a customer has to be asked for something; the compliance note stands beside it then. */
  askCustomer: boolean;
};

const alone = (...steps: StepId[]): RemedyPlan => ({ steps, commands: [], askCustomer: false });
const ask = (steps: readonly StepId[], commands: readonly CommandKind[]): RemedyPlan => ({
  steps,
  commands,
  askCustomer: true,
});
const link = (steps: readonly StepId[], kind: 'link' | 'relink' = 'link'): RemedyPlan => ({
  steps,
  commands: [kind],
  askCustomer: false,
});

/** New access: the service principal that Microsoft recommends, or admin on behalf of (facts.md section 3 and 10). */
const newAccess = ask(
  ['agree-managed-service', 'link-service-principal', 'customer-deploys-template', 'customer-regrants-aobo'],
  ['link', 'onboard', 'aobo'],
);
const wholeSubscription = ask(['delegate-whole-subscription', 'customer-deploys-template'], ['onboard']);
const supportCase = alone('check-lines-and-agreement', 'open-support-case');

/** The remedy of each cause (diagnosis.md section 8, 2026-11-21). */
export const REMEDY_PLANS: Record<Cause, RemedyPlan> = {
  'indirect-reseller': alone('ask-provider-for-cost'),
  'not-billed-by-us': alone('leave-out-of-credit'),
  'sold-without-access': newAccess,
  'no-access': newAccess,
  'third-partner-only': newAccess,
  'transferred-in-without-access': newAccess,
  'legacy-offer': alone('move-to-azure-plan'),
  'only-ineligible-products': alone('explain-ineligible'),
  'no-chargeable-usage': alone('nothing-to-do'),
  earning: alone('keep-and-watch'),
  'scope-too-narrow': wholeSubscription,
  'resource-group-delegation-only': wholeSubscription,
  'access-part-of-period': alone('make-permanent', 'past-days-are-lost'),
  'foreign-principal-of-another-partner': ask(['agree-managed-service', 'customer-regrants-aobo'], ['aobo']),
  'aobo-role-not-earning': ask(['agree-managed-service', 'customer-regrants-aobo'], ['aobo']),
  'aobo-intact-cost-uncredited': supportCase,
  'access-good-cost-uncredited': supportCase,
  'principal-not-linked': link(['link-service-principal']),
  'linked-in-customer-tenant-only': link(['link-in-managing-tenant']),
  'linked-in-partner-tenant-only': link(['link-in-customer-tenant']),
  'role-not-earning': ask(['add-earning-role', 'customer-deploys-template'], ['onboard', 'direct-role']),
  'just-in-time-only': ask(['add-earning-role', 'customer-deploys-template'], ['onboard', 'direct-role']),
  'role-not-listed': ask(
    ['add-earning-role', 'confirm-with-cost', 'customer-deploys-template'],
    ['onboard', 'direct-role'],
  ),
  'no-linked-group-member': link(['add-linked-member']),
  'time-bound-membership': alone('make-membership-permanent', 'past-days-are-lost'),
  'linked-identity-gone': ask(['replace-identity', 'customer-deploys-template'], ['link']),
  'wrong-partner-organisation': link(['update-link'], 'relink'),
  'global-partner-id': link(['update-link'], 'relink'),
  'other-location-of-same-organisation': alone('nothing-to-do'),
  'marketplace-link-unverified': link(['confirm-with-cost', 'link-service-principal']),
  'offer-bought-not-delegated': ask(['agree-managed-service', 'customer-delegates-offer'], []),
  'delegation-broken': ask(['redeploy-delegation'], ['onboard']),
  'delegated-to-another-tenant': ask(['onboard-to-right-tenant'], ['onboard']),
  'deny-assignment': alone('accept-deny'),
  'third-partner-also-present': alone('nothing-to-do'),
  'reseller-of-record-access': alone('nothing-to-do'),
  'transferred-away': alone('keep-history'),
  'enrolment-moved-organisation': alone('tell-support-of-enrolment'),
  'gdap-removed-rbac-intact': alone('nothing-to-do'),
  'too-recent': alone('judge-again-later'),
  'offset-by-azure-credit': alone('explain-azure-credit'),
  'no-billing-scope-data': alone('grant-billing-role'),
  'price-lower-but-flag-absent': alone('read-credit-columns'),
  'unbilled-data-late': alone('wait-for-billed-data'),
  'credited-by-unseen-access': alone('read-more-access'),
  'single-linked-member': link(['link-one-more']),
  'access-unread': alone('grant-missing-right'),
  'link-unread': alone('add-link-credential', 'attest-link'),
};
