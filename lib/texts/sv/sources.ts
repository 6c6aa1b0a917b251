import type { Texts } from '../en/all-areas.ts';

export const sources: Texts['sources'] = {
  group: {
    billing: 'Fakturering',
    cost: 'Kostnad',
    access: 'Åtkomst',
    identities: 'Identiteter och länkar',
    customerTenants: 'Kunders klientorganisationer',
  },
  of: {
    'billing-accounts': {
      name: 'Faktureringskonton',
      shows: 'vilka faktureringskonton för partnern som får läsas',
    },
    'billing-profiles': {
      name: 'Faktureringsprofiler',
      shows: 'i vilka valutor ni faktureras',
    },
    'billing-customers': {
      name: 'Fakturerade kunder',
      shows: 'vilka kunder ni fakturerar',
    },
    'billing-subscriptions': {
      name: 'Fakturerade prenumerationer',
      shows: 'vilka prenumerationer ni fakturerar, med vilket erbjudande',
    },
    'billing-transfers': {
      name: 'Faktureringsöverföringar',
      shows: 'vilka prenumerationer som flyttat mellan partner',
    },
    tenants: {
      name: 'Klientorganisationer',
      shows: 'namn och domäner för kunders klientorganisationer',
    },
    subscriptions: {
      name: 'Delegerade prenumerationer',
      shows: 'vilka prenumerationer Lighthouse låter er se',
    },
    'resource-groups': {
      name: 'Resursgrupper',
      shows: 'vad begränsad åtkomst lämnar utanför, och grupper som Azure hanterar',
    },
    'delegation-definitions': {
      name: 'Delegeringsdefinitioner',
      shows: 'vem som är auktoriserad via Lighthouse, med vilken roll',
    },
    delegations: {
      name: 'Delegeringar',
      shows: 'vilka prenumerationer och resursgrupper som är delegerade',
    },
    'role-assignments': {
      name: 'Rolltilldelningar',
      shows: 'åtkomst via agentgrupper och direkt åtkomst',
    },
    'role-definitions': {
      name: 'Rolldefinitioner',
      shows: 'namn på roller',
    },
    'agent-groups': {
      name: 'Agentgrupper',
      shows: 'vilka externa huvudprinciper (foreign principals) som är era',
    },
    'partner-links': {
      name: 'Partnerlänkar',
      shows: 'vilka identiteter som är länkade',
    },
    identities: {
      name: 'Identiteter i er klientorganisation',
      shows: 'gruppmedlemmar och inaktiverade konton',
    },
    'group-schedules': {
      name: 'Tidsbegränsade gruppmedlemmar',
      shows: 'medlemskap som upphör eller aktiveras just-in-time',
    },
    gdap: {
      name: 'GDAP-relationer',
      shows: 'vilka delegerade administratörsrelationer som är aktiva',
    },
    'customer-subscriptions': {
      name: 'Prenumerationer i kunders klientorganisationer',
      shows: 'prenumerationer som inte är delegerade',
    },
    'customer-delegations': {
      name: 'Delegeringar i kunders klientorganisationer',
      shows: 'delegeringar av prenumerationer som ni annars inte ser',
    },
    'customer-role-assignments': {
      name: 'Rolltilldelningar i kunders klientorganisationer',
      shows: 'åtkomst till prenumerationer som inte är delegerade',
    },
    'customer-identities': {
      name: 'Identiteter i kunders klientorganisationer',
      shows: 'vems den direkta åtkomsten är',
    },
    'marketplace-offers': {
      name: 'Marketplace-erbjudanden',
      shows: 'köpta erbjudanden om hanterade tjänster, delegerade eller inte',
    },
    'deny-assignments': {
      name: 'Neka-tilldelningar',
      shows: 'där Azure självt blockerar åtkomst',
    },
    'role-schedules': {
      name: 'Rollscheman',
      shows: 'direkta roller som upphör eller aktiveras just-in-time',
    },
    'cost-dimensions': {
      name: 'Kostnadskolumner',
      shows: 'om kostnaden kan säga vad som krediterades',
    },
    costs: {
      name: 'Kostnader',
      shows: 'vilken kostnad som fick kredit',
    },
  },
  status: {
    complete: 'Fullständig',
    partial: 'Delvis',
    failed: 'Misslyckades',
    never: 'Aldrig läst',
    notNeeded: 'Behövs inte',
  },
  way: {
    'resource-graph': 'Azure Resource Graph',
    list: 'listan för varje prenumeration',
    'managing-tenant': 'en token för er klientorganisation',
    'customer-tenant': 'en token för kundens klientorganisation',
    'own-token': 'dess egen token',
    'link-credential': 'dess länkautentiseringsuppgift',
    'on-behalf-of': 'personens egen inloggning',
    attested: 'en persons ord',
  },
  neverRead: 'Aldrig läst',
  stale: 'Inaktuell',
  oldestData: 'Äldsta data: <age></age>',
  readAge: 'läst <age></age>',
  readOf: '{read, number} av {expected, number}',
  readOfFaint: '{read, number} <faint>av {expected, number}</faint>',
  announcedSent: '{announced, number} aviserade, {sent, number} skickade',
  sent: '{sent, number} skickade',
  tableCaption: 'Vad som lästs från varje källa, och när',
  source: 'Källa',
  shows: 'Visar',
  showsThis: 'visar {what}',
  state: 'Status',
  read: 'Läst',
  rows: 'Rader',
  oldest: 'Äldsta data',
  nothingToRead: 'inget att läsa',
  failedReads:
    '{count, plural, one {# läsning lyckades inte; det den skulle visa räknas som okänt} other {# läsningar lyckades inte; det de skulle visa räknas som okänt}}',
  moreTenants: 'och {count, plural, one {# klientorganisation till} other {# klientorganisationer till}}',
  yourTenant: 'Er klientorganisation',
  failureOf: '<tenant></tenant><faint>, <age></age></faint>',
  readWhen: 'läst {age}',
};
