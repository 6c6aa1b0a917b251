import type { Texts } from '../en/all-areas.ts';

export const report: Texts['report'] = {
  title: 'Partner Earned Credit van {name}',
  back: 'Terug naar de klant',
  print: 'Afdrukken of opslaan als pdf',
  openMonth: 'De open maand {month}: de cijfers zijn schattingen totdat Microsoft die afsluit',
  earned: 'Wat verdiende',
  missed: 'Wat is gemist',
  why: 'Waarom, en wat te doen',
  noCost: 'Van deze maand konden geen kosten worden gelezen; er zijn dus geen bedragen te noemen.',
  noCause: 'Elk abonnement verdient, of heeft niets dat dat zou kunnen.',
  column: {
    currency: 'Valuta',
    cost: 'Kosten',
    eligible: 'In aanmerking komend',
    received: 'Ontvangen tegoed',
    missedEstimate: 'Gemist tegoed (schatting)',
    subscription: 'Abonnement',
    result: 'Resultaat',
  },
  doIt: '<strong>Wat te doen:</strong> {remedy}',
  concerns: 'Betreft {count, plural, one {# abonnement} other {# abonnementen}}: {names}',
  concernsMore:
    'Betreft {count, plural, one {# abonnement} other {# abonnementen}}: {names} en nog {more, number}',
  asked:
    'Microsoft verbiedt klanten onder druk te zetten om toegang te geven alleen om tegoed te verdienen: wat hier wordt gevraagd, gaat uit van de beheerde service.',
  rests: 'Gemaakt op {made}. Wat niet kon worden gelezen, telt als onbekend, nooit als verdiend of gemist.',
  restsSince:
    'Gemaakt op {made}, op basis van gegevens die op zijn vroegst op {asOf} zijn gelezen. Wat niet kon worden gelezen, telt als onbekend, nooit als verdiend of gemist.',
  advice: {
    inOrder: {
      title: 'In orde',
      meaning: 'De toegang is zoals die moet zijn.',
      remedy: 'Er hoeft niets te gebeuren.',
    },
    notByUs: {
      title: 'Niet door ons verdiend',
      meaning: 'Een andere partij factureert dit abonnement of ontvangt het tegoed ervan.',
      remedy: 'Er hoeft niets te gebeuren.',
    },
    cannotEarn: {
      title: 'Niets hier kon verdienen',
      meaning:
        'Er was niets te factureren, de kosten zijn van producten die nooit tegoed verdienen, of een Azure-tegoed betaalde ze.',
      remedy: 'Er hoeft niets te gebeuren.',
    },
    legacyOffer: {
      title: 'Oudere aanbieding',
      meaning:
        'Het abonnement valt onder een aanbieding die geen tegoed kan verdienen, niet onder het Azure-plan.',
      remedy: 'Als u dat wilt, plannen we samen de overstap naar het Azure-plan.',
    },
    waiting: {
      title: 'Nog te vroeg om te zeggen',
      meaning:
        'Toegang, een koppeling of kosten zijn te recent: tegoed telt hele dagen en is tot 48 uur later zichtbaar.',
      remedy: 'Er hoeft niets te gebeuren; het volgende rapport geeft uitsluitsel.',
    },
    notKnown: {
      title: 'Nog niet bekend',
      meaning: 'Wat het zou bewijzen, kon nog niet worden gelezen; daarom wordt er niets over beweerd.',
      remedy: 'Wij vullen aan wat ontbreekt; van u is niets nodig.',
    },
    clearedUp: {
      title: 'Toegang aanwezig, geen tegoed',
      meaning: 'De toegang zou moeten verdienen, maar de kosten tonen geen tegoed.',
      remedy: 'Wij zoeken dit uit met Microsoft; van u is niets nodig.',
    },
    noAccess: {
      title: 'Geen toegang',
      meaning: 'Wij hebben zelf geen toegang tot dit abonnement.',
      remedy:
        'Als wij het voor u beheren, spreken we eerst de service af en daarna de minste toegang die daarvoor nodig is. Die geeft u met een sjabloon die wij u sturen.',
    },
    partOnly: {
      title: 'Toegang tot slechts een deel',
      meaning: 'Onze toegang omvat enkele resourcegroepen of resources; de rest kan niet verdienen.',
      remedy:
        'Als de service voor het hele abonnement geldt, spreken we met u toegang tot het geheel af; anders blijft het zoals het is.',
    },
    partOfTime: {
      title: 'Toegang voor een deel van de tijd',
      meaning:
        'Onze toegang gold maar een deel van de maand, of berust op een lidmaatschap dat afloopt. Verstreken dagen kunnen niet worden teruggewonnen.',
      remedy:
        'Wij zorgen dat de afgesproken toegang blijft gelden en komen bij u als daar iets van u voor nodig is.',
    },
    notSetUp: {
      title: 'Toegang niet volledig ingericht',
      meaning:
        'Er is een begin gemaakt met toegang voor ons, maar die noemt een andere partij, is mislukt of is niet voltooid.',
      remedy:
        'Als de afgesproken service het nodig heeft, sturen wij u een sjabloon die de toegang opnieuw inricht.',
    },
    ourLink: {
      title: 'Onze koppeling ontbreekt of klopt niet',
      meaning: 'Wij hebben toegang, maar die is niet aan onze partner-id gekoppeld zoals Microsoft vraagt.',
      remedy:
        'Wij zetten de koppeling zelf recht. Als dat een aanmelding bij uw tenant vergt, melden we dat vooraf.',
    },
    role: {
      title: 'Rol verdient geen tegoed',
      meaning:
        'Onze toegang heeft een rol die geen tegoed verdient, of een verdienende rol alleen just-in-time.',
      remedy:
        'Het kan blijven zoals het is. Als de service meer nodig heeft, stellen wij de kleinste passende rol voor.',
    },
    protected: {
      title: 'Beschermd door een product',
      meaning: 'Een beheerd product houdt anderen buiten een deel van het abonnement.',
      remedy: 'Meestal hoeft er niets te gebeuren: het hoort bij het product.',
    },
  },
};
