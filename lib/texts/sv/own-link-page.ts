import type { Texts } from '../en/all-areas.ts';

export const ownLinkPage: Texts['ownLinkPage'] = {
  lead: 'Kredit tjänas in där en länkad identitet har en roll som ger kredit. Azure visar en länk bara för den egna identiteten, så den läses och ändras i ditt namn.',
  card: 'Kontrollera, ange eller ta bort',
  cardNote: 'Pecboard frågar Azure för din räkning, en gång, och registrerar svaret.',
  mayNot: 'Servern får inte agera för din räkning',
  mayNotWhy:
    'Dess registrering har ingen hemlighet eller certifikat. En administratör anger SIGN_IN_CLIENT_SECRET.',
  lastRead: 'Som senast läst',
  linkedTo: 'Länkad till {partnerId}, {at}',
  linkedToNamed: 'Länkad till {partnerId}, {name}, {at}',
  notLinked: 'Inte länkad, {at}',
};
