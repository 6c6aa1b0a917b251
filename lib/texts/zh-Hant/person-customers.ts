import type { Texts } from '../en/all-areas.ts';

export const personCustomers: Texts['personCustomers'] = {
  seesByRole: '其角色可看到所有客戶；此項適用於檢視者。',
  seesAll: '可看到所有客戶，無論下方如何勾選',
  assigned: '已指派的客戶（{count, number}）',
  saving: '正在儲存',
  save: '儲存 {name}',
  saved: '已儲存 {name} 的可見範圍。',
  endSessions: '結束工作階段',
  ended: '{name} 已在所有位置登出。',
  find: '客戶的名稱或租用戶 ID',
  more: '{count, plural, other {還有 # 個：請按名稱查詢}}',
};
