import type { Texts } from '../en/all-areas.ts';

export const evidence: Texts['evidence'] = {
  documentOf: '{document}，{date}',
  inferred: '{document}，{date}；规则本身由我们得出，Microsoft 未明确写出',
  readAt: '读取于 <age></age>',
  readBy: '通过{way}读取，<age></age>',
  missing: '{reason}；缺少权限：{right}',
  linkOf: '{identity} 的合作伙伴链接',
  versions: '规则 {rules}，角色列表日期 {roles}。',
  versionsNoDate: '规则 {rules}，角色列表无日期。',
  fact: {
    groupedCosts: '按资源组划分的成本',
    ownSchedules: '客户自有组的计划',
  },
};
