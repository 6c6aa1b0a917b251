import type { Texts } from '../en/all-areas.ts';

export const customerOwner: Texts['customerOwner'] = {
  label: 'Ansvarig',
  nobody: 'Ingen',
  saving: 'Sparar',
  save: 'Spara ansvarig',
  saved: 'Den ansvariga har sparats.',
};
