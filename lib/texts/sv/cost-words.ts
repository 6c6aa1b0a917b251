import type { Texts } from '../en/all-areas.ts';

export const costWords: Texts['costWords'] = {
  class: {
    EARNED: {
      name: 'Fick kredit',
      meaning: 'Microsoft tillämpade Partner Earned Credit.',
    },
    ELIGIBLE_NOT_EARNED: {
      name: 'Berättigad, ingen kredit',
      meaning: 'Produkten kan ge kredit men gjorde det inte: åtkomsten avgör.',
    },
    UNCLASSIFIED: {
      name: 'Ingen kredit, ännu inte klassificerad',
      meaning: 'Ingen kredit tillämpades; ingen källa har ännu sagt om produkten kan ge kredit.',
    },
    CREDIT_UNKNOWN: {
      name: 'Kredit anges inte',
      meaning: 'Data säger inget om kredit.',
    },
    INELIGIBLE_MARKETPLACE: {
      name: 'Marketplace eller tredje part',
      meaning: 'Produkter från andra utgivare ger aldrig kredit.',
    },
    INELIGIBLE_RESERVATION: {
      name: 'Reservation',
      meaning: 'Reservationer ger aldrig kredit.',
    },
    INELIGIBLE_SAVINGS_PLAN: {
      name: 'Sparplan',
      meaning: 'Användning som täcks av en sparplan får dess rabatt i stället för kredit.',
    },
    INELIGIBLE_SPOT: {
      name: 'Spot',
      meaning: 'Spot-användning ger aldrig kredit.',
    },
    OFFSET_BY_AZURE_CREDIT: {
      name: 'Betald med Azure-kredit',
      meaning: 'Ett erbjudande med Azure-kredit betalade först; resten kan ge kredit.',
    },
    INELIGIBLE_PRODUCT: {
      name: 'Annan produkt',
      meaning: 'Inte en förbrukningsprodukt i Azure-planen, till exempel Office eller telefoni.',
    },
    ZERO_PRICE: {
      name: 'Gratis',
      meaning: 'Inget debiterades.',
    },
  },
  way: {
    export: {
      name: 'Export i lagring',
      tells: 'varje rad: klass, resursgrupp och tjänst',
      short: 'Export',
    },
    'report-profile': {
      name: 'Kostnadsinformationsrapport för faktureringsprofilen',
      tells: 'varje rad: klass, resursgrupp och tjänst',
      short: 'Rapport, profil',
    },
    'report-customer': {
      name: 'Kostnadsinformationsrapport för kunden',
      tells: 'varje rad: klass, resursgrupp och tjänst',
      short: 'Rapport, kund',
    },
    'query-profile': {
      name: 'Kostnadsfråga för faktureringsprofilen',
      tells: 'summor per prenumeration och dag; inga resursgrupper, inga tjänster',
      short: 'Fråga, profil',
    },
    'query-customer': {
      name: 'Kostnadsfråga för kunden',
      tells: 'summor per prenumeration och dag; inga resursgrupper, inga tjänster',
      short: 'Fråga, kund',
    },
    file: {
      name: 'Importerad fil',
      tells: 'varje rad i filen',
      short: 'Fil',
    },
    'amortised-file': {
      name: 'Importerad fil med amorterad kostnad',
      tells: 'varje rad i filen, med priset för åtaganden fördelat över deras dagar',
      short: 'Fil, amorterad',
    },
  },
  unknownWay: 'ett sätt som inte registrerats',
};
