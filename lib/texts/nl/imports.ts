import type { Texts } from '../en/all-areas.ts';

export const imports: Texts['imports'] = {
  lead: 'Een kostenbestand toont binnen enkele seconden welke abonnementen tegoed verdienden en wat is gemist, zonder enig recht in Azure.',
  given: 'Gegeven bestanden',
  givenNote:
    'Voor de maand van een klant telt één bron: de nieuwste; bij een afgesloten maand liever een die elke regel noemt. Ze worden nooit opgeteld.',
  amortised: 'Afgeschreven kosten: ze tellen alleen waar van een maand niets anders aanwezig is.',
  reconciliation:
    'Het noemt geen dagen en geen Azure-abonnementen en telt dus nergens. Het wordt vergeleken met het dagelijks getarifeerd verbruik van dezelfde maand: zie Aansluiten.',
  about:
    '{kind}, {lines, plural, one {# regel} other {# regels}}, {customers, plural, one {# klant} other {# klanten}}.',
  way: {
    upload: 'geüpload',
    command: 'via de opdrachtregel',
    folder: 'uit de bewaakte map',
    container: 'uit de bewaakte container',
  },
  wayWhen: '{way} <age></age>',
  wayWhenBy: '{way} <age></age> door {who}',
  earnedMissed: '<earned></earned> verdiend, <missed></missed> gemist van <net></net>',
  counts: {
    notJudged: 'Er is nog niets van beoordeeld.',
    all: 'De maand van alle klanten erin komt uit dit bestand.',
    some: 'Dit bestand telt voor {count, plural, one {# klant} other {# klanten}}.',
    nobody: 'Dit bestand telt nu voor niemand.',
    azure:
      'Voor {count, plural, one {# klant} other {# klanten}} is wat Azure antwoordde nieuwer of vollediger, en dat blijft.',
    other: 'Voor {count, plural, one {# klant} other {# klanten}} telt een nieuwer bestand.',
  },
  rejected:
    '{lines, plural, one {# regel kon niet worden gelezen en telt nergens.} other {# regels konden niet worden gelezen en tellen nergens.}} <link>Downloaden met de redenen</link>',
  without:
    '{lines, plural, one {# regel} other {# regels}} zonder klant: bij het bestand bewaard, voor niemand geteld.',
  where: {
    title: 'Waar deze bestanden te vinden zijn',
    note: 'Herkend aan hun kolommen, ongeacht de naam.',
    forms:
      'CSV, JSON-regels of Parquet, ook gecomprimeerd met gzip of zip. Een bestand bewijst wie tegoed verdiende en wat is gemist. Wie gekoppeld is en waarom tegoed ontbreekt, kan alleen Azure zeggen: verbind het later, en de redenen verschijnen naast dezelfde cijfers.',
    usage: {
      title: 'Partnercentrum: dagelijks getarifeerd verbruik',
      one: 'Meld u bij Partnercentrum aan als factureringsbeheerder of beheerdersagent.',
      two: 'Open Facturering en dan Factureringsgeschiedenis (of Dagelijks verbruik).',
      three:
        'Kies in de rij van een maand het dagelijks getarifeerd verbruik: gefactureerd voor een afgesloten maand, niet-gefactureerd voor de open maand.',
      four: 'Behoud alle kolommen. Het bestand kan als gzip of zip komen: geef het zoals het is.',
    },
    portal: {
      title: 'Azure-portal: kostendetails en exports',
      one: 'Open Cost Management met als bereik uw factureringsrekening, een factureringsprofiel of een klant. Een abonnement noemt geen tegoed.',
      two: 'Open Exports, of Verbruik en kosten voor één download.',
      three:
        'Neem de werkelijke kosten van één maand, of een FOCUS-export; elke partitie ervan, of de map als zip.',
    },
    invoice: {
      title: 'Partnercentrum: factuurafstemming',
      one: 'Kies in dezelfde factureringsgeschiedenis het afstemmingsbestand van een factuur.',
      two: 'Het noemt geen dagen en geen resources en wordt dus alleen vergeleken met wat verder aanwezig is.',
    },
  },
  mayNot: 'Supportmedewerkers en beheerders leveren bestanden aan en nemen ze terug.',
};
