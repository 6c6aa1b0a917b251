import type { Texts } from '../en/all-areas.ts';

export const setAside: Texts['setAside'] = {
  hide: '不再提醒我',
  remind: '重新提醒我',
  hidden: '它仍保留在「同步」頁面上，不會再提醒您。',
  reminding: '將重新提醒您。',
};
