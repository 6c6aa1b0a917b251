import type { Texts } from '../en/all-areas.ts';

export const ownLink: Texts['ownLink'] = {
  partnerId: 'Partner-id',
  tenant: 'Tenant, als het niet uw eigen is: de tenant-id van een klant',
  consent:
    'Entra vraagt één keer om uw toestemming voor “toegang tot Azure namens u”; een beheerder kan die voor iedereen geven. Een koppeling hoort bij u en één tenant en geeft nergens toegang toe.',
  asking: 'Azure wordt gevraagd',
  check: 'Mijn koppeling controleren',
  link: 'Mij koppelen',
  remove: 'Mijn koppeling verwijderen',
  linkQuestion: 'U koppelen aan {partnerId}?',
  removeQuestion: 'Uw koppeling verwijderen?',
  keep: 'Laten zoals het is',
  replaced:
    'Een koppeling met een andere partner-id wordt vervangen. Het tegoed volgt vanaf de volgende dag.',
  creditEnds: 'Tegoed dat op uw koppeling berust, stopt.',
  consentMissing: 'Uw toestemming ontbreekt',
  refused: 'Het is geweigerd',
  linked: 'U bent gekoppeld aan {partnerId}.',
  linkedNamed: 'U bent gekoppeld aan {partnerId}, {name}.',
  notLinked: 'U bent aan geen partner-id gekoppeld.',
  noAnswer: 'Er kwam geen antwoord',
};
