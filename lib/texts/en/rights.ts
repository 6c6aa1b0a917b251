export const rights = {
  billingRole:
    'a billing role on the partner billing account (Admin agent or Billing admin) for the service identity',
  delegatedReader: 'Reader through a delegation for the service identity',
  anyReader: "Reader on the subscription, through the delegation or in the customer's tenant",
  consentAndReader: "consent of the customer's tenant to this application, and Reader on its subscriptions",
  oneReader: 'Reader on at least one subscription',
  groupMembers: 'Microsoft Graph application permission GroupMember.Read.All in the managing tenant',
  linkCredential: "the identity's own credential, listed in LINK_CREDENTIALS_FILE",
  directory: 'Microsoft Graph application permission Directory.Read.All in the managing tenant',
  groupSchedules:
    'Microsoft Graph application permissions PrivilegedEligibilitySchedule.Read.AzureADGroup and PrivilegedAssignmentSchedule.Read.AzureADGroup in the managing tenant',
  gdap: 'Microsoft Graph application permission DelegatedAdminRelationship.Read.All in the managing tenant',
  customerDirectory: "Microsoft Graph application permission Directory.Read.All in the customer's tenant",
  costColumns: 'a role on the partner billing account that may read its cost',
  customerCost: "a role on the partner billing account that may read this customer's cost",
} as const;
