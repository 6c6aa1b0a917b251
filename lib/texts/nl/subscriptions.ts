import type { Texts } from '../en/all-areas.ts';

export const subscriptions: Texts['subscriptions'] = {
  what: 'Abonnementen, hoe ze gekoppeld zijn en of ze verdienen,',
  none: 'Er is geen abonnement gevonden',
  noneWhy:
    'Er is er geen aan u gedelegeerd, in geen tenant van een klant kon er een worden opgevraagd en geen kosten noemen er een. Verwacht u er wel, dan zegt de pagina Synchronisatie welke bronnen niet konden worden gelezen.',
  noMatch: 'Geen abonnement voldoet aan deze filters',
  searchFinds: 'Zoeken vindt delen van een naam en van een id, van het abonnement en van de klant.',
  caption: 'Abonnementen, {count, plural, one {# rij} other {# rijen}}',
  count: '{count, plural, one {# abonnement} other {# abonnementen}}',
  countOf: '{shown, number} van {count, plural, one {# abonnement} other {# abonnementen}}',
  search: 'Abonnementen zoeken',
  placeholder: 'Naam of id, ook van de klant',
  filter: {
    linked: 'Gekoppeld',
    anyLinked: 'Gekoppeld of niet',
    access: 'Toegang',
    anyAccess: 'Elke toegang',
    accessIs: 'Toegang: {word}',
    credit: 'Tegoed',
    anyCredit: 'Elk tegoed',
    creditIs: 'Tegoed: {word}',
    cause: 'Oorzaak',
    anyCause: 'Elke oorzaak',
  },
  chipCustomer: 'Klant: {name}',
  column: {
    subscription: 'Abonnement',
    customer: 'Klant',
    verdict: 'Oordeel, oorzaak',
    linked: 'Gekoppeld',
    access: 'Toegang voorspelt',
    accessLabel: 'Toegang',
    credited: 'Tegoed bewijst',
    creditedLabel: 'Tegoed bewezen',
    state: 'Status, aanbieding',
  },
  aboutMissed: 'gemist tegoed en de volgorde ervan',
  missedHelp:
    'Een schatting van het tegoed dat in aanmerking komende kosten niet ontvingen; “tot” waar een deel van de kosten nog niet is ingedeeld en misschien nooit verdient. Verschillende valuta’s worden gerangschikt op de bedragen in Amerikaanse dollars die Microsoft erbij vermeldt.',
  aboutCost: 'volgorde op kosten',
  costHelp:
    'Kosten vóór tegoed. Verschillende valuta’s worden gerangschikt op de bedragen in Amerikaanse dollars die Microsoft erbij vermeldt.',
  subscriptionId: 'Abonnements-id',
  stateNotRead: 'status niet gelezen',
};
