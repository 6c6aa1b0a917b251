import type { Texts } from '../en/all-areas.ts';

export const overview: Texts['overview'] = {
  what: 'Verdiend en gemist tegoed',
  restsOn: 'Waar deze pagina op berust',
  restsOnNote: 'Elke bron met de oudste datum waarop eruit is gelezen.',
  fromFiles: 'Alleen uit bestanden bekend',
  fromFilesWhy:
    'Wat tegoed verdiende en wat werd gemist, is bewezen door de geïmporteerde bestanden. Wie gekoppeld is en welke rollen toegang geven, is onbekend totdat Azure is verbonden; dan verschijnen de redenen naast dezelfde cijfers.',
  connect: 'Azure verbinden',
  finding: {
    nobody: 'In wat is gelezen zijn geen klanten gevonden.',
    allEarn: '{total, plural, one {Uw klant verdient tegoed.} other {Alle # klanten verdienen tegoed.}}',
    someKnown:
      'Van {earning, number} van {total, plural, one {# klant} other {# klanten}} is bekend dat ze tegoed verdienen; van de andere is het nog niet bekend.',
    failing:
      '{failing, number} van {total, plural, one {# klant} other {# klanten}} {failing, plural, one {verdient} other {verdienen}} niet al het mogelijke tegoed.',
    unread: 'Voor {month} zijn geen kosten gelezen; wat is gemist, is dus onbekend.',
    none: 'In {when} is geen tegoed gemist.',
    noneOfRead: 'In {when} is geen tegoed gemist op de kosten die zijn gelezen.',
    upTo: 'In {when} is tot {money} aan tegoed gemist.',
    upToOfRead: 'In {when} is tot {money} aan tegoed gemist op de kosten die zijn gelezen.',
    estimated: 'In {when} is naar schatting {money} aan tegoed gemist.',
    estimatedOfRead: 'In {when} is naar schatting {money} aan tegoed gemist op de kosten die zijn gelezen.',
    soFar: '{month} tot nu toe',
  },
  before: 'heel {month}: {money}',
  noBefore: 'geen {currency} aanwezig voor {month}',
  byVerdict: 'Klanten per oordeel',
  customersWord: '{count, plural, one {klant} other {klanten}}',
  gaps: {
    title: 'Grootste hiaten',
    note: 'Klanten naar wat ze mogelijk hebben gemist, met de zwaarst wegende oorzaak.',
    whatToDo: 'Wat eraan te doen',
    all: 'Alle klanten',
    caption: 'Klanten met het meeste gemiste tegoed',
    customer: 'Klant',
    verdict: 'Oordeel',
    mainCause: 'Hoofdoorzaak',
    noCause: 'geen oorzaak',
  },
  changed: {
    title: 'Wat is gewijzigd',
    note: '{total, plural, =0 {Geen synchronisatie zag een wijziging sinds {day}.} one {# wijziging sinds {day}, zoals synchronisaties die zagen.} other {# wijzigingen sinds {day}, zoals synchronisaties die zagen.}}',
    noteNewest:
      '{total, plural, one {# wijziging} other {# wijzigingen}} sinds {day}, zoals synchronisaties die zagen; de nieuwste {newest, number} hieronder.',
    ofKind: '{kind}: {count, number}',
    sinceYesterday:
      '{count, plural, =0 {Geen sinds gisteren} one {# sinds gisteren} other {# sinds gisteren}}',
    all: 'Alle wijzigingen',
  },
  matrix: {
    title: 'Toegang voorspelt, tegoed bewijst',
    note: 'Abonnementen en hun kosten vóór tegoed. Waar die twee verschillen, zit het nieuws.',
    caption: 'Abonnementen naar toegang (rijen) en tegoed (kolommen)',
    corner: 'Toegang ↓ Tegoed →',
    credit: 'Tegoed',
    access: 'Toegang',
    creditIs: 'Tegoed: {word}',
    none: 'geen',
    subscriptions:
      '<number>{count, number}</number> <word>{count, plural, one {abonnement} other {abonnementen}}</word>',
    news: {
      asItShould: 'zoals het hoort',
      supportCase: 'ondersteuningsaanvraag',
      partMissing: 'deel ontbreekt',
      tooNarrow: 'toegang te beperkt',
      unseen: 'toegang die u niet ziet',
      mend: 'toegang te herstellen',
    },
  },
  together: {
    title: 'Alle valuta’s samen, in {currency}',
    how: 'Omgerekend tegen de wisselkoersen van Microsoft zelf, zoals de dollarbedragen in de kostenregels van {month} die aangeven. Elke valuta staat hieronder ook apart.',
    rate: '1 {one} = {other} {currency}',
    noRate:
      'De bedragen kunnen niet samen in {currency} worden getoond: geen kostenregel van {month} vermeldt dollars voor {missing}.',
  },
  trend: {
    title: 'De laatste {months, number} maanden',
    open: '{count, plural, one {De maand} other {De maanden}} {months} {count, plural, one {is} other {zijn}} nog niet afgesloten: {count, plural, one {de bedragen zijn een schatting} other {de bedragen zijn schattingen}}.',
    unread:
      '{count, plural, one {Van # maand zijn geen kosten bekend: dat is een gat, geen nul.} other {Van # maanden zijn geen kosten bekend: dat zijn gaten, geen nul.}}',
    partial:
      '{count, plural, one {# maand is deels gelezen: er kan meer zijn verdiend en gemist.} other {# maanden zijn deels gelezen: er kan meer zijn verdiend en gemist.}}',
    rose: 'Verdiend tegoed steeg van {first} in {firstMonth} naar {last} in {lastMonth}',
    fell: 'Verdiend tegoed daalde van {first} in {firstMonth} naar {last} in {lastMonth}',
    stayed: 'Verdiend tegoed was {first} in {firstMonth} en {last} in {lastMonth}',
    once: 'Verdiend tegoed was {last} in {lastMonth}',
    noneClosed: 'Er is nog geen afgesloten maand in {currency} bekend',
    covered: 'De dekking was {first} in {firstMonth} en {last} in {lastMonth}',
    coveredOnce: 'De dekking was {last} in {lastMonth}',
    noCoverage: 'Van geen enkele afgesloten maand is de dekking bekend',
    atLeastShare: 'minstens {percent}',
    atLeast: 'de dekking is minstens dit: een deel van de kosten is nog niet ingedeeld',
    part: {
      credited: 'verdiend tegoed',
      notEarned: 'gemist, een schatting',
      unclassified: 'mogelijk gemist: nog niet ingedeeld',
    },
    pale: 'licht: niet afgesloten, een schatting',
    byMonthTable: '{currency} per maand als tabel',
    byMonthCaption: 'Tegoed, dekking en kosten per maand in {currency}',
    month: 'Maand',
    state: 'Status',
    stateOf: {
      closed: 'afgesloten',
      open: 'niet afgesloten: een schatting',
      openPartial: 'niet afgesloten, deels gelezen',
      partial: 'deels gelezen',
      unread: 'geen kosten bekend',
    },
    notHeld: 'van deze maand zijn geen kosten bekend',
    noneInCurrency: 'geen kosten in deze valuta',
    upTo: 'tot {money}',
    oneMonth:
      'Alleen de kosten van {month} zijn bekend: maanden staan naast elkaar zodra er een tweede is gelezen.',
  },
};
