import type { Texts } from '../en/all-areas.ts';

export const attestation: Texts['attestation'] = {
  record: 'Registrera ett intygande',
  renew: 'Förnya eller återkalla',
  linkedTo: 'Länkad till',
  restsOn: 'Vad det bygger på',
  who: 'Vem som visade vad, och när',
  since: 'Länkad sedan, om bevisen anger det',
  until: 'Räknas till',
  saving: 'Sparar',
  save: 'Registrera',
  withdraw: 'Återkalla',
  recorded: 'Registrerat: {who} är länkad till {partnerId}.',
  withdrawn: 'Återkallat: den intygade länken för {who}.',
  restored: 'Den intygade länken för {who} gäller igen.',
};
