import type { Texts } from '../en/all-areas.ts';

export const rights: Texts['rights'] = {
  billingRole: '為服務身分識別授與合作夥伴計費帳戶上的計費角色（管理代理人或計費系統管理員）',
  delegatedReader: '透過委派為服務身分識別授與 Reader 角色',
  anyReader: '訂用帳戶上的 Reader 角色（透過委派或在客戶租用戶中）',
  consentAndReader: '客戶租用戶對此應用程式的同意，以及其訂用帳戶上的 Reader 角色',
  oneReader: '至少一個訂用帳戶上的 Reader 角色',
  groupMembers: '管理租用戶中的 Microsoft Graph 應用程式權限 GroupMember.Read.All',
  linkCredential: '該身分識別自己的認證，列於 LINK_CREDENTIALS_FILE',
  directory: '管理租用戶中的 Microsoft Graph 應用程式權限 Directory.Read.All',
  groupSchedules:
    '管理租用戶中的 Microsoft Graph 應用程式權限 PrivilegedEligibilitySchedule.Read.AzureADGroup 和 PrivilegedAssignmentSchedule.Read.AzureADGroup',
  gdap: '管理租用戶中的 Microsoft Graph 應用程式權限 DelegatedAdminRelationship.Read.All',
  customerDirectory: '客戶租用戶中的 Microsoft Graph 應用程式權限 Directory.Read.All',
  costColumns: '合作夥伴計費帳戶上可讀取其成本的角色',
  customerCost: '合作夥伴計費帳戶上可讀取此客戶成本的角色',
};
