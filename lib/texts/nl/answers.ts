import type { Texts } from '../en/all-areas.ts';

export const answers: Texts['answers'] = {
  noAnswer: 'De server antwoordde niet. Probeer het zo opnieuw.',
  notSaved: 'Het is niet opgeslagen.',
  refused: 'Het is geweigerd: {detail}',
  code: {
    'azure-not-configured':
      'Azure is niet verbonden: de pagina Synchronisatie noemt de instellingen die ontbreken.',
    'role-required': 'Uw rol staat dit niet toe.',
    'person-required': 'Alleen een aangemelde persoon kan dit doen.',
    'sign-in-required': 'Uw sessie is beëindigd. Meld u opnieuw aan.',
    'not-found': 'Het is er niet meer.',
    'too-many-requests': 'Er kwamen te veel aanvragen tegelijk. Probeer het zo opnieuw.',
    'too-many-views': 'U bewaart al het maximale aantal weergaven. Verwijder er eerst een.',
    'run-ended': 'De run is al beëindigd.',
    'import-ended': 'De import is al beëindigd.',
    'sync-running': 'Er loopt al een synchronisatie.',
    'foreign-partner-id': 'Deze partner-id is niet van u.',
    'file-too-large': 'Het bestand is te groot.',
    'file-not-whole': 'Het bestand is niet volledig aangekomen. Verzend het opnieuw.',
    'disk-full': 'De server heeft geen schijfruimte meer.',
    internal: 'De server kon niet antwoorden. Het logboek zegt waarom.',
    'import-taken-back': 'Het is teruggenomen voordat het was gelezen.',
    'unreadable-answer': 'De server gaf een antwoord dat niet te lezen is.',
  },
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
