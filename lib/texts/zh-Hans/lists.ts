import type { Texts } from '../en/all-areas.ts';

export const lists: Texts['lists'] = {
  columns: '列',
  hide: '<hidden>隐藏</hidden> {column}',
  show: '<hidden>显示</hidden> {column}',
  usual: '默认列',
  exportLabel: '导出',
  exportTitle: '将此视图的全部 {total, plural, other {# 行}}导出为 {format}',
  nameHolds: '名称或 ID 包含“{text}”',
  sortBy: '排序依据',
  otherOrder: '隐藏的列',
  turnUp: '当前为降序；改为升序',
  turnDown: '当前为升序；改为降序',
  usualOrder: '默认顺序',
};
