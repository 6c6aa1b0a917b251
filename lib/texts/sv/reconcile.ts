import type { Texts } from '../en/all-areas.ts';

export const reconcile: Texts['reconcile'] = {
  title: 'Avstämning',
  stillOpen: 'Månaden {month} är fortfarande öppen: tills Microsoft stänger den ändras siffrorna.',
  month: 'Månad',
  what: 'Daglig prissatt användning jämförd med fakturan, produkt för produkt.',
  allAgree:
    '{count, plural, one {Den # produkten för {month} stämmer med fakturan till sista siffran.} other {Alla # produkter för {month} stämmer med fakturan till sista siffran.}}',
  differ:
    '<strong>{differing, number} av {total, plural, one {# produkt} other {# produkter}} skiljer sig mer än genom avrundning</strong> mellan daglig prissatt användning och fakturan för {month}.',
  nothing: 'Inget att jämföra i {month}',
  importFiles: 'Importera filer',
  noUsage: 'Månadens dagliga prissatta användning har inte importerats.',
  noInvoice: 'Månadens fakturaavstämningsfil har inte importerats.',
  totals: 'Summor',
  from: 'Från {files}',
  totalsCaption: 'Summor per valuta och orsak',
  currency: 'Valuta',
  usage: 'Daglig prissatt användning',
  invoice: 'Faktura',
  difference: 'Skillnad',
  why: 'Varför',
  agree: 'De stämmer.',
  reasonOf: '{reason}: <money></money>, {count, plural, one {# produkt} other {# produkter}}',
  productsDiffer: 'Produkter som skiljer sig',
  largestOf:
    '{shown, number} av {total, number}, störst först; det som avrundning förklarar finns i summorna',
  product: 'Produkt',
  customer: 'Kund',
  notInUsage: 'inte i daglig prissatt användning',
  notInInvoice: 'inte på fakturan',
  reason: {
    rounding: 'Avrundning: högst en cent per rad',
    'exchange-rate': 'En annan växelkurs',
    'open-month': 'Månaden är fortfarande öppen',
    'commitment-not-in-usage': 'Reservation eller sparplan: daglig prissatt användning utelämnar den',
    'not-in-usage': 'Inte i daglig prissatt användning',
    'not-in-invoice': 'Inte på fakturan',
    unexplained: 'Ingen känd orsak',
    'left-out-of-usage':
      'Reservationer, sparplaner eller andra produkter: daglig prissatt användning utelämnar dem',
  },
  customersDiffer: 'Kunder vars källor skiljer sig',
  customersNote: 'Daglig prissatt användning mot kostnadsinformation, och mot vad sidorna visar',
  details: 'Kostnadsinformation',
  shown: 'Visas här',
  noDetails: 'ingen kostnadsinformation importerad',
  notJudged: 'inte bedömd',
  detailsLess: 'kostnadsinformation: <money></money>. {why}',
  shownLess: 'visas: <money></money>. {why}',
  allRounded:
    '{count, plural, one {Den # produkten för {month} stämmer med fakturan så när som på avrundning.} other {Alla # produkter för {month} stämmer med fakturan så när som på avrundning.}}',
};
