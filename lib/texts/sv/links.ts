import type { Texts } from '../en/all-areas.ts';

export const links: Texts['links'] = {
  what: 'De identiteter ni arbetar med, och vad var och en är länkad till,',
  meta: 'Bara en identitets egen token, eller personens ord, visar vad den är länkad till: Microsoft ger ingen lista.',
  known:
    '{known, number} av {count, plural, one {# identitet} other {# identiteter}} som används är bevisligen {known, plural, one {länkad} other {länkade}}.',
  served: '{count, plural, one {# prenumeration} other {# prenumerationer}} kan ge kredit genom dem.',
  unknown: 'För {count, number} är det inte känt.',
  carriesOne:
    '{name} bär ensam {alone, number} av {served, plural, one {# prenumeration} other {# prenumerationer}}',
  oneIdentity: 'En identitet',
  carryMany:
    '{count, plural, one {# identitet bär} other {# identiteter bär var och en}} ensam många prenumerationer',
  carriesWhy:
    'Om en sådan identitet tas bort, inaktiveras eller länkas någon annanstans upphör krediten för prenumerationerna. En andra länkad identitet på samma roll kostar inget.',
  none: 'Ingen av era identiteter används',
  noneWhy:
    'Ingen delegering anger någon, och ingen roll i en kunds klientorganisation innehas av en som är känd som er. Åtkomst genom agentgrupper kräver ingen länk.',
  searchFinds:
    'Sökningen hittar delar av ett namn, ett objekt-ID, en klientorganisation eller ett partner-ID.',
  search: 'Sök identiteter',
  placeholder: 'Namn, ID, klientorganisation eller partner-ID',
  whose: 'Vems katalog',
  anyTenant: 'I alla klientorganisationer',
  yours: 'I er klientorganisation',
  customers: 'I kunders klientorganisationer',
  stateLabel: 'Länkens status',
  state: {
    attested: 'Intygad',
  },
  count: '{count, plural, one {# identitet} other {# identiteter}}',
  countOf: '{shown, number} av {count, plural, one {# identitet} other {# identiteter}}',
  caption: 'Identiteter som används, {count, plural, one {# rad} other {# rader}}',
  identity: 'Identitet',
  tenant: 'Klientorganisation',
  link: 'Länk',
  how: 'Hur vi vet det',
  advice: 'Vad ni gör',
  aboutLoad: 'antalet prenumerationer',
  loadHelp:
    'Där identiteten har en permanent roll, själv eller som medlem i en grupp; där rollen ger kredit; och där ingen annan länkad identitet har en.',
  nameNotRead: 'namnet inte läst',
  objectId: 'objekt-ID',
  tenantId: 'klientorganisations-ID',
  type: {
    user: 'Användare',
    'service-principal': 'Tjänsthuvudnamn',
    group: 'Grupp',
    'foreign-group': 'Grupp i en annan klientorganisation',
    unread: 'Typen inte läst',
  },
  disabled: 'Inaktiverad',
  yourTenant: 'Er klientorganisation',
  anotherTenant: 'En annan klientorganisation',
  whosePartnerId: {
    location: '{id}, ert',
    global: '{id}, ert globala ID',
    other: '{id}, inte ert',
  },
  since: 'sedan {date}',
  neverRead: 'aldrig läst',
  until: '{age}, räknas till {date}',
  readHow: {
    'own-token': 'Läst med dess egen token',
    'link-credential': 'Läst med dess länkautentiseringsuppgift',
    'on-behalf-of': 'Läst som den inloggade personen',
    attested: 'Intygad av en person',
  },
  alone: '{count, number} enbart på den',
  aloneOfAll: '{count, number} enbart på en identitet',
  withEarning: '{count, number} med en roll som ger kredit',
  nothingToDo: 'inget att göra',
  advise: {
    disabled:
      'Inaktiverad, så länken räknas inte längre: länka en annan identitet, helst ett tjänsthuvudnamn.',
    linkManaging: 'Länka den till ett av era plats-partner-ID:n i er hanterande klientorganisation.',
    linkCustomer: 'Länka den till ett av era plats-partner-ID:n i kundens klientorganisation.',
    other: 'Länkad till ett partner-ID som inte är ert: ändra länken eller lägg till ID:t i PARTNER_IDS.',
    global: 'Länkad till det globala partner-ID:t: ändra länken till ett plats-partner-ID.',
    person: 'En person kan sluta, och krediten med den: länka även ett tjänsthuvudnamn.',
    second: 'Om den tas bort eller inaktiveras upphör krediten: länka en andra identitet.',
    group: 'En grupp kan inte länkas: dess medlemmar kan, men de har inte lästs eller så finns inga.',
    tooOld:
      'Läst för länge sedan för att räknas: kontrollera att autentiseringsuppgiften fortfarande fungerar.',
    askPerson:
      'Bara personens egen inloggning visar det: be om ”Kontrollera min länk” eller registrera ett intygande.',
    addCredential:
      'Bara dess egen token visar det: lägg till autentiseringsuppgiften i LINK_CREDENTIALS_FILE eller registrera ett intygande.',
  },
  subscriptions: 'Prenumerationer',
  noMatch: 'Ingen identitet matchar filtren',
};
