import type { Texts } from '../en/all-areas.ts';

export const savedViews: Texts['savedViews'] = {
  views: '视图',
  noViews: '此页面尚未保存视图。',
  loading: '正在加载…',
  name: '此视图的名称',
  save: '保存此视图',
  share: '所有人均可打开',
  shared: '由 {owner} 共享',
  sharedBySomebody: '由他人共享',
  forget: '删除视图 {name}',
  saved: '已保存。',
  failed: '无法读取视图。',
  again: '重试',
  forgotten: '已删除视图 {name}。',
  kept: '视图 {name} 已恢复。',
};
