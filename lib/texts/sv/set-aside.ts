import type { Texts } from '../en/all-areas.ts';

export const setAside: Texts['setAside'] = {
  hide: 'Påminn mig inte',
  remind: 'Påminn mig igen',
  hidden: 'Det finns kvar på sidan Synkronisering och påminner er inte längre.',
  reminding: 'Det påminner er igen.',
};
