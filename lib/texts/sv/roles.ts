import type { Texts } from '../en/all-areas.ts';

export const roles: Texts['roles'] = {
  listMeta: '{source}, per den {date}. Roller skiljs åt genom ID, eftersom namn ändras.',
  usesUnknown: 'Var ni använder rollerna är inte känt ännu',
  usesUnknownWhy:
    'Listan nedan är Microsofts. Er användning visas efter den första <link>synkroniseringen</link>.',
  earnOf: '{earn, number} av {all, plural, one {# roll} other {# roller}} i Microsofts lista ger kredit.',
  youUse: 'Ni använder {inUse, number}.',
  youUseUnlisted: 'Ni använder {inUse, number}; {unlisted, number} av dem finns inte i listan.',
  searchFinds:
    'Sökningen hittar delar av ett namn och av en rolls ID. En roll som varken finns i listan eller används visas inte.',
  whetherEarns: 'Om en roll ger kredit',
  search: 'Sök roller',
  placeholder: 'Namn eller roll-ID',
  onlyInUse: 'Endast roller som används',
  showOnlyInUse: 'Visa endast roller som används',
  numbersAre:
    'Siffrorna är prenumerationer där rollen innehas: genom en permanent auktorisering, en just-in-time-auktorisering eller en av era agentgrupper.',
  caption: 'Roller: om de ger kredit, om Lighthouse kan delegera dem, var de används',
  role: 'Roll',
  earns: 'Ger kredit',
  lighthouse: 'Lighthouse',
  permanent: 'Permanent',
  justInTime: 'Just-in-time',
  agentGroups: 'Agentgrupper',
  roleId: 'roll-ID',
  nameNotRead: 'Namnet inte läst',
  listedAs: 'i listan som {name}',
  notKnown: 'inte känt',
  canDelegate: 'Kan delegeras',
  cannotDelegate: 'Kan inte delegeras',
  notReadYet: 'inte läst ännu',
  lighthouseNote: {
    'data-actions': 'Rollen har dataåtgärder, vilket Lighthouse nekar',
    owner: 'Lighthouse nekar rollen Owner',
    limited: 'Endast för att tilldela angivna roller till hanterade identiteter',
  },
  noMatch: 'Ingen roll matchar dessa filter',
  count: '{count, plural, one {# roll} other {# roller}}',
  countOf: '{shown, number} av {count, plural, one {# roll} other {# roller}}',
};
