import type { Texts } from '../en/all-areas.ts';

export const rights: Texts['rights'] = {
  billingRole:
    'een factureringsrol op de factureringsrekening van de partner (Admin agent of Billing admin) voor de service-identiteit',
  delegatedReader: 'Reader via een delegering voor de service-identiteit',
  anyReader: 'Reader op het abonnement, via de delegering of in de tenant van de klant',
  consentAndReader:
    'toestemming van de tenant van de klant voor deze toepassing, en Reader op de abonnementen ervan',
  oneReader: 'Reader op ten minste één abonnement',
  groupMembers: 'Microsoft Graph-toepassingsmachtiging GroupMember.Read.All in de beherende tenant',
  linkCredential: 'de eigen referentie van de identiteit, vermeld in LINK_CREDENTIALS_FILE',
  directory: 'Microsoft Graph-toepassingsmachtiging Directory.Read.All in de beherende tenant',
  groupSchedules:
    'Microsoft Graph-toepassingsmachtigingen PrivilegedEligibilitySchedule.Read.AzureADGroup en PrivilegedAssignmentSchedule.Read.AzureADGroup in de beherende tenant',
  gdap: 'Microsoft Graph-toepassingsmachtiging DelegatedAdminRelationship.Read.All in de beherende tenant',
  customerDirectory: 'Microsoft Graph-toepassingsmachtiging Directory.Read.All in de tenant van de klant',
  costColumns: 'een rol op de factureringsrekening van de partner die de kosten ervan mag lezen',
  customerCost: 'een rol op de factureringsrekening van de partner die de kosten van deze klant mag lezen',
};
