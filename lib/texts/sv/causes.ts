import type { Texts } from '../en/all-areas.ts';

export const causes: Texts['causes'] = {
  whatToDo: '<strong>Åtgärd:</strong> {remedy}',
  askingRule:
    'Microsoft förbjuder att kunder pressas att ge åtkomst enbart för att tjäna in kredit: utgå från den tjänst ni levererar och den minsta roll som räcker.',
  earning: {
    title: 'Tjänar in',
    meaning: 'All berättigad kostnad har fått Partner Earned Credit (PEC).',
    remedy: 'Behåll åtkomsten och länken som de är.',
  },
  'indirect-reseller': {
    title: 'Tjänas in av leverantören',
    meaning: 'Ni är indirekt återförsäljare här: krediten går till den indirekta leverantören.',
    remedy: 'Be leverantören om kostnadsdata; er åtkomst hjälper leverantören att tjäna in kredit.',
  },
  'not-billed-by-us': {
    title: 'Faktureras inte av er',
    meaning: 'En annan partner eller ett avtal med Microsoft fakturerar den här prenumerationen.',
    remedy: 'En länk räknas fortfarande som erkännande; ingen kredit är möjlig här.',
  },
  'legacy-offer': {
    title: 'Äldre erbjudande',
    meaning: 'Prenumerationen ligger på ett erbjudande som inte kan ge kredit, inte på en Azure-plan.',
    remedy: 'Flytta kunden till en Azure-plan.',
  },
  'only-ineligible-products': {
    title: 'Endast ej berättigade produkter',
    meaning: 'All kostnad gäller produkter utan kredit, till exempel Marketplace, reservationer eller Spot.',
    remedy: 'Inget att göra: dessa produkter ger aldrig kredit.',
  },
  'no-chargeable-usage': {
    title: 'Ingen debiterbar användning',
    meaning: 'Det fanns inget att debitera under perioden och därmed inget att kreditera.',
    remedy: 'Inget att göra.',
  },
  'transferred-away': {
    title: 'Överförd härifrån',
    meaning: 'Faktureringen av prenumerationen har flyttat till en annan partner.',
    remedy: 'Inget att göra; historiken finns kvar här.',
  },
  'enrolment-moved-organisation': {
    title: 'Registreringen flyttad',
    meaning: 'CSP-registreringen flyttades till en annan organisation under perioden.',
    remedy: 'Öppna ett supportärende och nämn flytten.',
  },
  'too-recent': {
    title: 'För nytt för att bedöma',
    meaning:
      'En länk, roll, delegering eller kostnadsdag är yngre än 72 timmar: kredit räknas i hela dagar och syns upp till 48 timmar senare.',
    remedy: 'Titta igen på det datum som visas; öppna inget ärende före det.',
  },
  'offset-by-azure-credit': {
    title: 'Betald med Azure-kredit',
    meaning: 'Ett erbjudande med Azure-kredit betalar kostnaden först.',
    remedy: 'Inget att göra.',
  },
  'no-billing-scope-data': {
    title: 'Kredit återstår att bevisa',
    meaning:
      'Kostnaden som skulle bevisa det har inte lästs, säger inget om kredit, eller fick ingen och det är ännu inte känt om den är berättigad.',
    remedy:
      'Där kostnader inte kunde läsas: ge tjänsten en faktureringsroll på partnerns faktureringskonto. Kostnad som har lästs och bara väntar på klassificering kräver inget av er.',
  },
  'price-lower-but-flag-absent': {
    title: 'Lägre pris, ingen kreditmarkering',
    meaning:
      'Priset ligger under listpris men kreditkolumnerna är tomma: en nivå eller rabatt ser likadan ut.',
    remedy: 'Läs kreditkolumnerna från faktureringsomfånget innan ni drar slutsatser.',
  },
  'unbilled-data-late': {
    title: 'Kostnadsdata kommer fortfarande in',
    meaning: 'Microsoft har ännu inte levererat kostnaden för dessa dagar.',
    remedy: 'Vänta; nästa synkronisering läser dem.',
  },
  'access-good-cost-uncredited': {
    title: 'Åtkomst i ordning, ingen kredit',
    meaning:
      'Åtkomsten bör ge kredit, men kostnaden visar ingen: avtal, organisation, produkter eller en incident hos Microsoft.',
    remedy:
      'Kontrollera att partneravtalet är aktivt och öppna sedan ett supportärende med iakttagelsens bevispaket.',
  },
  'aobo-intact-cost-uncredited': {
    title: 'Administratörsåtkomst intakt, ingen kredit',
    meaning: 'Admin on behalf of (AOBO) finns med en roll som ger kredit, men kostnaden visar ingen.',
    remedy:
      'Kontrollera produkter, datum, erbjudanden med Azure-kredit och att avtalet är aktivt; öppna sedan ett supportärende.',
  },
  'credited-by-unseen-access': {
    title: 'Kredit via åtkomst som inte syns',
    meaning: 'Kostnaden fick kredit trots att ingen åtkomst som hittats här förklarar det.',
    remedy:
      'Läs mer underlag: rolltilldelningar i kundens klientorganisation, agentgrupper, återförsäljarens åtkomst.',
  },
  'sold-without-access': {
    title: 'Såld utan åtkomst',
    meaning: 'Ni fakturerar prenumerationen men har ingen åtkomst till den.',
    remedy: 'Kom överens om en hanterad tjänst och sedan en delegering med den minsta roll som räcker.',
  },
  'scope-too-narrow': {
    title: 'Åtkomst endast till en del',
    meaning: 'Åtkomsten täcker vissa resursgrupper eller resurser; resten kan inte ge kredit.',
    remedy: 'Delegera eller tilldela på prenumerationsnivå, eller acceptera det.',
  },
  'access-part-of-period': {
    title: 'Åtkomst under en del av perioden',
    meaning: 'Åtkomsten började eller slutade under perioden; bara hela dagar med åtkomst räknas.',
    remedy: 'Gör åtkomsten permanent. Tidigare dagar kan inte återvinnas.',
  },
  'no-access': {
    title: 'Ingen åtkomst',
    meaning: 'Ingen agentgrupp, delegering eller länkad identitet hos er har åtkomst.',
    remedy:
      'Kom överens om en hanterad tjänst och sedan en Lighthouse-delegering med Support Request Contributor eller vad arbetet kräver och ett länkat tjänsthuvudnamn, eller åtkomst för er agentgrupp igen.',
  },
  'foreign-principal-of-another-partner': {
    title: 'En annan partners agentgrupp',
    meaning:
      'En extern huvudprincip (foreign principal) har åtkomst, men det är ingen agentgrupp hos er eller den registrerade återförsäljaren, även om namnet stämmer.',
    remedy: 'Ge åtkomst igen med objekt-ID för er egen agentgrupp.',
  },
  'aobo-role-not-earning': {
    title: 'Agentgruppens roll ger ingen kredit',
    meaning: 'Er agentgrupp har åtkomst, men med en roll som inte ger kredit där, till exempel Reader.',
    remedy: 'Tilldela en roll som ger kredit på önskat omfång, inte bredare än tjänsten kräver.',
  },
  'principal-not-linked': {
    title: 'Identiteten inte länkad',
    meaning: 'Åtkomst som bör ge kredit finns, men ingen identitet med den är länkad till ert partner-ID.',
    remedy:
      'Länka tjänsthuvudnamnet till partner-ID:t: i den hanterande klientorganisationen vid en delegering, i kundens klientorganisation vid direkt åtkomst.',
  },
  'linked-in-customer-tenant-only': {
    title: 'Länkad endast i kundens klientorganisation',
    meaning: 'Åtkomsten kommer via Lighthouse, men länken skapades i kundens klientorganisation.',
    remedy: 'Länka samma identitet i den hanterande klientorganisationen.',
  },
  'linked-in-partner-tenant-only': {
    title: 'Länkad endast i er klientorganisation',
    meaning:
      'Åtkomsten är en gäst- eller direkttilldelning; i kundens klientorganisation är identiteten ett annat objekt.',
    remedy: 'Logga in i kundens klientorganisation och länka där.',
  },
  'role-not-earning': {
    title: 'Rollen ger ingen kredit',
    meaning: 'Den länkade identiteten har bara roller som inte ger kredit, till exempel Reader.',
    remedy:
      'Lägg till en permanent roll som ger kredit där tjänsten kräver det; Support Request Contributor är den minsta vanliga.',
  },
  'just-in-time-only': {
    title: 'Endast just-in-time',
    meaning: 'Rollen som ger kredit kan bara aktiveras just-in-time; den är aldrig permanent.',
    remedy:
      'Lägg till en permanent auktorisering med en liten roll som ger kredit; behåll just-in-time för mer.',
  },
  'role-not-listed': {
    title: 'Rollen finns inte i Microsofts lista',
    meaning: 'Microsofts lista säger inte om rollen ger kredit.',
    remedy: 'Låt kostnaden bevisa det, eller lägg till den minsta listade roll som passar tjänsten.',
  },
  'no-linked-group-member': {
    title: 'Ingen länkad medlem i gruppen',
    meaning: 'En grupp har åtkomsten och ingen av medlemmarna är länkad.',
    remedy: 'Lägg till en länkad medlem, eller ta med ett länkat tjänsthuvudnamn i auktoriseringarna.',
  },
  'time-bound-membership': {
    title: 'Tidsbegränsat medlemskap',
    meaning: 'Den länkade medlemmen tillhör gruppen bara under en begränsad tid.',
    remedy: 'Gör medlemskapet permanent eller använd ett tjänsthuvudnamn.',
  },
  'linked-identity-gone': {
    title: 'Länkad identitet borta',
    meaning: 'Den länkade identiteten är inaktiverad eller borttagen, så länken räknas inte längre.',
    remedy: 'Länka en annan medlem; ett tjänsthuvudnamn slutar inte.',
  },
  'wrong-partner-organisation': {
    title: 'Länkad till en annan organisation',
    meaning: 'Partner-ID:t i länken tillhör en annan organisation.',
    remedy: 'Ändra länken till ett plats-partner-ID för er egen organisation.',
  },
  'global-partner-id': {
    title: 'Globalt partner-ID länkat',
    meaning: 'Länken anger det globala partner-ID:t; Microsoft kräver ett plats-ID.',
    remedy: 'Ändra länken till ett plats-partner-ID.',
  },
  'other-location-of-same-organisation': {
    title: 'En annan av era platser',
    meaning: 'Länken anger en annan plats i samma organisation, vilket räknas.',
    remedy: 'Inget att göra.',
  },
  'marketplace-link-unverified': {
    title: 'Marketplace-länk ej verifierad',
    meaning:
      'Delegeringen kommer från ett Marketplace-erbjudande; Microsofts dokument är oense om den länkas av sig själv.',
    remedy: 'Låt kostnaden bevisa det; länka ett tjänsthuvudnamn för säkerhets skull.',
  },
  'offer-bought-not-delegated': {
    title: 'Erbjudande köpt, inte delegerat',
    meaning: 'Kunden har accepterat ert Marketplace-erbjudande men inte delegerat något.',
    remedy: 'Kunden delegerar prenumerationen eller dess grupper under Tjänstleverantörer.',
  },
  'delegation-broken': {
    title: 'Delegeringen trasig',
    meaning: 'Delegeringen finns, men etableringen lyckades inte eller definitionen saknas.',
    remedy: 'Distribuera delegeringen igen.',
  },
  'delegated-to-another-tenant': {
    title: 'Delegerad till en annan klientorganisation',
    meaning: 'Delegeringen anger en hanterande klientorganisation som inte är er.',
    remedy: 'Registrera på nytt med er hanterande klientorganisation.',
  },
  'resource-group-delegation-only': {
    title: 'Endast resursgrupper delegerade',
    meaning: 'Åtkomsten täcker vissa resursgrupper; kostnad utanför dem kan inte ge kredit.',
    remedy: 'Delegera prenumerationen, eller acceptera det och bevaka de grupper som inte täcks.',
  },
  'deny-assignment': {
    title: 'Nekad på en hanterad grupp',
    meaning: 'En neka-tilldelning, till exempel från ett hanterat program, blockerar er åtkomst där.',
    remedy: 'Acceptera oftast: produktens ägare har satt den.',
  },
  'third-partner-only': {
    title: 'Bara en tredje partner har åtkomst',
    meaning: 'En partner som varken är leverantör eller återförsäljare har åtkomst; det räknas inte.',
    remedy: 'Skaffa egen åtkomst för den tjänst ni levererar.',
  },
  'third-partner-also-present': {
    title: 'Även en tredje partner',
    meaning: 'En tredje partner har åtkomst vid sidan av er, vilket inte stör.',
    remedy: 'Inget att göra.',
  },
  'reseller-of-record-access': {
    title: 'Åtkomst via återförsäljaren',
    meaning: 'Bara den registrerade återförsäljaren har åtkomst som ger kredit.',
    remedy: 'Inget att göra.',
  },
  'transferred-in-without-access': {
    title: 'Överförd hit utan åtkomst',
    meaning: 'Prenumerationen har flyttat till er; behörigheterna tillhör fortfarande den tidigare partnern.',
    remedy: 'Kom överens med kunden om egen åtkomst; vid nästa överföring innan faktureringen flyttar.',
  },
  'gdap-removed-rbac-intact': {
    title: 'Administratörsrelationen avslutad, rollerna intakta',
    meaning:
      'De delegerade administratörsbehörigheterna har upphört, men rolltilldelningarna som ger kredit finns kvar.',
    remedy: 'Inget att göra.',
  },
  'single-linked-member': {
    title: 'Bara en länkad medlem',
    meaning: 'En enda person bär länken; när personen slutar upphör krediten.',
    remedy: 'Länka även ett tjänsthuvudnamn.',
  },
  'access-unread': {
    title: 'Åtkomst inte läst',
    meaning: 'Något som behövs för att bedöma åtkomsten kunde inte läsas, så inget påstås om den.',
    remedy:
      'Där en läsning misslyckades: ge tjänsten den behörighet som anges där och synkronisera igen. Där allt lästes säger bevisen vad som återstår, till exempel vems en identitet med direkt åtkomst är.',
  },
  'link-unread': {
    title: 'Länken inte känd',
    meaning: 'Bara identiteten själv kan läsa sin egen länk, och det har ännu inte gjorts.',
    remedy: 'Lägg till tjänsthuvudnamnet i filen med länkautentiseringsuppgifter, eller länka ett eget.',
  },
};
