import type { Texts } from '../en/all-areas.ts';

export const sources: Texts['sources'] = {
  group: {
    billing: '計費',
    cost: '成本',
    access: '存取權',
    identities: '身分識別和連結',
    customerTenants: '客戶租用戶',
  },
  of: {
    'billing-accounts': {
      name: '計費帳戶',
      shows: '可以讀取哪些合作夥伴計費帳戶',
    },
    'billing-profiles': {
      name: '帳單設定檔',
      shows: '您以哪些貨幣計費',
    },
    'billing-customers': {
      name: '計費客戶',
      shows: '您為哪些客戶計費',
    },
    'billing-subscriptions': {
      name: '計費訂用帳戶',
      shows: '您為哪些訂用帳戶計費，使用何種供應項目',
    },
    'billing-transfers': {
      name: '計費轉移',
      shows: '哪些訂用帳戶在合作夥伴之間轉移',
    },
    tenants: {
      name: '租用戶',
      shows: '客戶租用戶的名稱和網域',
    },
    subscriptions: {
      name: '已委派的訂用帳戶',
      shows: 'Lighthouse 讓您看到哪些訂用帳戶',
    },
    'resource-groups': {
      name: '資源群組',
      shows: '受限存取權未包含的內容，以及由 Azure 管理的群組',
    },
    'delegation-definitions': {
      name: '委派定義',
      shows: '誰透過 Lighthouse 獲得授權，具有何種角色',
    },
    delegations: {
      name: '委派',
      shows: '哪些訂用帳戶和資源群組已委派',
    },
    'role-assignments': {
      name: '角色指派',
      shows: '代理人群組的存取權和直接存取權',
    },
    'role-definitions': {
      name: '角色定義',
      shows: '角色名稱',
    },
    'agent-groups': {
      name: '代理人群組',
      shows: '哪些外部主體屬於您',
    },
    'partner-links': {
      name: '合作夥伴連結',
      shows: '哪些身分識別已連結',
    },
    identities: {
      name: '您租用戶中的身分識別',
      shows: '群組成員和已停用的帳戶',
    },
    'group-schedules': {
      name: '有期限的群組成員',
      shows: '會到期或以 Just-In-Time 啟用的成員資格',
    },
    gdap: {
      name: 'GDAP 關係',
      shows: '哪些委派的系統管理員關係使用中',
    },
    'customer-subscriptions': {
      name: '客戶租用戶中的訂用帳戶',
      shows: '未委派的訂用帳戶',
    },
    'customer-delegations': {
      name: '客戶租用戶中的委派',
      shows: '您以其他方式看不到的訂用帳戶的委派',
    },
    'customer-role-assignments': {
      name: '客戶租用戶中的角色指派',
      shows: '對未委派訂用帳戶的存取權',
    },
    'customer-identities': {
      name: '客戶租用戶中的身分識別',
      shows: '直接存取權屬於誰',
    },
    'marketplace-offers': {
      name: 'Marketplace 供應項目',
      shows: '已購買的受控服務供應項目，無論是否已委派',
    },
    'deny-assignments': {
      name: '拒絕指派',
      shows: 'Azure 自身阻止存取的位置',
    },
    'role-schedules': {
      name: '角色排程',
      shows: '會到期或以 Just-In-Time 啟用的直接角色',
    },
    'cost-dimensions': {
      name: '成本欄位',
      shows: '成本能否說明哪些獲得了點數',
    },
    costs: {
      name: '成本',
      shows: '哪些成本獲得了點數',
    },
  },
  status: {
    complete: '完整',
    partial: '部分',
    failed: '失敗',
    never: '從未讀取',
    notNeeded: '不需要',
  },
  way: {
    'resource-graph': 'Azure Resource Graph',
    list: '每個訂用帳戶的清單',
    'managing-tenant': '您租用戶的權杖',
    'customer-tenant': '客戶租用戶的權杖',
    'own-token': '其自己的權杖',
    'link-credential': '其連結認證',
    'on-behalf-of': '本人的登入',
    attested: '某人的聲明',
  },
  neverRead: '從未讀取',
  stale: '已過時',
  oldestData: '最舊的資料：<age></age>',
  readAge: '讀取於 <age></age>',
  readOf: '{read, number}/{expected, number}',
  readOfFaint: '{read, number} <faint>/ {expected, number}</faint>',
  announcedSent: '已通告 {announced, number}，已傳送 {sent, number}',
  sent: '已傳送 {sent, number}',
  tableCaption: '從每個來源讀取的內容和時間',
  source: '來源',
  shows: '顯示內容',
  showsThis: '顯示{what}',
  state: '狀態',
  read: '已讀取',
  rows: '列數',
  oldest: '最舊的資料',
  nothingToRead: '無需讀取',
  failedReads: '{count, plural, other {# 次讀取未成功；其應顯示的內容視為未知}}',
  moreTenants: '另有 {count, plural, other {# 個租用戶}}',
  yourTenant: '您的租用戶',
  failureOf: '<tenant></tenant><faint>，<age></age></faint>',
  readWhen: '讀取於{age}',
};
