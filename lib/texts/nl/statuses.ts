import type { Texts } from '../en/all-areas.ts';

export const statuses: Texts['statuses'] = {
  verdict: {
    earning: 'Verdient',
    partial: 'Deels',
    'not-earning': 'Verdient niet',
    'not-applicable': 'Niet van toepassing',
    pending: 'Wacht',
    unverified: 'Niet geverifieerd',
    unknown: 'Onbekend',
  },
  verdictUntil: '{word} tot {day}',
  verdictPart: '{word} ({percent})',
  verdictPartAtLeast: '{word} (ten minste {percent})',
  linked: {
    yes: 'Gekoppeld',
    automatic: 'Automatisch',
    no: 'Niet gekoppeld',
    unknown: 'Onbekend',
  },
  access: {
    covered: 'Gedekt',
    partly: 'Deels',
    'not-covered': 'Niet gedekt',
    unknown: 'Onbekend',
  },
  credit: {
    credited: 'Tegoed ontvangen',
    partly: 'Deels',
    'not-credited': 'Geen tegoed',
    'not-applicable': 'Niet van toepassing',
    unknown: 'Onbekend',
  },
  roleEarns: {
    yes: 'Verdient tegoed',
    no: 'Verdient niet',
    unlisted: 'Niet in de lijst',
  },
  pathEarns: {
    yes: 'Zou moeten verdienen',
    no: 'Verdient niet',
    unknown: 'Onbekend',
  },
  unread: {
    forbidden: 'Niet toegestaan',
    'no-consent': 'Geen toestemming',
    failed: 'Mislukt',
    'not-asked': 'Niet nodig',
    'not-visible': 'Niet zichtbaar',
    'too-old': 'Te oud om mee te tellen',
  },
};
