import type { Texts } from '../en/all-areas.ts';

export const grid: Texts['grid'] = {
  chosen: '已选择 {count, plural, other {# 行}}',
  chooseNone: '取消选择',
  choose: '选择 {name}',
  failed: '部分行无法读取。<again>重试</again>',
  coming: '正在读取此行',
  printed: '已打印第 {first, number} 至 {last, number} 行，共 {total, number} 行。列表的导出文件包含全部行。',
  chooseAll: '{count, plural, other {选择全部 # 行}}',
  noneRead: '无法读取这些行。请重试。',
  tooManyForFile: '所选行的文件最多包含 {most, number} 行。',
};
