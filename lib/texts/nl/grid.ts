import type { Texts } from '../en/all-areas.ts';

export const grid: Texts['grid'] = {
  chosen: '{count, plural, one {# rij gekozen} other {# rijen gekozen}}',
  chooseNone: 'Niets kiezen',
  choose: '{name} kiezen',
  failed: 'Sommige rijen konden niet worden gelezen. <again>Opnieuw proberen</again>',
  coming: 'Deze rij wordt gelezen',
  printed:
    'Afgedrukt: rij {first, number} tot en met {last, number} van {total, number}. Een bestand van de lijst bevat ze allemaal.',
  chooseAll: '{count, plural, one {De # rij kiezen} other {Alle # rijen kiezen}}',
  noneRead: 'De rijen konden niet worden gelezen. Probeer het opnieuw.',
  tooManyForFile: 'Een bestand van gekozen rijen bevat er hoogstens {most, number}.',
};
