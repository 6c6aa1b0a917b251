import type { Texts } from '../en/all-areas.ts';

export const attestation: Texts['attestation'] = {
  record: 'Een verklaring vastleggen',
  renew: 'Vernieuwen of intrekken',
  linkedTo: 'Gekoppeld aan',
  restsOn: 'Waarop het berust',
  who: 'Wie wat liet zien, en wanneer',
  since: 'Gekoppeld sinds, als het bewijs dat vermeldt',
  until: 'Telt tot',
  saving: 'Opslaan',
  save: 'Vastleggen',
  withdraw: 'Intrekken',
  recorded: 'Vastgelegd: {who} is gekoppeld aan {partnerId}.',
  withdrawn: 'Ingetrokken: de bevestigde koppeling van {who}.',
  restored: 'De bevestigde koppeling van {who} telt weer.',
};
