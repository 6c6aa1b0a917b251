import type { Texts } from '../en/all-areas.ts';

export const sources: Texts['sources'] = {
  group: {
    billing: '计费',
    cost: '成本',
    access: '访问权限',
    identities: '标识和链接',
    customerTenants: '客户租户',
  },
  of: {
    'billing-accounts': {
      name: '计费帐户',
      shows: '可以读取哪些合作伙伴计费帐户',
    },
    'billing-profiles': {
      name: '计费档案',
      shows: '您以哪些货币计费',
    },
    'billing-customers': {
      name: '计费客户',
      shows: '您为哪些客户计费',
    },
    'billing-subscriptions': {
      name: '计费订阅',
      shows: '您为哪些订阅计费，使用何种套餐',
    },
    'billing-transfers': {
      name: '计费转移',
      shows: '哪些订阅在合作伙伴之间转移',
    },
    tenants: {
      name: '租户',
      shows: '客户租户的名称和域',
    },
    subscriptions: {
      name: '已委派的订阅',
      shows: 'Lighthouse 让您看到哪些订阅',
    },
    'resource-groups': {
      name: '资源组',
      shows: '受限访问权限未包含的内容，以及由 Azure 管理的组',
    },
    'delegation-definitions': {
      name: '委派定义',
      shows: '谁通过 Lighthouse 获得授权，具有何种角色',
    },
    delegations: {
      name: '委派',
      shows: '哪些订阅和资源组已委派',
    },
    'role-assignments': {
      name: '角色分配',
      shows: '代理组的访问权限和直接访问权限',
    },
    'role-definitions': {
      name: '角色定义',
      shows: '角色名称',
    },
    'agent-groups': {
      name: '代理组',
      shows: '哪些外部主体属于您',
    },
    'partner-links': {
      name: '合作伙伴链接',
      shows: '哪些标识已链接',
    },
    identities: {
      name: '您租户中的标识',
      shows: '组成员和已禁用的帐户',
    },
    'group-schedules': {
      name: '有期限的组成员',
      shows: '会到期或实时 (JIT) 激活的成员身份',
    },
    gdap: {
      name: 'GDAP 关系',
      shows: '哪些委派管理员关系处于活动状态',
    },
    'customer-subscriptions': {
      name: '客户租户中的订阅',
      shows: '未委派的订阅',
    },
    'customer-delegations': {
      name: '客户租户中的委派',
      shows: '您以其他方式看不到的订阅的委派',
    },
    'customer-role-assignments': {
      name: '客户租户中的角色分配',
      shows: '对未委派订阅的访问权限',
    },
    'customer-identities': {
      name: '客户租户中的标识',
      shows: '直接访问权限属于谁',
    },
    'marketplace-offers': {
      name: '市场产品套餐',
      shows: '已购买的托管服务套餐，无论是否已委派',
    },
    'deny-assignments': {
      name: '拒绝分配',
      shows: 'Azure 自身阻止访问的位置',
    },
    'role-schedules': {
      name: '角色计划',
      shows: '会到期或实时 (JIT) 激活的直接角色',
    },
    'cost-dimensions': {
      name: '成本列',
      shows: '成本能否说明哪些获得了额度',
    },
    costs: {
      name: '成本',
      shows: '哪些成本获得了额度',
    },
  },
  status: {
    complete: '完整',
    partial: '部分',
    failed: '失败',
    never: '从未读取',
    notNeeded: '不需要',
  },
  way: {
    'resource-graph': 'Azure Resource Graph',
    list: '每个订阅的列表',
    'managing-tenant': '您租户的令牌',
    'customer-tenant': '客户租户的令牌',
    'own-token': '其自己的令牌',
    'link-credential': '其链接凭据',
    'on-behalf-of': '本人的登录',
    attested: '某人的声明',
  },
  neverRead: '从未读取',
  stale: '已过时',
  oldestData: '最旧的数据：<age></age>',
  readAge: '读取于 <age></age>',
  readOf: '{read, number}/{expected, number}',
  readOfFaint: '{read, number} <faint>/ {expected, number}</faint>',
  announcedSent: '已通告 {announced, number}，已发送 {sent, number}',
  sent: '已发送 {sent, number}',
  tableCaption: '从每个来源读取的内容和时间',
  source: '来源',
  shows: '显示内容',
  showsThis: '显示{what}',
  state: '状态',
  read: '已读取',
  rows: '行数',
  oldest: '最旧的数据',
  nothingToRead: '无需读取',
  failedReads: '{count, plural, other {# 次读取未成功；其应显示的内容视为未知}}',
  moreTenants: '另有 {count, plural, other {# 个租户}}',
  yourTenant: '您的租户',
  failureOf: '<tenant></tenant><faint>，<age></age></faint>',
  readWhen: '读取于{age}',
};
