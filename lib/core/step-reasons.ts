import { makeReasons } from './reasons.ts';

/** What we ourselves say of a read, a run or a check; the store holds the sentences, and old ones stay as they are. */
export const STEP_REASONS = {
  'wrong-count': 'Azure announced {expected#} rows and sent {read#}',
  'fewer-rows':
    'Azure returned {read#} rows where {held#} were held; what is held stays until a second read says the same.',
  'step-fault': 'an internal error ended this step; see the log',
  'run-fault': 'an internal error ended the run; see the log',
  'not-judged': '{count#} customers could not be judged and keep their last verdict; see the log',
  'no-subscription': 'No subscription is visible yet.',
  'no-billing-account': 'No partner billing account is visible to the service identity.',
  'no-account-known': 'No partner billing account is known.',
  'of-subscriptions': '{unread#} of {asked#} subscriptions: {reason}',
  'ownerless-cost':
    'cost of {count#} subscriptions or charges belongs to no customer that anything read names',
  'graph-shows-nothing': 'Resource Graph shows nothing',
  'refused-before': 'refused before the run was taken up again',
  'http-status': 'HTTP status {status#}',
  'long-wait': 'Azure asked for a long wait',
  'no-export': 'no export of actual cost has delivered {period}',
  'no-exports': 'there is no export of actual cost',
  'no-token': 'the identity gave no token',
  'managed-identity': 'a managed identity has tokens of its own tenant only',
  'no-report': 'the report could not be made',
  'no-definitions': 'definitions were not read',
  'no-dimensions': 'the cost dimensions of the billing scope have not been read',
  'unlisted-customer': 'billing lists subscriptions of customer {customer}, and no such customer',
  'unknown-tenant': 'nothing tells which tenant billed customer {customer} is',
  'unlisted-subscription': 'subscription {subscription} is seen and has cost, and billing does not list it',
  'delegations-differ':
    'subscription {subscription}: Resource Graph shows {graph#} delegations and its list {list#}',
  'costs-differ': 'its own read says {own} {currency}, that of its billing profile {profile}',
  'totals-differ':
    'of {period} the lines of billing profile {profile} say {lines} {currency}, a query {query}',
} as const;

export type StepReasonCode = keyof typeof STEP_REASONS;

export const { tell: tellStepReason, read: readStepReason } = makeReasons(STEP_REASONS);
