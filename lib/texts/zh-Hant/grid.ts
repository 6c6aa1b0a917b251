import type { Texts } from '../en/all-areas.ts';

export const grid: Texts['grid'] = {
  chosen: '已選擇 {count, plural, other {# 列}}',
  chooseNone: '取消選擇',
  choose: '選擇 {name}',
  failed: '部分列無法讀取。<again>重試</again>',
  coming: '正在讀取此列',
  printed: '已列印第 {first, number} 至 {last, number} 列，共 {total, number} 列。清單的匯出檔案包含所有列。',
  chooseAll: '{count, plural, other {選擇全部 # 列}}',
  noneRead: '無法讀取這些列。請重試。',
  tooManyForFile: '所選列的檔案最多包含 {most, number} 列。',
};
