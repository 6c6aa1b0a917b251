import type { Texts } from '../en/all-areas.ts';

export const layout: Texts['layout'] = {
  skip: 'Hoppa till innehållet',
  environment: 'Miljö',
  noSignIn: 'Ingen inloggning: alla vid den här datorn är administratörer',
  partnerIds: '{count, plural, one {Partner-ID} other {Partner-ID:n}}',
  pages: 'Sidor',
  theme: 'Tema',
  themes: {
    system: 'Som systemet',
    light: 'Ljust',
    dark: 'Mörkt',
  },
  language: 'Språk',
  period: 'Period',
  earlierMonth: 'Tidigare månad',
  laterMonth: 'Senare månad',
  estimate: 'Uppskattning tills Microsoft stänger månaden.',
  assumedRate: 'Krediten är beräknad med en antagen sats på {percent} av priset.',
  seenRate: 'Utebliven kredit uppskattas till {percent} av priset, den sats som setts den här månaden.',
  notConnected: 'Azure är inte anslutet',
  appearOnceConnected:
    '{what} visas här när tjänsten får läsa er klientorganisation. Sidan Synkronisering anger vilka inställningar som saknas.',
  fileIsEnough:
    'En kostnadsfil från Partnercenter eller Cost Management räcker för att se vad som gav kredit: <link>importera en</link>.',
  nothingRead: 'Inget har lästs ännu',
  appearAfterSync:
    '{what} visas här efter den första synkroniseringen. Den läser bara Azure och ändrar inget där.',
  goToSync: 'Gå till Synkronisering',
  wrongFilter: 'Adressen har ett felaktigt filter',
  withoutFilters: 'Visa utan filter',
  notFound: 'Sidan hittades inte',
  noPage: 'Det finns ingen sida på den här adressen',
  mistyped: 'Adressen kan vara felskriven, eller så har sidan flyttats.',
  goToOverview: 'Gå till översikten',
  notYourRole: 'Inte för din roll',
  roleDoesNotOpen: 'Din roll ger inte åtkomst till sidan',
  whoGivesRoles: 'En administratör för er klientorganisation ger roller: Pec.Viewer, Pec.Support, Pec.Admin.',
  account: {
    roles: {
      viewer: 'Läsare',
      support: 'Support',
      admin: 'Administratör',
    },
    limited: '{role}, tilldelade kunder',
    ownLink: 'Din partnerlänk',
    signOut: 'Logga ut',
  },
  fault: {
    unknown: 'sidan har inget sådant filter',
    choice: 'måste vara något av {values}',
    twice: 'måste anges en gång',
    form: 'har inte rätt form, till exempel 2026-11 för en månad',
    refused: 'kan inte användas här: {detail}',
  },
};
