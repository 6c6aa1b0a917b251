import type { Texts } from '../en/all-areas.ts';

export const linkedHow: Texts['linkedHow'] = {
  linkedAs: '{name} is gekoppeld aan partner-id {partnerId} in tenant {tenantId}',
  linkedAsMember:
    '{name} is, als lid van een geautoriseerde groep, gekoppeld aan partner-id {partnerId} in tenant {tenantId}',
  linkKnown: '{link}; {how}',
  linkHow: {
    'own-token': 'gelezen met het eigen token op {day}',
    'link-credential': 'gelezen met het eigen token op {day}',
    'on-behalf-of': 'gelezen als de aangemelde persoon op {day}',
    attested: 'bevestigd door een persoon op {day}',
  },
  automatic: {
    aobo: 'Onze agentgroep heeft een rol op het abonnement (admin on behalf of, AOBO); daarvoor is geen koppeling nodig',
    marketplace:
      'Via de Marketplace-aanbieding, volgens Partner Center; de Azure-documentatie bevestigt dit niet',
  },
  noneLinked:
    '{count, plural, =0 {Geen identiteit van ons heeft een rol op dit abonnement} one {Onze # identiteit op dit abonnement is niet aan onze partner-id gekoppeld} other {Geen van onze # identiteiten op dit abonnement is aan onze partner-id gekoppeld}}',
  linkUnread: {
    delegations: 'De delegeringen van dit abonnement zijn niet gelezen',
    'role-assignments': 'De roltoewijzingen van dit abonnement zijn niet gelezen',
    'agent-groups': 'De object-id’s van de agentgroepen van de partner zijn niet gelezen',
    definitions: 'Azure gaf een delegering terug zonder te zeggen wie zij autoriseert',
    members: 'Wie de geautoriseerde identiteiten en de leden van hun groepen zijn, is niet gelezen',
    links: 'De koppeling van een geautoriseerde identiteit is alleen met haar eigen token te lezen',
    owners: 'Het is niet bekend of identiteiten met directe rollen van ons zijn',
  },
};
