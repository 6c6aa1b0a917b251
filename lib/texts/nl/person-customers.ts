import type { Texts } from '../en/all-areas.ts';

export const personCustomers: Texts['personCustomers'] = {
  seesByRole: 'De rol laat hen elke klant zien; dit is voor lezers.',
  seesAll: 'Ziet elke klant, wat hieronder ook is aangevinkt',
  assigned: 'Toegewezen klanten ({count, number})',
  saving: 'Opslaan',
  save: '{name} opslaan',
  saved: 'Opgeslagen wat {name} mag zien.',
  endSessions: 'Sessies beëindigen',
  ended: '{name} is overal afgemeld.',
  find: 'Naam of tenant-id van een klant',
  more: '{count, plural, one {Nog #: zoek hem op naam} other {Nog #: zoek ze op naam}}',
};
