import type { Texts } from '../en/all-areas.ts';

export const setup: Texts['setup'] = {
  title: 'Vad som är anslutet',
  note: 'Vad som får läsas, vad varje saknad rättighet döljer och hur den ges. Allt är skrivskyddat.',
  missing: '{count, plural, one {# sak är inte ansluten ännu} other {# saker är inte anslutna ännu}}',
  nothingMissing: 'Allt är anslutet.',
  nextIs: 'Näst: {title}',
  hides: 'Vad det döljer',
  toDo: 'Vad som ska göras',
  fillIn: 'Ord i versaler fyller ni i själva.',
  askAdmin: 'Kommandona för det visas för administratörer av den här tjänsten.',
  source: 'Källa: <link>{title}</link>, version från {date}',
  unknown: {
    linked:
      '{count, plural, one {Länkad är okänt för # prenumeration.} other {Länkad är okänt för # prenumerationer.}}',
    access:
      '{count, plural, one {Åtkomst är okänt för # prenumeration.} other {Åtkomst är okänt för # prenumerationer.}}',
    credit:
      '{count, plural, one {Kredit är okänt för # prenumeration.} other {Kredit är okänt för # prenumerationer.}}',
    verdict:
      '{count, plural, one {Bedömningen är okänd eller obekräftad för # prenumeration.} other {Bedömningen är okänd eller obekräftad för # prenumerationer.}}',
  },
  ofCustomers: '{count, plural, one {Saknas för # kund:} other {Saknas för # kunder:}} <names></names>',
  andMore: 'och {count, number} till',
  failed: 'Det försöktes och misslyckades av en annan orsak; sidan <link>Synkronisering</link> säger vilken.',
  later: 'Om detta kan inget sägas före stegen ovan.',
  asideNote: 'Ni påminns inte om det.',
  all: 'Allt som kan anslutas',
  state: {
    done: 'Anslutet',
    'to-do': 'Att göra',
    'under-way': 'Pågår',
    refused: 'Nekat',
    'partly-refused': 'Delvis nekat',
    failed: 'Misslyckades',
    later: 'Senare',
  },
  kind: {
    settings: 'Miljö eller .env',
    'azure-cli': 'Azure CLI',
    address: 'Adress',
    json: 'JSON',
  },
  of: {
    identity: {
      title: 'Anslut er klientorganisation',
      hides: 'Vem som är länkad och vilka roller som ger åtkomst; enbart kostnadsfiler bevisar ändå kredit.',
      how: 'Registrera ett program i er hanterande klientorganisation, ge det en hemlighet eller ett certifikat, ange dessa variabler och starta om servern. Det behöver ingen rätt att ändra något.',
    },
    'partner-ids': {
      title: 'Ange era partner-ID:n',
      hides: 'Vilka länkar som är era: Länkad och Åtkomst förblir okända.',
      how: 'Ange era plats-ID:n (associerade partner-ID:n), först det som fakturerar, och ert globala för sig: en länk till det globala ID:t ger ingen kredit.',
    },
    'partner-type': {
      title: 'Ange vilken sorts partner ni är',
      hides:
        'Varje gynnsam bedömning: en indirekt återförsäljare tjänar inget själv, så inget kallas intjänande.',
      how: 'Sätt den till direct-bill, indirect-provider eller indirect-reseller och starta om servern.',
    },
    'first-sync': {
      title: 'Kör den första synkroniseringen',
      hides: 'Allt som bara Azure kan berätta.',
      how: 'Starta den på sidan <link>Synkronisering</link>, eller med npm run sync.',
    },
    'delegated-reader': {
      title: 'Läs delegerade prenumerationer',
      hides: 'Deras delegeringar och rolltilldelningar, och därmed Länkad och Åtkomst.',
      how: 'Rollen Reader på varje delegerad prenumeration: lägg till den här auktoriseringen i er Lighthouse-delegering, med objekt-ID:t som kommandot skriver ut, och låt kunden distribuera den igen. Reader ger ingen kredit; den låter bara tjänsten titta.',
    },
    'billing-role': {
      title: 'Läs partnerns faktureringskonto',
      hides: 'Vilka kunder och prenumerationer ni fakturerar, med vilket erbjudande och i vilken valuta.',
      how: 'En faktureringsroll (Admin agent eller Billing admin) på faktureringskontot, i er egen klientorganisation. Microsoft dokumenterar det inte för partners program: det prövas, och ett nekande visas. Kommandot säger om programmet får läsa; annars är <link>kostnadsfiler</link> den andra vägen.',
    },
    'cost-role': {
      title: 'Läs kostnad med kredit',
      hides: 'Vilken kostnad som fick kredit, och vad som uteblev.',
      how: 'Kredit finns bara i kostnaden på faktureringskontot, som Admin agents och globala administratörer i er klientorganisation får läsa. Nekas programmet kan ni importera <link>kostnadsfiler</link> från Partner Center.',
    },
    'cost-detail': {
      title: 'Läs kostnad rad för rad',
      hides:
        'Resursgrupper och tjänster, och vilka rader som är Azure-kredit eller inte är berättigade: kostnaden kommer via frågor, som säger mindre.',
      how: 'Skapa en daglig export av faktisk kostnad på faktureringsprofilen och ge programmet rollen Storage Blob Data Reader på lagringskontot; eller låt det skapa kostnadsrapporter.',
    },
    'agent-groups': {
      title: 'Känn till era agentgrupper',
      hides:
        'Åtkomst via administration för kundens räkning: vilka externa huvudnamn som är era AdminAgents och HelpdeskAgents.',
      how: 'Programbehörigheten GroupMember.Read.All för Microsoft Graph i er hanterande klientorganisation, med en administratörs medgivande.',
    },
    directory: {
      title: 'Läs grupper och identiteter',
      hides: 'Åtkomst via grupper: vem som är medlem, och vem som är inaktiverad eller borta.',
      how: 'Programbehörigheten Directory.Read.All för Microsoft Graph i er hanterande klientorganisation, med en administratörs medgivande.',
    },
    'group-schedules': {
      title: 'Läs hur länge medlemmar är medlemmar',
      hides: 'Åtkomst via grupper: om ett medlemskap är permanent, vilket krediten kräver.',
      how: 'Programbehörigheterna PrivilegedEligibilitySchedule.Read.AzureADGroup och PrivilegedAssignmentSchedule.Read.AzureADGroup för Microsoft Graph i er hanterande klientorganisation, med en administratörs medgivande.',
    },
    gdap: {
      title: 'Läs GDAP-relationer',
      hides:
        'Bara en anteckning: om en relation upphörde medan roller fanns kvar. Ingen bedömning vilar på det.',
      how: 'Programbehörigheten DelegatedAdminRelationship.Read.All för Microsoft Graph i er hanterande klientorganisation, med en administratörs medgivande.',
    },
    'customer-consent': {
      title: 'Se kunder utan delegering',
      hides:
        'Deras prenumerationer och rolltilldelningar, och därmed Länkad och Åtkomst. Deras kostnad säger ändå vad som gav kredit.',
      how: 'En administratör hos kunden öppnar den här adressen och medger, och ger programmet rollen Reader på sina prenumerationer.',
    },
    'customer-directory': {
      title: 'Läs identiteter i kunders klientorganisationer',
      hides: 'Vem som har roller där direkt, som gäst eller i en grupp: den åtkomsten förblir okänd.',
      how: 'Begär programbehörigheten Directory.Read.All i er registrering; en administratör hos kunden medger på den här adressen.',
    },
    'link-credentials': {
      title: 'Läs länkar för fler identiteter',
      hides:
        'Om de är länkade: Microsoft visar en partnerlänk bara för dess ägare, så åtkomst via dem förblir okänd.',
      how: 'Lista autentiseringsuppgifterna för de tjänsthuvudnamnen i en fil och ange den; eller låt varje person kontrollera sin egen länk; eller registrera ett intyg på sidan <link>Länkar</link>.',
    },
    'sign-in': {
      title: 'Konfigurera inloggning',
      hides:
        'Inget; men servern svarar bara den här datorn, och den som sitter vid den är dess administratör.',
      how: 'Registrera inloggning med Microsoft Entra så som SECURITY.md beskriver, ange dessa variabler och starta om servern.',
    },
  },
};
