import type { Texts } from '../en/all-areas.ts';

export const stepReasons: Texts['stepReasons'] = {
  detail: 'Teknisk detalj',
  told: {
    'wrong-count': 'Azure angav {expected, plural, one {# rad} other {# rader}} och skickade {read, number}.',
    'fewer-rows':
      'Azure returnerade {read, plural, one {# rad} other {# rader}} där {held, number} fanns. Det som finns behålls tills en andra läsning säger samma sak.',
    'step-fault': 'Ett fel hos oss avslutade steget; loggen säger vilket.',
    'run-fault': 'Ett fel hos oss avslutade körningen; loggen säger vilket.',
    'not-judged':
      '{count, plural, one {# kund kunde inte bedömas och behåller} other {# kunder kunde inte bedömas och behåller}} sin senaste bedömning; loggen säger varför.',
    'no-subscription': 'Ingen prenumeration är synlig ännu.',
    'no-billing-account': 'Inget partnerfaktureringskonto är synligt för tjänstidentiteten.',
    'no-account-known': 'Inget partnerfaktureringskonto är känt.',
    'of-subscriptions':
      '{unread, number} av {asked, plural, one {# prenumeration} other {# prenumerationer}} kunde inte läsas.',
    'ownerless-cost':
      'Kostnad för {count, plural, one {# prenumeration eller avgift} other {# prenumerationer eller avgifter}} tillhör ingen kund som nämns i det som lästs.',
    'graph-shows-nothing': 'Resource Graph visar ingenting.',
    'refused-before': 'Det nekades innan körningen återupptogs.',
    'http-status': 'Azure svarade med status {status} utan förklaring.',
    'long-wait': 'Azure bad om en längre väntan än ett anrop väntar.',
    'no-export': 'Ingen export av faktisk kostnad har levererat {period}.',
    'no-token': 'Identiteten gav ingen token.',
    'managed-identity': 'En hanterad identitet har bara token för sin egen klientorganisation.',
    'no-report': 'Azure kunde inte skapa rapporten.',
    'no-definitions': 'Delegeringarnas definitioner lästes inte.',
    'no-dimensions': 'Faktureringsomfångets kostnadsdimensioner har inte lästs.',
    'unlisted-customer': 'Faktureringen listar prenumerationer för kunden {customer}, men ingen sådan kund.',
    'unlisted-subscription':
      'Prenumerationen {subscription} syns och har kostnad, men faktureringen listar den inte.',
    'delegations-differ':
      'Prenumerationen {subscription}: Resource Graph visar {graph, plural, one {# delegering} other {# delegeringar}} och listan {list, number}.',
    'costs-differ': 'Kundens egen läsning säger {own}, faktureringsprofilens {profile}.',
    'no-exports': 'Det finns ingen export av faktisk kostnad.',
    'unknown-tenant': 'Inget visar vilken klientorganisation den fakturerade kunden {customer} är.',
    'totals-differ':
      'Raderna för faktureringsprofilen {profile} för {period} uppgår till {lines}, en fråga till {query}.',
  },
  kind: {
    malformed: 'Svaret hade inte den form som Microsoft dokumenterar.',
    cut: 'Anslutningen bröts innan svaret var helt.',
    timeout: 'Inget helt svar kom i tid.',
    'foreign-host': 'En adress som inte är Azures skulle anropas, men anropades inte.',
    'missing-dimension': 'Faktureringsomfånget saknar en kolumn som det här sättet att läsa behöver.',
    'too-many-subscriptions': 'Resource Graph svarade bara för en del av prenumerationerna.',
    aborted: 'Läsningen gavs upp.',
  },
};
