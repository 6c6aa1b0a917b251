import type { Texts } from '../en/all-areas.ts';

export const ownLink: Texts['ownLink'] = {
  partnerId: 'Partner-ID',
  tenant: 'Klientorganisation, om det inte är din egen: en kunds klientorganisations-ID',
  consent:
    'Entra frågar en gång efter ditt medgivande till ”åtkomst till Azure som du”; en administratör kan ge det för alla. En länk tillhör dig och en klientorganisation och ger ingen åtkomst till något.',
  asking: 'Frågar Azure',
  check: 'Kontrollera min länk',
  link: 'Länka mig',
  remove: 'Ta bort min länk',
  linkQuestion: 'Länka dig till {partnerId}?',
  removeQuestion: 'Ta bort din länk?',
  keep: 'Låt den vara som den är',
  replaced: 'En länk till ett annat partner-ID ersätts. Krediten följer från nästa dag.',
  creditEnds: 'Kredit som vilar på din länk upphör.',
  consentMissing: 'Ditt medgivande saknas',
  refused: 'Det nekades',
  linked: 'Du är länkad till {partnerId}.',
  linkedNamed: 'Du är länkad till {partnerId}, {name}.',
  notLinked: 'Du är inte länkad till något partner-ID.',
  noAnswer: 'Inget svar kom',
};
