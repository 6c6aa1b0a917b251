import type { Texts } from '../en/all-areas.ts';

export const people: Texts['people'] = {
  lead: 'Lezers zien de klanten die aan hen zijn toegewezen. Ondersteuning en beheerders zien elke klant; Entra geeft de rollen.',
  nobody: 'Er heeft zich nog niemand aangemeld',
  nobodyWhy:
    'Personen verschijnen hier wanneer ze zich voor het eerst aanmelden, of wanneer een programma hen noemt.',
  notSignedIn: 'heeft zich niet aangemeld',
  noRole: 'geen rol',
  lastSeen: 'laatst gezien {at}',
  owns: 'verantwoordelijk voor {count, number}',
};
