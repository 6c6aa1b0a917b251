import type { Texts } from '../en/all-areas.ts';

export const ui: Texts['ui'] = {
  missingRight: '缺少权限：<strong>{right}</strong>',
  azureSaid: 'Azure 的回复',
  copy: '复制{label}',
  copied: '已复制',
  notCopied: '未复制：请手动选择文本',
  loading: '正在加载',
  filtersInForce: '生效的筛选器',
  removeFilter: '移除筛选器：{filter}',
  apply: '应用',
  about: '关于：{subject}',
  clearFilters: '清除筛选器',
  shownOf: '显示 {shown, number}/{total, number}',
  firstPage: '第一页',
  nextPage: '下一页',
  all: '全部',
  verdict: '判定',
  portal: {
    label: '在 Azure 门户的客户租户中：',
    subscription: '订阅概述',
    costs: '成本分析',
    access: '访问控制(标识和访问管理)',
    providers: '服务提供商',
  },
};
