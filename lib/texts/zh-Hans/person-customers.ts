import type { Texts } from '../en/all-areas.ts';

export const personCustomers: Texts['personCustomers'] = {
  seesByRole: '其角色可看到所有客户；此项适用于查看者。',
  seesAll: '可看到所有客户，无论下方如何勾选',
  assigned: '已分配的客户（{count, number}）',
  saving: '正在保存',
  save: '保存 {name}',
  saved: '已保存 {name} 的可见范围。',
  endSessions: '结束会话',
  ended: '{name} 已在所有位置注销。',
  find: '客户的名称或租户 ID',
  more: '{count, plural, other {还有 # 个：请按名称查找}}',
};
