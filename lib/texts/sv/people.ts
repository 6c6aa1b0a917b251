import type { Texts } from '../en/all-areas.ts';

export const people: Texts['people'] = {
  lead: 'Läsare ser de kunder som tilldelats dem. Support och administratörer ser alla kunder; Entra ger rollerna.',
  nobody: 'Ingen har loggat in ännu',
  nobodyWhy: 'Personer visas här när de först loggar in, eller när ett program anger dem.',
  notSignedIn: 'har inte loggat in',
  noRole: 'ingen roll',
  lastSeen: 'senast sedd {at}',
  owns: 'ansvarar för {count, number}',
};
