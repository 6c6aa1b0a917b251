import type { Texts } from '../en/all-areas.ts';

export const rights: Texts['rights'] = {
  billingRole: '服务标识在合作伙伴计费帐户上的计费角色（Admin agent 或 Billing admin）',
  delegatedReader: '服务标识通过委派获得的 Reader',
  anyReader: '订阅上的 Reader，通过委派或在客户租户中',
  readerOnOne: '至少一个订阅上的 Reader',
  consentAndReader: '客户租户对此应用程序的同意，以及其订阅上的 Reader',
  groupMember: '管理租户中的 Microsoft Graph 应用程序权限 GroupMember.Read.All',
  ownCredential: '标识自己的凭据，列于 LINK_CREDENTIALS_FILE',
  directory: '管理租户中的 Microsoft Graph 应用程序权限 Directory.Read.All',
  groupSchedules:
    '管理租户中的 Microsoft Graph 应用程序权限 PrivilegedEligibilitySchedule.Read.AzureADGroup 和 PrivilegedAssignmentSchedule.Read.AzureADGroup',
  gdap: '管理租户中的 Microsoft Graph 应用程序权限 DelegatedAdminRelationship.Read.All',
  customerDirectory: '客户租户中的 Microsoft Graph 应用程序权限 Directory.Read.All',
  costColumns: '合作伙伴计费帐户上可读取其成本的角色',
  customerCost: '合作伙伴计费帐户上可读取此客户成本的角色',
};
