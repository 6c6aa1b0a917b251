import type { Texts } from '../en/all-areas.ts';

export const customers: Texts['customers'] = {
  what: 'Uw klanten, wat ze verdienen en waarom niet,',
  none: 'Er zijn geen klanten gevonden',
  noneWhy:
    'De gelezen bronnen noemen geen klant. Verwacht u er wel, dan zegt de pagina Synchronisatie welke bronnen niet konden worden gelezen.',
  noMatch: 'Geen klant voldoet aan deze filters',
  searchFinds: 'Zoeken vindt delen van een naam en van een tenant-id.',
  caption: 'Klanten, {count, plural, one {# rij} other {# rijen}}',
  count: '{count, plural, one {# klant} other {# klanten}}',
  countOf: '{shown, number} van {count, plural, one {# klant} other {# klanten}}',
  search: 'Klanten zoeken',
  placeholder: 'Naam of tenant-id',
  mainCause: 'Hoofdoorzaak',
  anyCause: 'Elke hoofdoorzaak',
  owner: 'Verantwoordelijke',
  anyOwner: 'Elke verantwoordelijke',
  mine: 'Van mij',
  nobodys: 'Van niemand',
  ownedBy: 'Van {name}',
  chip: {
    access: 'Een abonnement met toegang: {access}',
    credit: 'Een abonnement met tegoed: {credit}',
    both: 'Een abonnement met toegang: {access} en tegoed: {credit}',
    cause: 'Hoofdoorzaak: {cause}',
  },
  column: {
    customer: 'Klant',
    verdict: 'Oordeel, hoofdoorzaak',
    subscriptions: 'Abonnementen',
    owner: 'Verantwoor\u00ADdelijke',
    domain: 'Domein',
    changed: 'Laatste wijziging',
  },
  aboutMissed: 'gemist tegoed en de volgorde ervan',
  missedHelp:
    'Een schatting van het tegoed dat in aanmerking komende kosten niet ontvingen; “tot” waar een deel van de kosten nog niet is ingedeeld en misschien nooit verdient. Verschillende valuta’s worden gerangschikt op de bedragen in Amerikaanse dollars die Microsoft erbij vermeldt.',
  aboutCost: 'volgorde op kosten',
  costHelp:
    'Kosten vóór tegoed. Verschillende valuta’s worden gerangschikt op de bedragen in Amerikaanse dollars die Microsoft erbij vermeldt.',
  aboutCredit: 'volgorde op tegoed',
  creditHelp:
    'Ontvangen partner earned credit. Verschillende valuta’s worden gerangschikt op de bedragen in Amerikaanse dollars die Microsoft erbij vermeldt.',
  aboutCoverage: 'volgorde op dekking',
  coverageHelp:
    'Kosten die tegoed ontvingen, van alle kosten die het kunnen verdienen; “ten minste” zolang een deel nog niet is ingedeeld. Bij verschillende valuta’s telt voor de volgorde het laagste cijfer; klanten zonder cijfer staan achteraan.',
  nobody: 'niemand',
  notRead: 'niet gelezen',
  unread: 'niet gelezen: {sources}',
  noChange: 'er is geen wijziging tussen synchronisaties gezien',
};
