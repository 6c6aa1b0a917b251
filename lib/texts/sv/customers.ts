import type { Texts } from '../en/all-areas.ts';

export const customers: Texts['customers'] = {
  what: 'Era kunder, vad de ger och varför inte,',
  none: 'Inga kunder hittades',
  noneWhy:
    'De källor som lästs anger ingen kund. Om du väntar dig några säger sidan Synkronisering vilka källor som inte kunde läsas.',
  noMatch: 'Ingen kund matchar dessa filter',
  searchFinds: 'Sökningen hittar delar av ett namn och av ett klientorganisations-ID.',
  caption: 'Kunder, {count, plural, one {# rad} other {# rader}}',
  count: '{count, plural, one {# kund} other {# kunder}}',
  countOf: '{shown, number} av {count, plural, one {# kund} other {# kunder}}',
  search: 'Sök kunder',
  placeholder: 'Namn eller klientorganisations-ID',
  mainCause: 'Huvudorsak',
  anyCause: 'Valfri huvudorsak',
  owner: 'Ansvarig',
  anyOwner: 'Valfri ansvarig',
  mine: 'Mina',
  nobodys: 'Utan ansvarig',
  ownedBy: '{name} ansvarar',
  chip: {
    access: 'En prenumeration med åtkomst: {access}',
    credit: 'En prenumeration med kredit: {credit}',
    both: 'En prenumeration med åtkomst: {access} och kredit: {credit}',
    cause: 'Huvudorsak: {cause}',
  },
  column: {
    customer: 'Kund',
    verdict: 'Bedömning, huvudorsak',
    subscriptions: 'Prenumerationer',
    owner: 'Ansvarig',
    domain: 'Domän',
    changed: 'Senaste ändring',
  },
  aboutMissed: 'utebliven kredit och dess ordning',
  missedHelp:
    'En uppskattning av den kredit som berättigad kostnad inte fick; ”upp till” där en del av kostnaden ännu inte är klassificerad och kanske aldrig ger kredit. Flera valutor ordnas efter de belopp i US-dollar som Microsoft anger med dem.',
  aboutCost: 'ordning efter kostnad',
  costHelp:
    'Kostnad före kredit. Flera valutor ordnas efter de belopp i US-dollar som Microsoft anger med dem.',
  aboutCredit: 'ordning efter kredit',
  creditHelp:
    'Mottagen partner earned credit. Flera valutor ordnas efter de belopp i US-dollar som Microsoft anger med dem.',
  aboutCoverage: 'ordning efter täckning',
  coverageHelp:
    'Kostnad som fick kredit, av all kostnad som kan ge det; ”minst” så länge en del ännu inte är klassificerad. Vid flera valutor avgör den lägsta siffran ordningen; kunder utan siffra kommer sist.',
  nobody: 'ingen',
  notRead: 'inte läst',
  unread: 'inte läst: {sources}',
  noChange: 'ingen ändring mellan synkroniseringar har setts',
};
