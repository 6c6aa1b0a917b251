import type { Texts } from '../en/all-areas.ts';

export const statuses: Texts['statuses'] = {
  verdict: {
    earning: 'Tjänar in',
    partial: 'Delvis',
    'not-earning': 'Tjänar inte in',
    'not-applicable': 'Inte tillämpligt',
    pending: 'Väntar',
    unverified: 'Ej verifierat',
    unknown: 'Okänt',
  },
  verdictUntil: '{word} till {day}',
  verdictPart: '{word} ({percent})',
  verdictPartAtLeast: '{word} (minst {percent})',
  linked: {
    yes: 'Länkad',
    automatic: 'Automatisk',
    no: 'Inte länkad',
    unknown: 'Okänt',
  },
  access: {
    covered: 'Täckt',
    partly: 'Delvis',
    'not-covered': 'Inte täckt',
    unknown: 'Okänt',
  },
  credit: {
    credited: 'Krediterad',
    partly: 'Delvis',
    'not-credited': 'Inte krediterad',
    'not-applicable': 'Inte tillämpligt',
    unknown: 'Okänt',
  },
  roleEarns: {
    yes: 'Ger kredit',
    no: 'Ger ingen kredit',
    unlisted: 'Finns inte i listan',
  },
  pathEarns: {
    yes: 'Bör ge kredit',
    no: 'Ger ingen kredit',
    unknown: 'Okänt',
  },
  unread: {
    forbidden: 'Inte tillåtet',
    'no-consent': 'Inget medgivande',
    failed: 'Misslyckades',
    'not-asked': 'Behövs inte',
    'not-visible': 'Inte synligt',
    'too-old': 'För gammalt för att räknas',
  },
};
