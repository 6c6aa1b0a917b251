import type { Texts } from '../en/all-areas.ts';

export const ownLinkPage: Texts['ownLinkPage'] = {
  lead: '已链接的标识拥有可获额度的角色时即获得额度。Azure 仅向标识本身显示其链接，因此以您的名义读取和更改。',
  card: '检查、设置或删除',
  cardNote: 'Pecboard 代表您向 Azure 查询一次，并记录 Azure 的回答。',
  mayNot: '此服务器无法代表您操作',
  mayNotWhy: '其注册没有机密或证书。由管理员设置 SIGN_IN_CLIENT_SECRET。',
  lastRead: '上次读取的结果',
  linkedTo: '已链接到 {partnerId}，{at}',
  linkedToNamed: '已链接到 {partnerId}，{name}，{at}',
  notLinked: '未链接，{at}',
};
