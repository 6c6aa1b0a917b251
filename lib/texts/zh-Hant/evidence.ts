import type { Texts } from '../en/all-areas.ts';

export const evidence: Texts['evidence'] = {
  documentOf: '{document}，{date}',
  inferred: '{document}，{date}；規則本身由我們得出，Microsoft 未明確寫出',
  readAt: '讀取於 <age></age>',
  readBy: '通過{way}讀取，<age></age>',
  missing: '{reason}；缺少權限：{right}',
  linkOf: '{identity} 的合作夥伴連結',
  versions: '規則 {rules}，角色清單日期 {roles}。',
  versionsNoDate: '規則 {rules}，角色清單無日期。',
  fact: {
    groupedCosts: '依資源群組劃分的成本',
    ownSchedules: '客戶自有群組的排程',
  },
};
