import type { Texts } from '../en/all-areas.ts';

export const reconcile: Texts['reconcile'] = {
  title: 'Aansluiten',
  stillOpen: 'De maand {month} is nog open: totdat Microsoft die afsluit, veranderen de cijfers.',
  month: 'Maand',
  what: 'Dagelijks getarifeerd verbruik vergeleken met de factuur, product voor product.',
  allAgree:
    '{count, plural, one {Het # product van {month} komt tot op het laatste cijfer overeen met de factuur.} other {Alle # producten van {month} komen tot op het laatste cijfer overeen met de factuur.}}',
  differ:
    '<strong>{differing, number} van {total, plural, one {# product} other {# producten}} {differing, plural, one {verschilt} other {verschillen}} meer dan door afronding</strong> tussen het dagelijks getarifeerd verbruik en de factuur van {month}.',
  nothing: 'Niets te vergelijken in {month}',
  importFiles: 'Bestanden importeren',
  noUsage: 'Het dagelijks getarifeerd verbruik van de maand is niet geïmporteerd.',
  noInvoice: 'Het factuurafstemmingsbestand van de maand is niet geïmporteerd.',
  totals: 'Totalen',
  from: 'Uit {files}',
  totalsCaption: 'Totalen per valuta en reden',
  currency: 'Valuta',
  usage: 'Dagelijks getarifeerd verbruik',
  invoice: 'Factuur',
  difference: 'Verschil',
  why: 'Waarom',
  agree: 'Ze komen overeen.',
  reasonOf: '{reason}: <money></money>, {count, plural, one {# product} other {# producten}}',
  productsDiffer: 'Producten die afwijken',
  largestOf:
    '{shown, number} van {total, number}, de grootste eerst; wat afronding verklaart staat in de totalen',
  product: 'Product',
  customer: 'Klant',
  notInUsage: 'niet in het dagelijks getarifeerd verbruik',
  notInInvoice: 'niet op de factuur',
  reason: {
    rounding: 'Afronding: ten hoogste een cent per regel',
    'exchange-rate': 'Een andere wisselkoers',
    'open-month': 'De maand is nog open',
    'commitment-not-in-usage':
      'Reservering of besparingsplan: het dagelijks getarifeerd verbruik laat die weg',
    'not-in-usage': 'Niet in het dagelijks getarifeerd verbruik',
    'not-in-invoice': 'Niet op de factuur',
    unexplained: 'Geen bekende reden',
    'left-out-of-usage':
      'Reserveringen, besparingsplannen of andere producten: het dagelijks getarifeerd verbruik laat ze weg',
  },
  customersDiffer: 'Klanten van wie de bronnen verschillen',
  customersNote: 'Dagelijks getarifeerd verbruik tegenover kostendetails, en tegenover wat de pagina’s tonen',
  details: 'Kostendetails',
  shown: 'Hier getoond',
  noDetails: 'geen kostendetails geïmporteerd',
  notJudged: 'niet beoordeeld',
  detailsLess: 'kostendetails: <money></money>. {why}',
  shownLess: 'getoond: <money></money>. {why}',
  allRounded:
    '{count, plural, one {Het # product van {month} komt op afronding na overeen met de factuur.} other {Alle # producten van {month} komen op afronding na overeen met de factuur.}}',
};
