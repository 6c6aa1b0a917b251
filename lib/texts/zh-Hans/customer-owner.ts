import type { Texts } from '../en/all-areas.ts';

export const customerOwner: Texts['customerOwner'] = {
  label: '负责人',
  nobody: '无',
  saving: '正在保存',
  save: '保存负责人',
  saved: '负责人已保存。',
};
