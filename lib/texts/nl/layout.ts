import type { Texts } from '../en/all-areas.ts';

export const layout: Texts['layout'] = {
  skip: 'Naar de inhoud',
  environment: 'Omgeving',
  noSignIn: 'Geen aanmelding: iedereen op deze computer is beheerder',
  partnerIds: '{count, plural, one {Partner-id} other {Partner-id’s}}',
  pages: 'Pagina’s',
  theme: 'Thema',
  themes: {
    system: 'Zoals het systeem',
    light: 'Licht',
    dark: 'Donker',
  },
  language: 'Taal',
  period: 'Periode',
  earlierMonth: 'Eerdere maand',
  laterMonth: 'Latere maand',
  estimate: 'Schatting totdat Microsoft de maand afsluit.',
  assumedRate: 'Tegoed is berekend met een aangenomen percentage van {percent} van de prijs.',
  seenRate: 'Gemist tegoed is geschat op {percent} van de prijs, het percentage dat deze maand is gezien.',
  notConnected: 'Azure is niet verbonden',
  appearOnceConnected:
    '{what} verschijnen hier zodra deze service uw tenant mag lezen. De pagina Synchronisatie noemt de instellingen die ontbreken.',
  fileIsEnough:
    'Een kostenbestand uit Partnercentrum of Cost Management is genoeg om te zien wat tegoed verdiende: <link>importeer er een</link>.',
  nothingRead: 'Er is nog niets gelezen',
  appearAfterSync:
    '{what} verschijnen hier na de eerste synchronisatie. Die leest Azure alleen; er wordt daar niets gewijzigd.',
  goToSync: 'Naar Synchronisatie',
  wrongFilter: 'Dit adres heeft een onjuist filter',
  withoutFilters: 'Zonder filters tonen',
  notFound: 'Pagina niet gevonden',
  noPage: 'Op dit adres is geen pagina',
  mistyped: 'Het adres is misschien verkeerd getypt, of de pagina is verplaatst.',
  goToOverview: 'Naar het overzicht',
  notYourRole: 'Niet voor uw rol',
  roleDoesNotOpen: 'Uw rol geeft geen toegang tot deze pagina',
  whoGivesRoles: 'Een beheerder van uw tenant geeft rollen: Pec.Viewer, Pec.Support, Pec.Admin.',
  account: {
    roles: {
      viewer: 'Lezer',
      support: 'Ondersteuning',
      admin: 'Beheerder',
    },
    limited: '{role}, toegewezen klanten',
    ownLink: 'Uw partnerkoppeling',
    signOut: 'Afmelden',
  },
  fault: {
    unknown: 'deze pagina heeft zo’n filter niet',
    choice: 'moet een van deze zijn: {values}',
    twice: 'moet één keer worden opgegeven',
    form: 'heeft niet de vereiste vorm, zoals 2026-11 voor een maand',
    refused: 'kan hier niet worden gebruikt: {detail}',
  },
};
