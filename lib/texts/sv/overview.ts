import type { Texts } from '../en/all-areas.ts';

export const overview: Texts['overview'] = {
  what: 'Intjänad och utebliven kredit',
  restsOn: 'Vad sidan bygger på',
  restsOnNote: 'Varje källa med det äldsta datumet bland dess läsningar.',
  fromFiles: 'Känt enbart från filer',
  fromFilesWhy:
    'Vad som gav kredit och vad som uteblev bevisas av de importerade filerna. Vem som är länkad och vilka roller som ger åtkomst är okänt tills Azure är anslutet; då visas orsakerna intill samma siffror.',
  connect: 'Anslut Azure',
  finding: {
    nobody: 'Inga kunder hittades i det som lästs.',
    allEarn: '{total, plural, one {Din kund ger kredit.} other {Alla # kunder ger kredit.}}',
    someKnown:
      '{earning, number} av {total, plural, one {# kund} other {# kunder}} ger med säkerhet kredit; de övriga är ännu inte kända.',
    failing:
      '{failing, number} av {total, plural, one {# kund} other {# kunder}} ger inte all kredit de kunde.',
    unread: 'Ingen kostnad har lästs för {month}, så vad som uteblivit är okänt.',
    none: 'Ingen kredit uteblev i {when}.',
    noneOfRead: 'Ingen kredit uteblev i {when} på den kostnad som lästs.',
    upTo: 'Upp till {money} i kredit uteblev i {when}.',
    upToOfRead: 'Upp till {money} i kredit uteblev i {when} på den kostnad som lästs.',
    estimated: 'Uppskattningsvis {money} i kredit uteblev i {when}.',
    estimatedOfRead: 'Uppskattningsvis {money} i kredit uteblev i {when} på den kostnad som lästs.',
    soFar: '{month} hittills',
  },
  before: 'hela {month}: {money}',
  noBefore: 'inga {currency} för {month}',
  byVerdict: 'Kunder efter bedömning',
  customersWord: '{count, plural, one {kund} other {kunder}}',
  gaps: {
    title: 'Största luckor',
    note: 'Kunder efter vad som kan ha uteblivit, med den orsak som väger tyngst.',
    whatToDo: 'Vad man kan göra',
    all: 'Alla kunder',
    caption: 'Kunder med störst utebliven kredit',
    customer: 'Kund',
    verdict: 'Bedömning',
    mainCause: 'Huvudorsak',
    noCause: 'ingen orsak',
  },
  changed: {
    title: 'Vad som ändrats',
    note: '{total, plural, =0 {Ingen synkronisering har sett någon ändring sedan {day}.} one {# ändring sedan {day}, så som synkroniseringar såg den.} other {# ändringar sedan {day}, så som synkroniseringar såg dem.}}',
    noteNewest:
      '{total, plural, one {# ändring} other {# ändringar}} sedan {day}, som synkroniseringarna såg dem; de {newest, number} senaste nedan.',
    ofKind: '{kind}: {count, number}',
    sinceYesterday: '{count, plural, =0 {Ingen sedan i går} one {# sedan i går} other {# sedan i går}}',
    all: 'Alla ändringar',
  },
  matrix: {
    title: 'Åtkomst förutsäger, kredit bevisar',
    note: 'Prenumerationer och deras kostnad före kredit. Där de två skiljer sig finns nyheten.',
    caption: 'Prenumerationer efter åtkomst (rader) och kredit (kolumner)',
    corner: 'Åtkomst ↓ Kredit →',
    credit: 'Kredit',
    access: 'Åtkomst',
    creditIs: 'Kredit: {word}',
    none: 'inga',
    subscriptions:
      '<number>{count, number}</number> <word>{count, plural, one {prenumeration} other {prenumerationer}}</word>',
    news: {
      asItShould: 'som det ska vara',
      supportCase: 'supportärende',
      partMissing: 'en del saknas',
      tooNarrow: 'för snäv åtkomst',
      unseen: 'åtkomst som inte syns',
      mend: 'åtkomst att åtgärda',
    },
  },
  together: {
    title: 'Alla valutor tillsammans, i {currency}',
    how: 'Omräknat med Microsofts egna växelkurser, så som dollarbeloppen i kostnadsraderna för {month} anger dem. Varje valuta visas för sig nedan.',
    rate: '1 {one} = {other} {currency}',
    noRate:
      'Beloppen kan inte visas tillsammans i {currency}: ingen kostnadsrad för {month} anger dollar för {missing}.',
  },
};
