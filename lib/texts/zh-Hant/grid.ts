import type { Texts } from '../en/all-areas.ts';

export const grid: Texts['grid'] = {
  chosen: '已選擇 {count, plural, other {# 列}}',
  chooseNone: '取消選擇',
  choose: '選擇 {name}',
  failed: '部分列無法讀取。<again>重試</again>',
  coming: '正在讀取此列',
};
