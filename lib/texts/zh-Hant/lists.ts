import type { Texts } from '../en/all-areas.ts';

export const lists: Texts['lists'] = {
  columns: '欄位',
  hide: '<hidden>隱藏</hidden> {column}',
  show: '<hidden>顯示</hidden> {column}',
  usual: '預設欄位',
  exportLabel: '匯出',
  exportTitle: '將此檢視的全部 {total, plural, other {# 列}}匯出為 {format}',
  nameHolds: '名稱或識別碼包含「{text}」',
};
