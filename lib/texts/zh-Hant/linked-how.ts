import type { Texts } from '../en/all-areas.ts';

export const linkedHow: Texts['linkedHow'] = {
  linkedAs: '{name} 已在租用戶 {tenantId} 中連結到合作夥伴識別碼 {partnerId}',
  linkedAsMember: '{name} 作為已授權群組的成員，已在租用戶 {tenantId} 中連結到合作夥伴識別碼 {partnerId}',
  linkKnown: '{link}；{how}',
  linkHow: {
    'own-token': '於 {day} 使用其自己的權杖讀取',
    'link-credential': '於 {day} 使用其自己的權杖讀取',
    'on-behalf-of': '於 {day} 以登入者本人的身分讀取',
    attested: '於 {day} 由人員證明',
  },
  automatic: {
    aobo: '我們的代理人群組在此訂用帳戶上具有角色（代表管理，AOBO），不需連結',
    marketplace: '根據合作夥伴中心的說明，透過 Marketplace 供應項目自動連結；Azure 文件並未證實',
  },
  noneLinked:
    '{count, plural, =0 {我們沒有任何身分識別在此訂用帳戶上具有角色} other {我們在此訂用帳戶上的 # 個身分識別均未連結到我們的合作夥伴識別碼}}',
  linkUnread: {
    delegations: '尚未讀取此訂用帳戶的委派',
    'role-assignments': '尚未讀取此訂用帳戶的角色指派',
    'agent-groups': '尚未讀取合作夥伴的代理人群組的物件識別碼',
    definitions: 'Azure 傳回了一個委派，但未說明其授權對象',
    members: '尚未讀取已授權的身分識別及其群組成員',
    links: '已授權身分識別的連結只能使用其自己的權杖讀取',
    owners: '不清楚具有直接角色的身分識別是否屬於我們',
  },
};
