import type { Texts } from '../en/all-areas.ts';

export const report: Texts['report'] = {
  title: 'Partner Earned Credit för {name}',
  back: 'Tillbaka till kunden',
  print: 'Skriv ut eller spara som PDF',
  openMonth: '{month}, en öppen månad: siffrorna är uppskattningar tills Microsoft stänger den',
  earned: 'Vad som gav kredit',
  missed: 'Vad som uteblev',
  why: 'Varför, och vad man kan göra',
  noCost: 'Ingen kostnad för månaden kunde läsas, så inga belopp kan anges.',
  noCause: 'Varje prenumeration ger kredit, eller har inget som kan göra det.',
  column: {
    currency: 'Valuta',
    cost: 'Kostnad',
    eligible: 'Berättigad',
    received: 'Erhållen kredit',
    missedEstimate: 'Utebliven kredit (uppskattning)',
    subscription: 'Prenumeration',
    result: 'Resultat',
  },
  doIt: '<strong>Åtgärd:</strong> {remedy}',
  concerns: 'Gäller {count, plural, one {# prenumeration} other {# prenumerationer}}: {names}',
  concernsMore:
    'Gäller {count, plural, one {# prenumeration} other {# prenumerationer}}: {names} och {more, number} till',
  asked:
    'Microsoft förbjuder att kunder pressas att ge åtkomst enbart för att tjäna in kredit: det som begärs här utgår från den hanterade tjänsten.',
  rests: 'Skapad {made}. Det som inte kunde läsas räknas som okänt, aldrig som intjänat eller uteblivet.',
  restsSince:
    'Skapad {made}, av data som lästes tidigast {asOf}. Det som inte kunde läsas räknas som okänt, aldrig som intjänat eller uteblivet.',
};
