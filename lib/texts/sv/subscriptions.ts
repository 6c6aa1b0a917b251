import type { Texts } from '../en/all-areas.ts';

export const subscriptions: Texts['subscriptions'] = {
  what: 'Prenumerationer, hur de är länkade och om de ger kredit,',
  none: 'Ingen prenumeration hittades',
  noneWhy:
    'Ingen är delegerad till er, ingen i en kunds klientorganisation kunde listas och ingen kostnad anger någon. Om du väntar dig några säger sidan Synkronisering vilka källor som inte kunde läsas.',
  noMatch: 'Ingen prenumeration matchar dessa filter',
  searchFinds: 'Sökningen hittar delar av ett namn och av ett ID, för prenumerationen och dess kund.',
  caption: 'Prenumerationer, {count, plural, one {# rad} other {# rader}}',
  count: '{count, plural, one {# prenumeration} other {# prenumerationer}}',
  countOf: '{shown, number} av {count, plural, one {# prenumeration} other {# prenumerationer}}',
  search: 'Sök prenumerationer',
  placeholder: 'Namn eller ID, även kundens',
  filter: {
    linked: 'Länkad',
    anyLinked: 'Länkad eller inte',
    access: 'Åtkomst',
    anyAccess: 'Valfri åtkomst',
    accessIs: 'Åtkomst: {word}',
    credit: 'Kredit',
    anyCredit: 'Valfri kredit',
    creditIs: 'Kredit: {word}',
    cause: 'Orsak',
    anyCause: 'Valfri orsak',
  },
  chipCustomer: 'Kund: {name}',
  column: {
    subscription: 'Prenumeration',
    customer: 'Kund',
    verdict: 'Bedömning, orsak',
    linked: 'Länkad',
    access: 'Åtkomst förutsäger',
    accessLabel: 'Åtkomst',
    credited: 'Krediten bevisar',
    creditedLabel: 'Kredit bevisad',
    state: 'Status, erbjudande',
  },
  aboutMissed: 'utebliven kredit och dess ordning',
  missedHelp:
    'En uppskattning av den kredit som berättigad kostnad inte fick; ”upp till” där en del av kostnaden ännu inte är klassificerad och kanske aldrig ger kredit. Flera valutor ordnas efter de belopp i US-dollar som Microsoft anger med dem.',
  aboutCost: 'ordning efter kostnad',
  costHelp:
    'Kostnad före kredit. Flera valutor ordnas efter de belopp i US-dollar som Microsoft anger med dem.',
  subscriptionId: 'prenumerations-ID',
  stateNotRead: 'status inte läst',
};
