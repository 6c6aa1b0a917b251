import type { Texts } from '../en/all-areas.ts';

export const answers: Texts['answers'] = {
  noAnswer: 'Servern svarade inte. Försök igen om en stund.',
  notSaved: 'Det sparades inte.',
  refused: 'Det avvisades: {detail}',
  code: {
    'azure-not-configured':
      'Azure är inte anslutet: sidan Synkronisering anger vilka inställningar som saknas.',
    'role-required': 'Din roll tillåter inte detta.',
    'person-required': 'Bara en inloggad person kan göra detta.',
    'sign-in-required': 'Din session har avslutats. Logga in igen.',
    'not-found': 'Det finns inte längre.',
    'too-many-requests': 'För många begäranden kom samtidigt. Försök igen om en stund.',
    'too-many-views': 'Du har redan det högsta antalet vyer. Ta bort en först.',
    'run-ended': 'Körningen har redan avslutats.',
    'import-ended': 'Importen har redan avslutats.',
    'sync-running': 'En synkronisering pågår redan.',
    'foreign-partner-id': 'Detta partner-ID är inte ert.',
    'file-too-large': 'Filen är för stor.',
    'file-not-whole': 'Filen kom inte fram hel. Skicka den igen.',
    'disk-full': 'Servern har inget diskutrymme kvar.',
    internal: 'Servern kunde inte svara. Dess logg säger varför.',
    'import-taken-back': 'Den togs tillbaka innan den lästes.',
    'unreadable-answer': 'Servern gav ett svar som inte kan läsas.',
  },
  linkedAs: '{name} är länkad till partner-ID {partnerId} i klientorganisationen {tenantId}',
  linkedAsMember:
    '{name} är, som medlem i en auktoriserad grupp, länkad till partner-ID {partnerId} i klientorganisationen {tenantId}',
  linkKnown: '{link}; {how}',
  linkHow: {
    'own-token': 'läst med dess egen token den {day}',
    'link-credential': 'läst med dess egen token den {day}',
    'on-behalf-of': 'läst som den inloggade personen den {day}',
    attested: 'intygat av en person den {day}',
  },
  automatic: {
    aobo: 'Vår agentgrupp har en roll på prenumerationen (admin on behalf of, AOBO), vilket inte kräver någon länk',
    marketplace:
      'Genom Marketplace-erbjudandet, enligt Partner Center; Azure-dokumentationen bekräftar det inte',
  },
  noneLinked:
    '{count, plural, =0 {Ingen av våra identiteter har en roll på prenumerationen} one {Vår # identitet på prenumerationen är inte länkad till vårt partner-ID} other {Ingen av våra # identiteter på prenumerationen är länkad till vårt partner-ID}}',
  linkUnread: {
    delegations: 'Prenumerationens delegeringar har inte lästs',
    'role-assignments': 'Prenumerationens rolltilldelningar har inte lästs',
    'agent-groups': 'Objekt-ID:na för partnerns agentgrupper har inte lästs',
    definitions: 'Azure returnerade en delegering utan att ange vem den auktoriserar',
    members: 'Vilka de auktoriserade identiteterna och medlemmarna i deras grupper är har inte lästs',
    links: 'En auktoriserad identitets länk kan bara läsas med dess egen token',
    owners: 'Det är inte känt om identiteter med direkta roller är våra',
  },
};
