import type { Texts } from '../en/all-areas.ts';

export const setAside: Texts['setAside'] = {
  hide: '不再提醒我',
  remind: '重新提醒我',
  hidden: '它仍保留在“同步”页面上，不会再提醒您。',
  reminding: '将重新提醒您。',
};
