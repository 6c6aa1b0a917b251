import type { Texts } from '../en/all-areas.ts';

export const savedViews: Texts['savedViews'] = {
  views: '檢視',
  noViews: '此頁面尚未儲存檢視。',
  loading: '正在載入…',
  name: '此檢視的名稱',
  save: '儲存此檢視',
  share: '所有人均可開啟',
  shared: '由 {owner} 共享',
  sharedBySomebody: '由他人共享',
  forget: '刪除檢視 {name}',
  saved: '已儲存。',
  failed: '無法讀取檢視。',
  again: '再試一次',
  forgotten: '已刪除檢視 {name}。',
  kept: '檢視 {name} 已恢復。',
};
