import type { Texts } from '../en/all-areas.ts';

export const costWords: Texts['costWords'] = {
  class: {
    EARNED: {
      name: 'Tegoed ontvangen',
      meaning: 'Microsoft heeft Partner Earned Credit toegepast.',
    },
    ELIGIBLE_NOT_EARNED: {
      name: 'In aanmerking, geen tegoed',
      meaning: 'Het product kan verdienen, maar deed dat niet: de toegang is bepalend.',
    },
    UNCLASSIFIED: {
      name: 'Geen tegoed, nog niet ingedeeld',
      meaning: 'Er is geen tegoed toegepast; nog geen bron heeft gezegd of het product kan verdienen.',
    },
    CREDIT_UNKNOWN: {
      name: 'Tegoed niet vermeld',
      meaning: 'De gegevens zeggen niets over tegoed.',
    },
    INELIGIBLE_MARKETPLACE: {
      name: 'Marketplace of derde partij',
      meaning: 'Producten van andere uitgevers verdienen nooit.',
    },
    INELIGIBLE_RESERVATION: {
      name: 'Reservering',
      meaning: 'Reserveringen verdienen nooit.',
    },
    INELIGIBLE_SAVINGS_PLAN: {
      name: 'Besparingsplan',
      meaning: 'Verbruik dat onder een besparingsplan valt, krijgt de korting daarvan in plaats van tegoed.',
    },
    INELIGIBLE_SPOT: {
      name: 'Spot',
      meaning: 'Spot-verbruik verdient nooit.',
    },
    OFFSET_BY_AZURE_CREDIT: {
      name: 'Betaald met Azure-tegoed',
      meaning: 'Een aanbieding met Azure-tegoed betaalde eerst; de rest kan verdienen.',
    },
    INELIGIBLE_PRODUCT: {
      name: 'Ander product',
      meaning: 'Geen verbruiksproduct van een Azure-plan, zoals Office of telefonie.',
    },
    ZERO_PRICE: {
      name: 'Gratis',
      meaning: 'Er is niets in rekening gebracht.',
    },
  },
  way: {
    export: {
      name: 'Export in opslag',
      tells: 'elke regel: klasse, resourcegroep en service',
      short: 'Export',
    },
    'report-profile': {
      name: 'Kostendetailsrapport van het factureringsprofiel',
      tells: 'elke regel: klasse, resourcegroep en service',
      short: 'Rapport, profiel',
    },
    'report-customer': {
      name: 'Kostendetailsrapport van de klant',
      tells: 'elke regel: klasse, resourcegroep en service',
      short: 'Rapport, klant',
    },
    'query-profile': {
      name: 'Kostenquery van het factureringsprofiel',
      tells: 'totalen per abonnement en dag; geen resourcegroepen, geen services',
      short: 'Query, profiel',
    },
    'query-customer': {
      name: 'Kostenquery van de klant',
      tells: 'totalen per abonnement en dag; geen resourcegroepen, geen services',
      short: 'Query, klant',
    },
    file: {
      name: 'Geïmporteerd bestand',
      tells: 'elke regel van het bestand',
      short: 'Bestand',
    },
    'amortised-file': {
      name: 'Geïmporteerd bestand met afgeschreven kosten',
      tells: 'elke regel van het bestand, met de prijs van toezeggingen over hun dagen verdeeld',
      short: 'Bestand, afgeschreven',
    },
  },
  unknownWay: 'een niet vastgelegde manier',
};
