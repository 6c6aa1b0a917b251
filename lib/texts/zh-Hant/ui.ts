import type { Texts } from '../en/all-areas.ts';

export const ui: Texts['ui'] = {
  missingRight: '缺少權限：<strong>{right}</strong>',
  azureSaid: 'Azure 的回覆',
  copy: '複製{label}',
  copied: '已複製',
  notCopied: '未複製：請手動選擇文本',
  loading: '正在載入',
  filtersInForce: '生效的篩選條件',
  removeFilter: '移除篩選條件：{filter}',
  apply: '套用',
  about: '關於：{subject}',
  clearFilters: '清除篩選條件',
  shownOf: '顯示 {shown, number}/{total, number}',
  firstPage: '第一頁',
  nextPage: '下一頁',
  all: '全部',
  verdict: '判定',
  portal: {
    label: '在 Azure 門戶的客戶租用戶中：',
    subscription: '訂用帳戶概述',
    costs: '成本分析',
    access: '存取控制 (IAM)',
    providers: '服務提供者',
  },
};
