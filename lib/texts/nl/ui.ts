import type { Texts } from '../en/all-areas.ts';

export const ui: Texts['ui'] = {
  missingRight: 'Ontbrekend recht: <strong>{right}</strong>',
  azureSaid: 'Wat Azure zei',
  copy: '{label} kopiëren',
  copied: 'Gekopieerd',
  notCopied: 'Niet gekopieerd: selecteer de tekst zelf',
  loading: 'Laden',
  filtersInForce: 'Actieve filters',
  removeFilter: 'Filter verwijderen: {filter}',
  apply: 'Toepassen',
  about: 'Over: {subject}',
  clearFilters: 'Filters wissen',
  shownOf: '{shown, number} van {total, number} getoond',
  firstPage: 'Eerste pagina',
  nextPage: 'Volgende pagina',
  all: 'Alle',
  verdict: 'Oordeel',
  portal: {
    label: 'In de Azure-portal, in de tenant van de klant:',
    subscription: 'Overzicht van het abonnement',
    costs: 'Kostenanalyse',
    access: 'Toegangsbeheer (IAM)',
    providers: 'Serviceproviders',
  },
};
