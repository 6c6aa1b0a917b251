import type { Texts } from '../en/all-areas.ts';

export const setAside: Texts['setAside'] = {
  hide: 'Herinner mij hier niet aan',
  remind: 'Herinner mij er weer aan',
  hidden: 'Het staat nog op de pagina Synchronisatie en herinnert u er niet meer aan.',
  reminding: 'Het herinnert u er weer aan.',
};
