import type { Texts } from '../en/all-areas.ts';

export const customerOwner: Texts['customerOwner'] = {
  label: 'Verantwoordelijke',
  nobody: 'Niemand',
  saving: 'Opslaan',
  save: 'Verantwoordelijke opslaan',
  saved: 'De verantwoordelijke is opgeslagen.',
};
