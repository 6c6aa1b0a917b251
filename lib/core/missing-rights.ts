import type { Source } from './statuses.ts';

/** The right that shows a source, as diagnosis.md section 9 (2026-11-21) names it. */
export const MISSING_RIGHTS: Record<Source, string> = {
  'billing-customers':
    'a billing role on the partner billing account (Admin agent or Billing admin) for the service identity',
  subscriptions: 'Reader through a delegation for the service identity',
  'customer-subscriptions':
    "consent of the customer's tenant to this application, and Reader on its subscriptions",
  'role-definitions': 'Reader on at least one subscription',
  'agent-groups': 'Microsoft Graph application permission GroupMember.Read.All in the managing tenant',
  'partner-links': "the identity's own credential, listed in LINK_CREDENTIALS_FILE",
  delegations: "Reader on the subscription, through the delegation or in the customer's tenant",
  'role-assignments': "Reader on the subscription, through the delegation or in the customer's tenant",
  identities: 'Microsoft Graph application permission Directory.Read.All in the managing tenant',
  'customer-identities': "Microsoft Graph application permission Directory.Read.All in the customer's tenant",
  'cost-dimensions': 'a role on the partner billing account that may read its cost',
  costs: "a role on the partner billing account that may read this customer's cost",
};
