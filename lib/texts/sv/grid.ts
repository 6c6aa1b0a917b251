import type { Texts } from '../en/all-areas.ts';

export const grid: Texts['grid'] = {
  chosen: '{count, plural, one {# rad vald} other {# rader valda}}',
  chooseNone: 'Välj inga',
  choose: 'Välj {name}',
  failed: 'Vissa rader kunde inte läsas. <again>Försök igen</again>',
  coming: 'Raden läses',
};
