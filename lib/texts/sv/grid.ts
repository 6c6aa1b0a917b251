import type { Texts } from '../en/all-areas.ts';

export const grid: Texts['grid'] = {
  chosen: '{count, plural, one {# rad vald} other {# rader valda}}',
  chooseNone: 'Välj inga',
  choose: 'Välj {name}',
  failed: 'Vissa rader kunde inte läsas. <again>Försök igen</again>',
  coming: 'Raden läses',
  printed:
    'Utskrivet: rad {first, number} till {last, number} av {total, number}. En fil med listan innehåller alla.',
  chooseAll: '{count, plural, one {Välj # rad} other {Välj alla # rader}}',
  noneRead: 'Raderna kunde inte läsas. Försök igen.',
  tooManyForFile: 'En fil med valda rader rymmer högst {most, number}.',
};
