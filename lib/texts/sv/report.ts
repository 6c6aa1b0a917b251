import type { Texts } from '../en/all-areas.ts';

export const report: Texts['report'] = {
  title: 'Partner Earned Credit för {name}',
  back: 'Tillbaka till kunden',
  print: 'Skriv ut eller spara som PDF',
  openMonth: 'Den öppna månaden {month}: siffrorna är uppskattningar tills Microsoft stänger den',
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
  advice: {
    inOrder: {
      title: 'I sin ordning',
      meaning: 'Åtkomsten är som den ska.',
      remedy: 'Inget behöver göras.',
    },
    notByUs: {
      title: 'Intjänas inte av oss',
      meaning: 'En annan part fakturerar prenumerationen eller får dess kredit.',
      remedy: 'Inget behöver göras.',
    },
    cannotEarn: {
      title: 'Inget här kunde ge kredit',
      meaning:
        'Det fanns inget att debitera, kostnaden gäller produkter som aldrig ger kredit, eller så betalades den med Azure-kredit.',
      remedy: 'Inget behöver göras.',
    },
    legacyOffer: {
      title: 'Äldre erbjudande',
      meaning: 'Prenumerationen har ett erbjudande som inte kan ge kredit, inte Azure-planen.',
      remedy: 'Om det passar er planerar vi flytten till Azure-planen tillsammans.',
    },
    waiting: {
      title: 'För tidigt att säga',
      meaning:
        'Åtkomst, en länk eller kostnad är för ny: kredit räknas per hel dag och syns upp till 48 timmar senare.',
      remedy: 'Inget behöver göras; nästa rapport visar resultatet.',
    },
    notKnown: {
      title: 'Inte känt ännu',
      meaning: 'Det som skulle bevisa det har inte kunnat läsas ännu, så inget påstås om det.',
      remedy: 'Vi kompletterar det som saknas; inget behövs från er.',
    },
    clearedUp: {
      title: 'Åtkomst finns, ingen kredit',
      meaning: 'Åtkomsten borde ge kredit, men kostnaden visar ingen.',
      remedy: 'Vi reder ut det med Microsoft; inget behövs från er.',
    },
    noAccess: {
      title: 'Ingen åtkomst',
      meaning: 'Vi har ingen egen åtkomst till prenumerationen.',
      remedy:
        'Om vi ska hantera den åt er kommer vi först överens om tjänsten och sedan om den minsta åtkomst den kräver. Den ger ni med en mall som vi skickar.',
    },
    partOnly: {
      title: 'Åtkomst till endast en del',
      meaning: 'Vår åtkomst omfattar vissa resursgrupper eller resurser; resten kan inte ge kredit.',
      remedy:
        'Om tjänsten gäller hela prenumerationen kommer vi överens med er om åtkomst till allt; annars förblir det som det är.',
    },
    partOfTime: {
      title: 'Åtkomst en del av tiden',
      meaning:
        'Vår åtkomst gällde bara en del av månaden, eller bygger på ett medlemskap som upphör. Dagar som gått kan inte återfås.',
      remedy: 'Vi ser till att den avtalade åtkomsten består och hör av oss om det kräver något av er.',
    },
    notSetUp: {
      title: 'Åtkomsten är inte helt konfigurerad',
      meaning: 'Åtkomst för oss påbörjades, men den anger en annan part, misslyckades eller slutfördes inte.',
      remedy: 'Om den avtalade tjänsten kräver det skickar vi en mall som konfigurerar den på nytt.',
    },
    ourLink: {
      title: 'Vår länk saknas eller är fel',
      meaning: 'Vi har åtkomst, men den är inte länkad till vårt partner-ID så som Microsoft kräver.',
      remedy:
        'Vi rättar länken själva. Om det kräver inloggning i er klientorganisation säger vi till i förväg.',
    },
    role: {
      title: 'Rollen ger ingen kredit',
      meaning: 'Vår åtkomst har en roll som inte ger kredit, eller en som ger kredit bara just-in-time.',
      remedy: 'Det kan förbli som det är. Om tjänsten kräver mer föreslår vi den minsta roll som passar.',
    },
    protected: {
      title: 'Skyddad av en produkt',
      meaning: 'En hanterad produkt håller andra utanför en del av prenumerationen.',
      remedy: 'Oftast behöver inget göras: det hör till produkten.',
    },
  },
};
