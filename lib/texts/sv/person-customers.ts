import type { Texts } from '../en/all-areas.ts';

export const personCustomers: Texts['personCustomers'] = {
  seesByRole: 'Rollen låter dem se alla kunder; detta gäller läsare.',
  seesAll: 'Ser alla kunder, oavsett vad som är markerat nedan',
  assigned: 'Tilldelade kunder ({count, number})',
  saving: 'Sparar',
  save: 'Spara {name}',
  saved: 'Sparade vad {name} får se.',
  endSessions: 'Avsluta sessioner',
  ended: '{name} har loggats ut överallt.',
  find: 'Namn eller klientorganisations-ID för en kund',
  more: '{count, plural, one {# till: sök på namnet} other {# till: sök på namn}}',
};
