import type { Texts } from '../en/all-areas.ts';

export const rights: Texts['rights'] = {
  billingRole:
    'en faktureringsroll på partnerns faktureringskonto (Admin agent eller Billing admin) för tjänstens identitet',
  delegatedReader: 'Reader genom en delegering för tjänstens identitet',
  anyReader: 'Reader på prenumerationen, genom delegeringen eller i kundens klientorganisation',
  consentAndReader:
    'medgivande från kundens klientorganisation till det här programmet, och Reader på dess prenumerationer',
  oneReader: 'Reader på minst en prenumeration',
  groupMembers:
    'Microsoft Graph-programbehörigheten GroupMember.Read.All i den hanterande klientorganisationen',
  linkCredential: 'identitetens egen autentiseringsuppgift, angiven i LINK_CREDENTIALS_FILE',
  directory: 'Microsoft Graph-programbehörigheten Directory.Read.All i den hanterande klientorganisationen',
  groupSchedules:
    'Microsoft Graph-programbehörigheterna PrivilegedEligibilitySchedule.Read.AzureADGroup och PrivilegedAssignmentSchedule.Read.AzureADGroup i den hanterande klientorganisationen',
  gdap: 'Microsoft Graph-programbehörigheten DelegatedAdminRelationship.Read.All i den hanterande klientorganisationen',
  customerDirectory: 'Microsoft Graph-programbehörigheten Directory.Read.All i kundens klientorganisation',
  costColumns: 'en roll på partnerns faktureringskonto som får läsa dess kostnader',
  customerCost: 'en roll på partnerns faktureringskonto som får läsa kundens kostnader',
};
