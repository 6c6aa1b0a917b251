import type { Texts } from '../en/all-areas.ts';

export const palette: Texts['palette'] = {
  open: 'Sök överallt',
  label: 'Sök en sida, kund, prenumeration, roll eller åtgärd',
  placeholder: 'Namn, eller en del av ett ID',
  results: 'Resultat',
  nothing: 'Inget har detta namn eller ID.',
  failed: 'Sökningen svarade inte. Skriv igen om en stund.',
  hint: 'Pilar väljer, Enter öppnar, Escape stänger',
  kinds: {
    page: 'Sida',
    action: 'Åtgärd',
    customer: 'Kund',
    subscription: 'Prenumeration',
    role: 'Roll',
    language: 'Språk',
  },
  places: {
    overview: {
      name: 'Översikt',
      detail: 'Intjänad och utebliven kredit',
    },
    customers: {
      name: 'Kunder',
      detail: 'Vilka som ger kredit, och vilka inte',
    },
    subscriptions: {
      name: 'Prenumerationer',
      detail: 'Länkade eller inte, och varför',
    },
    gaps: {
      name: 'Luckor',
      detail: 'Iakttagelser, störst belopp först',
    },
    costs: {
      name: 'Kostnader',
      detail: 'Vilken kostnad som fick kredit',
    },
    links: {
      name: 'Länkar',
      detail: 'Identiteter och deras partner-ID:n',
    },
    roles: {
      name: 'Roller',
      detail: 'Vilka roller som ger kredit',
    },
    imports: {
      name: 'Importer',
      detail: 'Kostnadsfiler',
    },
    sync: {
      name: 'Synkronisering',
      detail: 'Körningar, källor, förlopp',
    },
    startSync: {
      name: 'Starta en synkronisering',
      detail: 'På sidan Synkronisering',
    },
    notEarning: {
      name: 'Kunder som inte ger någon kredit',
      detail: 'Filtrerad lista',
    },
    mine: {
      name: 'Mina iakttagelser',
      detail: 'Filtrerad lista',
    },
    largest: {
      name: 'Största luckor',
      detail: 'Prenumerationer efter utebliven kredit',
    },
    ownLink: {
      name: 'Kontrollera min länk',
      detail: 'Din egen identitet och dess partner-ID',
    },
    reconcile: {
      name: 'Avstämning',
      detail: 'Filer jämförda med varandra',
    },
    settings: {
      name: 'Inställningar',
      detail: 'Vad som är inställt, och tröskelvärden',
    },
    people: {
      name: 'Personer',
      detail: 'Vem som får se vilka kunder',
    },
    audit: {
      name: 'Granskningslogg',
      detail: 'Vem som gjorde vad och när',
    },
    changes: {
      name: 'Ändringar',
      detail: 'Vad synkroniseringar såg ändras',
    },
  },
  switchTo: 'Visa Pecboard på det här språket',
  shortcuts: {
    title: 'Kortkommandon',
    close: 'Stäng',
    find: 'Sök efter vad som helst',
    search: 'Sök i listan',
    move: 'Flytta i en lista',
    ends: 'Första och sista kolumnen; med Ctrl första och sista raden',
    open: 'Öppna raden',
    choose: 'Välj raden',
    leave: 'Stäng eller gå tillbaka',
    help: 'De här kortkommandona',
  },
};
