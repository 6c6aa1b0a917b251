import type { Texts } from '../en/all-areas.ts';

export const rights: Texts['rights'] = {
  billingRole: '为服务标识授予合作伙伴计费帐户上的计费角色（管理代理或计费管理员）',
  delegatedReader: '通过委派为服务标识授予 Reader 角色',
  anyReader: '订阅上的 Reader 角色（通过委派或在客户租户中）',
  consentAndReader: '客户租户对此应用程序的同意，以及其订阅上的 Reader 角色',
  oneReader: '至少一个订阅上的 Reader 角色',
  groupMembers: '管理租户中的 Microsoft Graph 应用程序权限 GroupMember.Read.All',
  linkCredential: '该标识自己的凭据，列于 LINK_CREDENTIALS_FILE',
  directory: '管理租户中的 Microsoft Graph 应用程序权限 Directory.Read.All',
  groupSchedules:
    '管理租户中的 Microsoft Graph 应用程序权限 PrivilegedEligibilitySchedule.Read.AzureADGroup 和 PrivilegedAssignmentSchedule.Read.AzureADGroup',
  gdap: '管理租户中的 Microsoft Graph 应用程序权限 DelegatedAdminRelationship.Read.All',
  customerDirectory: '客户租户中的 Microsoft Graph 应用程序权限 Directory.Read.All',
  costColumns: '合作伙伴计费帐户上可读取其成本的角色',
  customerCost: '合作伙伴计费帐户上可读取此客户成本的角色',
};
