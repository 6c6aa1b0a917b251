import type { Texts } from '../en/all-areas.ts';

export const customerOwner: Texts['customerOwner'] = {
  label: '負責人',
  nobody: '無',
  saving: '正在儲存',
  save: '儲存負責人',
  saved: '負責人已儲存。',
};
