import type { Texts } from '../en/all-areas.ts';

export const ui: Texts['ui'] = {
  missingRight: 'Saknad behörighet: <strong>{right}</strong>',
  azureSaid: 'Vad Azure svarade',
  copy: 'Kopiera {label}',
  copied: 'Kopierat',
  notCopied: 'Inte kopierat: markera texten i stället',
  loading: 'Läser in',
  filtersInForce: 'Aktiva filter',
  removeFilter: 'Ta bort filtret: {filter}',
  apply: 'Använd',
  about: 'Om: {subject}',
  clearFilters: 'Rensa filter',
  shownOf: '{shown, number} av {total, number} visas',
  firstPage: 'Första sidan',
  nextPage: 'Nästa sida',
  all: 'Alla',
  verdict: 'Bedömning',
  portal: {
    label: 'I Azure-portalen, i kundens klientorganisation:',
    subscription: 'Översikt över prenumerationen',
    costs: 'Kostnadsanalys',
    access: 'Åtkomstkontroll (IAM)',
    providers: 'Tjänstleverantörer',
  },
};
