import type { Source } from './statuses.ts';

const BILLING_ROLE =
  'a billing role on the partner billing account (Admin agent or Billing admin) for the service identity';
const DELEGATED_READER = 'Reader through a delegation for the service identity';
const ANY_READER = "Reader on the subscription, through the delegation or in the customer's tenant";
const CONSENT_AND_READER =
  "consent of the customer's tenant to this application, and Reader on its subscriptions";

/** The right that shows a source, as diagnosis.md section 9 (2026-11-21) names it. */
export const MISSING_RIGHTS: Record<Source, string> = {
  'billing-accounts': BILLING_ROLE,
  'billing-profiles': BILLING_ROLE,
  'billing-customers': BILLING_ROLE,
  'billing-subscriptions': BILLING_ROLE,
  'billing-transfers': BILLING_ROLE,
  tenants: DELEGATED_READER,
  subscriptions: DELEGATED_READER,
  'resource-groups': DELEGATED_READER,
  'delegation-definitions': DELEGATED_READER,
  delegations: ANY_READER,
  'role-assignments': ANY_READER,
  'role-definitions': 'Reader on at least one subscription',
  'agent-groups': 'Microsoft Graph application permission GroupMember.Read.All in the managing tenant',
  'partner-links': "the identity's own credential, listed in LINK_CREDENTIALS_FILE",
  identities: 'Microsoft Graph application permission Directory.Read.All in the managing tenant',
  'group-schedules':
    'Microsoft Graph application permissions PrivilegedEligibilitySchedule.Read.AzureADGroup and PrivilegedAssignmentSchedule.Read.AzureADGroup in the managing tenant',
  gdap: 'Microsoft Graph application permission DelegatedAdminRelationship.Read.All in the managing tenant',
  'customer-subscriptions': CONSENT_AND_READER,
  'customer-delegations': CONSENT_AND_READER,
  'customer-role-assignments': CONSENT_AND_READER,
  'customer-identities': "Microsoft Graph application permission Directory.Read.All in the customer's tenant",
  'marketplace-offers': CONSENT_AND_READER,
  'deny-assignments': ANY_READER,
  'role-schedules': ANY_READER,
  'cost-dimensions': 'a role on the partner billing account that may read its cost',
  costs: "a role on the partner billing account that may read this customer's cost",
};
