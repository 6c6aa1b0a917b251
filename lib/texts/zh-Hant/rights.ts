import type { Texts } from '../en/all-areas.ts';

export const rights: Texts['rights'] = {
  billingRole: '服務身分識別在合作夥伴計費帳戶上的計費角色（Admin agent 或 Billing admin）',
  delegatedReader: '服務身分識別通過委派獲得的 Reader',
  anyReader: '訂用帳戶上的 Reader，通過委派或在客戶租用戶中',
  readerOnOne: '至少一個訂用帳戶上的 Reader',
  consentAndReader: '客戶租用戶對此應用程式的同意，以及其訂用帳戶上的 Reader',
  groupMember: '管理租用戶中的 Microsoft Graph 應用程式權限 GroupMember.Read.All',
  ownCredential: '身分識別自己的認證，列於 LINK_CREDENTIALS_FILE',
  directory: '管理租用戶中的 Microsoft Graph 應用程式權限 Directory.Read.All',
  groupSchedules:
    '管理租用戶中的 Microsoft Graph 應用程式權限 PrivilegedEligibilitySchedule.Read.AzureADGroup 和 PrivilegedAssignmentSchedule.Read.AzureADGroup',
  gdap: '管理租用戶中的 Microsoft Graph 應用程式權限 DelegatedAdminRelationship.Read.All',
  customerDirectory: '客戶租用戶中的 Microsoft Graph 應用程式權限 Directory.Read.All',
  costColumns: '合作夥伴計費帳戶上可讀取其成本的角色',
  customerCost: '合作夥伴計費帳戶上可讀取此客戶成本的角色',
};
