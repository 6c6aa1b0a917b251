import type { Texts } from '../en/all-areas.ts';

export const links: Texts['links'] = {
  what: 'De identiteiten waarmee u werkt, en waaraan elk is gekoppeld,',
  meta: 'Alleen het eigen token van een identiteit, of het woord van de persoon, vertelt waaraan zij is gekoppeld: Microsoft geeft geen lijst.',
  known:
    'Van {known, number} van {count, plural, one {# gebruikte identiteit} other {# gebruikte identiteiten}} is bekend dat ze gekoppeld {known, plural, one {is} other {zijn}}.',
  served:
    '{count, plural, one {# abonnement kan} other {# abonnementen kunnen}} via deze identiteiten verdienen.',
  unknown: 'Van {count, number} is het niet bekend.',
  carriesOne:
    '{name} draagt alleen {alone, number} van {served, plural, one {# abonnement} other {# abonnementen}}',
  oneIdentity: 'Eén identiteit',
  carryMany:
    '{count, plural, one {# identiteit draagt} other {# identiteiten dragen elk}} alleen veel abonnementen',
  carriesWhy:
    'Als zo’n identiteit wordt verwijderd, uitgeschakeld of elders gekoppeld, eindigt daarmee het tegoed van die abonnementen. Een tweede gekoppelde identiteit met dezelfde rol kost niets.',
  none: 'Geen identiteit van u is in gebruik',
  noneWhy:
    'Geen delegering noemt er een, en geen rol in een klanttenant is in handen van een identiteit waarvan bekend is dat ze van u is. Toegang via agentgroepen heeft geen koppeling nodig.',
  searchFinds: 'Zoeken vindt delen van een naam, een object-id, een tenant of een partner-id.',
  search: 'Identiteiten zoeken',
  placeholder: 'Naam, id, tenant of partner-id',
  whose: 'Wiens directory',
  anyTenant: 'In elke tenant',
  yours: 'In uw tenant',
  customers: 'In klanttenants',
  stateLabel: 'Status van de koppeling',
  state: {
    attested: 'Bevestigd',
  },
  count: '{count, plural, one {# identiteit} other {# identiteiten}}',
  countOf: '{shown, number} van {count, plural, one {# identiteit} other {# identiteiten}}',
  caption: 'Gebruikte identiteiten, {count, plural, one {# rij} other {# rijen}}',
  identity: 'Identiteit',
  tenant: 'Tenant',
  link: 'Koppeling',
  how: 'Hoe we dat weten',
  advice: 'Wat te doen',
  aboutLoad: 'het aantal abonnementen',
  loadHelp:
    'Waar de identiteit een permanente rol heeft, zelf of als lid van een groep; waar die rol verdient; en waar geen andere gekoppelde identiteit er een heeft.',
  nameNotRead: 'naam niet gelezen',
  objectId: 'Object-id',
  tenantId: 'Tenant-id',
  type: {
    user: 'Gebruiker',
    'service-principal': 'Service-principal',
    group: 'Groep',
    'foreign-group': 'Groep van een andere tenant',
    unread: 'Soort niet gelezen',
  },
  disabled: 'Uitgeschakeld',
  yourTenant: 'Uw tenant',
  anotherTenant: 'Een andere tenant',
  whosePartnerId: {
    location: '{id}, van u',
    global: '{id}, uw globale id',
    other: '{id}, niet van u',
  },
  since: 'sinds {date}',
  neverRead: 'nooit gelezen',
  until: '{age}, telt tot {date}',
  readHow: {
    'own-token': 'Gelezen met het eigen token',
    'link-credential': 'Gelezen met de koppelingsreferentie',
    'on-behalf-of': 'Gelezen als de aangemelde persoon',
    attested: 'Bevestigd door een persoon',
  },
  alone: '{count, number} alleen hierop',
  aloneOfAll: '{count, number} op maar één identiteit',
  withEarning: '{count, number} met een rol die verdient',
  nothingToDo: 'niets te doen',
  advise: {
    disabled:
      'Uitgeschakeld, dus de koppeling telt niet meer: koppel een andere identiteit, liefst een service-principal.',
    linkManaging: 'Koppel haar in uw beherende tenant aan een locatie-partner-id van u.',
    linkCustomer: 'Koppel haar in de tenant van deze klant aan een locatie-partner-id van u.',
    other:
      'Gekoppeld aan een partner-id die niet van u is: wijzig de koppeling of voeg de id toe aan PARTNER_IDS.',
    global: 'Gekoppeld aan de globale partner-id: wijzig de koppeling in een locatie-partner-id.',
    person: 'Een persoon kan vertrekken, en het tegoed met hem: koppel er een service-principal naast.',
    second: 'Als ze wordt verwijderd of uitgeschakeld, eindigt het tegoed: koppel een tweede identiteit.',
    group:
      'Een groep kan niet worden gekoppeld: haar leden wel, maar die zijn niet gelezen of er zijn er geen.',
    tooOld: 'Te lang geleden gelezen om mee te tellen: controleer of de referentie nog werkt.',
    askPerson:
      'Alleen de eigen aanmelding van de persoon toont het: vraag om ‘Mijn koppeling controleren’ of leg een verklaring vast.',
    addCredential:
      'Alleen het eigen token toont het: voeg de referentie toe aan LINK_CREDENTIALS_FILE of leg een verklaring vast.',
  },
  subscriptions: 'Abonnementen',
  noMatch: 'Geen identiteit voldoet aan deze filters',
};
