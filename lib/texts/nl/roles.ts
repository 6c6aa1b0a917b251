import type { Texts } from '../en/all-areas.ts';

export const roles: Texts['roles'] = {
  listMeta: '{source}, per {date}. Rollen worden onderscheiden op id, omdat namen veranderen.',
  usesUnknown: 'Waar u deze rollen gebruikt, is nog niet bekend',
  usesUnknownWhy:
    'De lijst hieronder is van Microsoft. Uw gebruik verschijnt na de eerste <link>synchronisatie</link>.',
  earnOf:
    '{earn, number} van de {all, plural, one {# rol} other {# rollen}} in de lijst van Microsoft verdienen tegoed.',
  youUse: 'U gebruikt er {inUse, number}.',
  youUseUnlisted: 'U gebruikt er {inUse, number}; {unlisted, number} daarvan staan niet in de lijst.',
  searchFinds:
    'Zoeken vindt delen van een naam en van de id van een rol. Een rol die niet in de lijst staat en niet wordt gebruikt, wordt niet getoond.',
  whetherEarns: 'Of een rol verdient',
  search: 'Rollen zoeken',
  placeholder: 'Naam of rol-id',
  onlyInUse: 'Alleen gebruikte rollen',
  showOnlyInUse: 'Alleen gebruikte rollen tonen',
  numbersAre:
    'De getallen zijn abonnementen waarop de rol bestaat: via een permanente autorisatie, een just-in-time-autorisatie of een agentgroep van u.',
  caption: 'Rollen: of ze verdienen, of Lighthouse ze kan delegeren, waar ze worden gebruikt',
  role: 'Rol',
  earns: 'Verdient',
  lighthouse: 'Lighthouse',
  permanent: 'Permanent',
  justInTime: 'Just-in-time',
  agentGroups: 'Agentgroepen',
  roleId: 'Rol-id',
  nameNotRead: 'Naam niet gelezen',
  listedAs: 'in de lijst als {name}',
  notKnown: 'niet bekend',
  canDelegate: 'Kan worden gedelegeerd',
  cannotDelegate: 'Kan niet worden gedelegeerd',
  notReadYet: 'nog niet gelezen',
  lighthouseNote: {
    'data-actions': 'De rol heeft gegevensacties, en die weigert Lighthouse',
    owner: 'Lighthouse weigert de rol Owner',
    limited: 'Alleen om genoemde rollen aan beheerde identiteiten toe te wijzen',
  },
  noMatch: 'Geen rol voldoet aan deze filters',
  count: '{count, plural, one {# rol} other {# rollen}}',
  countOf: '{shown, number} van {count, plural, one {# rol} other {# rollen}}',
};
