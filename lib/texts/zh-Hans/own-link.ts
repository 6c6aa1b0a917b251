import type { Texts } from '../en/all-areas.ts';

export const ownLink: Texts['ownLink'] = {
  partnerId: '合作伙伴 ID',
  tenant: '租户（如非您自己的租户）：客户的租户 ID',
  consent:
    'Entra 会请求您同意一次“以您的身份访问 Azure”；管理员可以为所有人同意。链接属于您和一个租户，不授予任何访问权限。',
  asking: '正在查询 Azure',
  check: '检查我的链接',
  link: '为我建立链接',
  remove: '删除我的链接',
  linkQuestion: '将您链接到 {partnerId}？',
  removeQuestion: '删除您的链接？',
  keep: '保持不变',
  replaced: '指向其他合作伙伴 ID 的链接会被替换。额度从次日起计算。',
  creditEnds: '依赖您的链接的额度将终止。',
  consentMissing: '缺少您的同意',
  refused: '已被拒绝',
  linked: '您已链接到 {partnerId}。',
  linkedNamed: '您已链接到 {partnerId}，{name}。',
  notLinked: '您未链接到任何合作伙伴 ID。',
  noAnswer: '没有收到回答',
};
