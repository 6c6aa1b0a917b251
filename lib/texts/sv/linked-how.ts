import type { Texts } from '../en/all-areas.ts';

export const linkedHow: Texts['linkedHow'] = {
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
