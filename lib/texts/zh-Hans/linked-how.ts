import type { Texts } from '../en/all-areas.ts';

export const linkedHow: Texts['linkedHow'] = {
  linkedAs: '{name} 已在租户 {tenantId} 中链接到合作伙伴 ID {partnerId}',
  linkedAsMember: '{name} 作为已授权组的成员，已在租户 {tenantId} 中链接到合作伙伴 ID {partnerId}',
  linkKnown: '{link}；{how}',
  linkHow: {
    'own-token': '于 {day} 使用其自己的令牌读取',
    'link-credential': '于 {day} 使用其自己的令牌读取',
    'on-behalf-of': '于 {day} 以登录者本人的身份读取',
    attested: '于 {day} 由人员证明',
  },
  automatic: {
    aobo: '我们的代理组在此订阅上持有角色（代表管理，AOBO），无需链接',
    marketplace: '根据合作伙伴中心的说明，通过市场产品套餐自动链接；Azure 文档并未证实',
  },
  noneLinked:
    '{count, plural, =0 {我们没有任何标识在此订阅上持有角色} other {我们在此订阅上的 # 个标识均未链接到我们的合作伙伴 ID}}',
  linkUnread: {
    delegations: '尚未读取此订阅的委派',
    'role-assignments': '尚未读取此订阅的角色分配',
    'agent-groups': '尚未读取合作伙伴的代理组的对象 ID',
    definitions: 'Azure 返回了一个委派，但未说明其授权对象',
    members: '尚未读取已授权的标识及其组成员',
    links: '已授权标识的链接只能使用其自己的令牌读取',
    owners: '不清楚具有直接角色的标识是否属于我们',
  },
};
