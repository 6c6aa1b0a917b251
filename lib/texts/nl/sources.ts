import type { Texts } from '../en/all-areas.ts';

export const sources: Texts['sources'] = {
  group: {
    billing: 'Facturering',
    cost: 'Kosten',
    access: 'Toegang',
    identities: 'Identiteiten en koppelingen',
    customerTenants: 'Tenants van klanten',
  },
  of: {
    'billing-accounts': {
      name: 'Factureringsrekeningen',
      shows: 'welke factureringsrekeningen van de partner gelezen mogen worden',
    },
    'billing-profiles': {
      name: 'Factureringsprofielen',
      shows: 'in welke valuta’s u wordt gefactureerd',
    },
    'billing-customers': {
      name: 'Gefactureerde klanten',
      shows: 'welke klanten u factureert',
    },
    'billing-subscriptions': {
      name: 'Gefactureerde abonnementen',
      shows: 'welke abonnementen u factureert, onder welke aanbieding',
    },
    'billing-transfers': {
      name: 'Factureringsoverdrachten',
      shows: 'welke abonnementen van partner wisselden',
    },
    tenants: {
      name: 'Tenants',
      shows: 'namen en domeinen van tenants van klanten',
    },
    subscriptions: {
      name: 'Gedelegeerde abonnementen',
      shows: 'welke abonnementen Lighthouse u laat zien',
    },
    'resource-groups': {
      name: 'Resourcegroepen',
      shows: 'wat beperkte toegang buiten laat, en groepen die Azure beheert',
    },
    'delegation-definitions': {
      name: 'Delegeringsdefinities',
      shows: 'wie via Lighthouse is geautoriseerd, met welke rol',
    },
    delegations: {
      name: 'Delegeringen',
      shows: 'welke abonnementen en resourcegroepen zijn gedelegeerd',
    },
    'role-assignments': {
      name: 'Roltoewijzingen',
      shows: 'toegang door agentgroepen en directe toegang',
    },
    'role-definitions': {
      name: 'Roldefinities',
      shows: 'namen van rollen',
    },
    'agent-groups': {
      name: 'Agentgroepen',
      shows: 'welke foreign principals van u zijn',
    },
    'partner-links': {
      name: 'Partnerkoppelingen',
      shows: 'welke identiteiten zijn gekoppeld',
    },
    identities: {
      name: 'Identiteiten in uw tenant',
      shows: 'groepsleden en uitgeschakelde accounts',
    },
    'group-schedules': {
      name: 'Tijdelijke groepsleden',
      shows: 'lidmaatschappen die eindigen of just-in-time worden geactiveerd',
    },
    gdap: {
      name: 'GDAP-relaties',
      shows: 'welke gedelegeerde beheerrelaties actief zijn',
    },
    'customer-subscriptions': {
      name: 'Abonnementen in tenants van klanten',
      shows: 'abonnementen die niet zijn gedelegeerd',
    },
    'customer-delegations': {
      name: 'Delegeringen in tenants van klanten',
      shows: 'delegeringen van abonnementen die u anders niet ziet',
    },
    'customer-role-assignments': {
      name: 'Roltoewijzingen in tenants van klanten',
      shows: 'toegang tot abonnementen die niet zijn gedelegeerd',
    },
    'customer-identities': {
      name: 'Identiteiten in tenants van klanten',
      shows: 'van wie de directe toegang is',
    },
    'marketplace-offers': {
      name: 'Marketplace-aanbiedingen',
      shows: 'gekochte aanbiedingen voor beheerde services, al dan niet gedelegeerd',
    },
    'deny-assignments': {
      name: 'Weigeringstoewijzingen',
      shows: 'waar Azure zelf toegang blokkeert',
    },
    'role-schedules': {
      name: 'Rolschema’s',
      shows: 'directe rollen die eindigen of just-in-time worden geactiveerd',
    },
    'cost-dimensions': {
      name: 'Kostenkolommen',
      shows: 'of kosten kunnen zeggen wat tegoed ontving',
    },
    costs: {
      name: 'Kosten',
      shows: 'welke kosten tegoed ontvingen',
    },
  },
  status: {
    complete: 'Volledig',
    partial: 'Gedeeltelijk',
    failed: 'Mislukt',
    never: 'Nooit gelezen',
    notNeeded: 'Niet nodig',
  },
  way: {
    'resource-graph': 'Azure Resource Graph',
    list: 'de lijst van elk abonnement',
    'managing-tenant': 'een token van uw tenant',
    'customer-tenant': 'een token van de tenant van de klant',
    'own-token': 'het eigen token',
    'link-credential': 'de koppelingsreferentie ervan',
    'on-behalf-of': 'de eigen aanmelding van de persoon',
    attested: 'het woord van een persoon',
  },
  neverRead: 'Nooit gelezen',
  stale: 'Verouderd',
  oldestData: 'Oudste gegevens: <age></age>',
  readAge: 'gelezen <age></age>',
  readOf: '{read, number} van {expected, number}',
  readOfFaint: '{read, number} <faint>van {expected, number}</faint>',
  announcedSent: '{announced, number} aangekondigd, {sent, number} verzonden',
  sent: '{sent, number} verzonden',
  tableCaption: 'Wat van elke bron is gelezen, en wanneer',
  source: 'Bron',
  shows: 'Toont',
  showsThis: 'toont {what}',
  state: 'Status',
  read: 'Gelezen',
  rows: 'Rijen',
  oldest: 'Oudste gegevens',
  nothingToRead: 'niets te lezen',
  failedReads:
    '{count, plural, one {# keer lezen is niet gelukt; wat daaruit zou blijken, telt als onbekend} other {# keer lezen is niet gelukt; wat daaruit zou blijken, telt als onbekend}}',
  moreTenants: 'en nog {count, plural, one {# tenant} other {# tenants}}',
  yourTenant: 'Uw tenant',
  failureOf: '<tenant></tenant><faint>, <age></age></faint>',
  readWhen: 'gelezen {age}',
};
