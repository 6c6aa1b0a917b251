import type { Texts } from '../en/all-areas.ts';

export const rights: Texts['rights'] = {
  billingRole:
    'en faktureringsroll på partnerns faktureringskonto (Admin agent eller Billing admin) för tjänstens identitet',
  delegatedReader: 'Reader via en delegering för tjänstens identitet',
  anyReader: 'Reader på prenumerationen, via delegeringen eller i kundens klientorganisation',
  readerOnOne: 'Reader på minst en prenumeration',
  consentAndReader:
    'medgivande från kundens klientorganisation till programmet, och Reader på dess prenumerationer',
  groupMember:
    'Microsoft Graph-programbehörigheten GroupMember.Read.All i den hanterande klientorganisationen',
  ownCredential: 'identitetens egen autentiseringsuppgift, angiven i LINK_CREDENTIALS_FILE',
  directory: 'Microsoft Graph-programbehörigheten Directory.Read.All i den hanterande klientorganisationen',
  groupSchedules:
    'Microsoft Graph-programbehörigheterna PrivilegedEligibilitySchedule.Read.AzureADGroup och PrivilegedAssignmentSchedule.Read.AzureADGroup i den hanterande klientorganisationen',
  gdap: 'Microsoft Graph-programbehörigheten DelegatedAdminRelationship.Read.All i den hanterande klientorganisationen',
  customerDirectory: 'Microsoft Graph-programbehörigheten Directory.Read.All i kundens klientorganisation',
  costColumns: 'en roll på partnerns faktureringskonto som får läsa dess kostnad',
  customerCost: 'en roll på partnerns faktureringskonto som får läsa kundens kostnad',
};
