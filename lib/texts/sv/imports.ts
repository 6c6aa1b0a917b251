import type { Texts } from '../en/all-areas.ts';

export const imports: Texts['imports'] = {
  lead: 'En kostnadsfil visar inom några sekunder vilka prenumerationer som gav kredit och vad som uteblev, utan någon behörighet i Azure.',
  given: 'Filer som lämnats',
  givenNote:
    'För en kunds månad räknas en källa: den nyaste; för en stängd månad hellre en som anger varje rad. De läggs aldrig ihop.',
  amortised: 'Amorterad kostnad: den räknas bara där inget annat finns för en månad.',
  reconciliation:
    'Den anger inga dagar och inga Azure-prenumerationer, så den räknas ingenstans. Den jämförs med den dagliga prissatta användningen för samma månad: se Avstämning.',
  about:
    '{kind}, {lines, plural, one {# rad} other {# rader}}, {customers, plural, one {# kund} other {# kunder}}.',
  way: {
    upload: 'uppladdad',
    command: 'via kommandoraden',
    folder: 'från den bevakade mappen',
    container: 'från den bevakade containern',
  },
  wayWhen: '{way} <age></age>',
  wayWhenBy: '{way} <age></age> av {who}',
  earnedMissed: '<earned></earned> intjänat, <missed></missed> uteblivet av <net></net>',
  counts: {
    notJudged: 'Inget av den har bedömts ännu.',
    all: 'Månaden för alla dess kunder kommer från den här filen.',
    some: 'Filen räknas för {count, plural, one {# kund} other {# kunder}}.',
    nobody: 'Filen räknas inte för någon nu.',
    azure:
      'För {count, plural, one {# kund} other {# kunder}} är Azures svar nyare eller fylligare och behålls.',
    other: 'För {count, plural, one {# kund} other {# kunder}} räknas en nyare fil.',
  },
  rejected:
    '{lines, plural, one {# rad kunde inte läsas och räknas ingenstans.} other {# rader kunde inte läsas och räknas ingenstans.}} <link>Ladda ned dem med orsakerna</link>',
  without: '{lines, plural, one {# rad} other {# rader}} utan kund: sparas med filen, räknas inte för någon.',
  where: {
    title: 'Var filerna finns',
    note: 'Känns igen på sina kolumner, oavsett namn.',
    forms:
      'CSV, JSON-rader eller Parquet, även komprimerade med gzip eller zip. En fil bevisar vem som gav kredit och vad som uteblev. Vem som är länkad och varför kredit saknas kan bara Azure säga: anslut det senare, så visas orsakerna intill samma siffror.',
    usage: {
      title: 'Partnercenter: daglig prissatt användning',
      one: 'Logga in i Partnercenter som faktureringsadministratör eller administratörsagent.',
      two: 'Öppna Fakturering, sedan Faktureringshistorik (eller Daglig användning).',
      three:
        'Välj Daglig prissatt användning på månadens rad: fakturerad för en stängd månad, ofakturerad för den öppna.',
      four: 'Behåll alla kolumner. Filen kan komma som gzip eller zip: lämna den som den är.',
    },
    portal: {
      title: 'Azure-portalen: kostnadsinformation och exporter',
      one: 'Öppna Cost Management med omfånget för ert faktureringskonto, en faktureringsprofil eller en kund. En prenumeration anger ingen kredit.',
      two: 'Öppna Exporter, eller Användning och avgifter för en enstaka nedladdning.',
      three: 'Ta faktisk kostnad för en månad, eller en FOCUS-export; varje partition, eller mappen som zip.',
    },
    invoice: {
      title: 'Partnercenter: fakturaavstämning',
      one: 'Välj avstämningsfilen för en faktura i samma faktureringshistorik.',
      two: 'Den anger inga dagar och inga resurser, så den jämförs bara med det som annars finns.',
    },
  },
  mayNot: 'Supportpersonal och administratörer lämnar filer och tar tillbaka dem.',
};
