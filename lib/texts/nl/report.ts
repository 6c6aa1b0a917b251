import type { Texts } from '../en/all-areas.ts';

export const report: Texts['report'] = {
  title: 'Partner Earned Credit van {name}',
  back: 'Terug naar de klant',
  print: 'Afdrukken of opslaan als pdf',
  openMonth: '{month}, een open maand: de cijfers zijn schattingen totdat Microsoft de maand afsluit',
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
};
