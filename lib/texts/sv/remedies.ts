import type { Texts } from '../en/all-areas.ts';

export const remedies: Texts['remedies'] = {
  title: 'Vad som åtgärdar det',
  titlePast: 'Vad som skulle ha åtgärdat det',
  note: 'Pecboard ändrar ingenting i Azure: den som har behörighet gör det.',
  stepsLabel: 'Steg',
  beforeAsking: 'Innan ni frågar kunden',
  compliance:
    'Microsoft förbjuder att pressa kunder på åtkomst enbart för att få kredit. Be om den åtkomst som er hanterade tjänst behöver, och inte mer.',
  purpose: {
    onboard: 'Delegera',
    aobo: 'Ge agentgruppen dess roll',
    'direct-role': 'Ge rollen',
    link: 'Länka partner-ID:t',
    relink: 'Ändra partner-ID:t',
  },
  byOneOf: '{name} <faint>på ett av dessa sätt</faint>',
  shell: {
    'azure-cli': 'Azure CLI',
    powershell: 'PowerShell',
    arm: 'ARM-mall',
    bicep: 'Bicep-fil',
  },
  download: 'Ladda ned {file}',
  showText: 'Visa texten',
  unknown: {
    subscriptionId: '(prenumerations-ID okänt)',
    tenantId: '(klientorganisations-ID okänt)',
    managingTenantId: '(den hanterande klientorganisationens ID okänt)',
    linkTenantId: '(länkens klientorganisations-ID okänt)',
    partnerId: '(partner-ID okänt)',
    principalName: '(identitetens namn okänt)',
    roleName: '(rollens namn okänt)',
    scope: '(omfång okänt)',
    agentGroupId: '(agentgruppens ID okänt)',
    judgeableFrom: '(datum okänt)',
    notBefore: '(datum okänt)',
    missingRight: '(okänt vilken behörighet)',
  },
  step: {
    'ask-provider-for-cost':
      'Som indirekt återförsäljare får ni ingen kredit; er åtkomst räknas för er leverantör. Be leverantören om kostnadsdata för prenumerationen {subscriptionId}.',
    'leave-out-of-credit':
      'En annan partner eller Microsoft fakturerar prenumerationen. Dess kostnad räknas inte in i er kredit; en partnerlänk ger ändå erkännande.',
    'move-to-azure-plan':
      'Det äldre erbjudandet ger ingen kredit. Flytta kunden till Azure-planen i Partner Center, med ett Microsoft-kundavtal.',
    'explain-ineligible':
      'Reservationer, sparplaner, Spot, Marketplace och produkter från tredje part ger ingen kredit. Det finns inget att åtgärda.',
    'nothing-to-do': 'Det finns inget att åtgärda.',
    'keep-and-watch': 'Behåll åtkomsten som den är. Om den tas bort syns det här efter nästa synkronisering.',
    'agree-managed-service':
      'Kom överens med kunden om vilken tjänst ni hanterar åt dem och vilken åtkomst den kräver. Åtkomsten ska tjäna det arbetet, inte krediten.',
    'link-service-principal':
      'Länka tjänsthuvudnamnet {principalName} till partner-ID {partnerId} i er hanterande klientorganisation {managingTenantId}, inloggad som det tjänsthuvudnamnet.',
    'principal-is-linked':
      'Tjänsthuvudnamnet {principalName} är redan länkat till ett av era partner-ID:n. Använd det även för den här kunden; inget behöver länkas igen.',
    'customer-deploys-template':
      'Låt kunden distribuera mallen nedan på prenumerationen {subscriptionId}. Den ger rollen {roleName} permanent, och inget mer.',
    'customer-regrants-aobo':
      'Eller låt en Owner eller User Access Administrator hos kunden ge er agentgrupp {agentGroupId} en roll igen (admin on behalf of, AOBO); det kräver ingen länk.',
    'delegate-whole-subscription':
      'Endast {scope} täcks. Om er tjänst gäller hela prenumerationen, låt kunden delegera prenumerationen {subscriptionId}; acceptera annars att resten inte ger något.',
    'make-permanent':
      'Se till att åtkomst, länk och medlemskap gäller utan slut och redan innan dagen börjar.',
    'past-days-are-lost': 'Dagar som har gått kan inte vinnas tillbaka genom åtkomst.',
    'link-in-managing-tenant':
      'Länken räknas bara i er hanterande klientorganisation {managingTenantId}. Logga in där som {principalName} och länka partner-ID {partnerId}.',
    'link-in-customer-tenant':
      'Länken räknas bara i kundens klientorganisation {tenantId}. Logga in där som {principalName} och länka partner-ID {partnerId}.',
    'update-link':
      'Logga in som {principalName} i klientorganisationen {linkTenantId} och ändra länken till partner-ID {partnerId}, en plats i er egen organisation.',
    'add-earning-role':
      'Lägg till en permanent roll som ger kredit, {roleName}, för {principalName}. Just-in-time-auktoriseringar kan finnas kvar bredvid.',
    'confirm-with-cost':
      'Rollen finns inte i Microsofts lista, så ingen kan säga på förhand om den ger kredit. Kredit på dess kostnad skulle bekräfta det.',
    'add-linked-member':
      'Lägg till en länkad medlem i gruppen {principalName}, eller ange ett länkat tjänsthuvudnamn i själva auktoriseringen.',
    'link-one-more':
      'All kredit hänger på en person. Länka ett tjänsthuvudnamn och auktorisera det vid sidan av gruppen.',
    'make-membership-permanent':
      'Gör den länkade medlemmens medlemskap permanent, eller ange ett länkat tjänsthuvudnamn i själva auktoriseringen.',
    'replace-identity':
      'Den länkade identiteten {principalName} är inaktiverad eller borttagen. Länka en annan medlem, helst ett tjänsthuvudnamn, och auktorisera den.',
    'customer-delegates-offer':
      'Erbjudandet har köpts, men inget har delegerats. Kunden delegerar prenumerationen i Azure-portalen under Service providers.',
    'redeploy-delegation': 'Delegeringen lyckades inte. Låt kunden distribuera den igen med mallen nedan.',
    'onboard-to-right-tenant':
      'Delegeringen anger en annan hanterande klientorganisation. Låt kunden distribuera mallen nedan, som anger {managingTenantId}.',
    'accept-deny':
      'Azure skyddar självt detta omfång ({scope}), till exempel för ett hanterat program. Acceptera det i regel; kunder kan inte ta bort det.',
    'keep-history':
      'Faktureringen har flyttats till en annan partner. Tidigare dagar förblir som de bedömdes.',
    'tell-support-of-enrolment':
      'Er registrering har flyttats till en annan programorganisation. Öppna ett supportärende och nämn ändringen.',
    'judge-again-later':
      'Vänta till {judgeableFrom}: kredit syns upp till 48 timmar efter en ändring, och en dag räknas bara som helhet. Öppna inget ärende ännu.',
    'explain-azure-credit':
      'En Azure-kredit betalade först för användningen; Partner Earned Credit gäller resten.',
    'grant-billing-role':
      'Ge tjänstens identitet Admin agent eller en faktureringsroll på partnerns faktureringskonto, eller ta med en kostnadsexport eller filen med prissatt användning från Partner Center.',
    'read-credit-columns':
      'Ett lägre pris bevisar ingen kredit: prisnivåer och förhandlade rabatter ser likadana ut. Läs kreditkolumnerna på faktureringsomfånget.',
    'wait-for-billed-data':
      'Microsoft levererar föregående månad först. De senaste dagarna följer med, oftast senast {judgeableFrom}.',
    'check-lines-and-agreement':
      'Kontrollera att raderna finns på ”G”-fakturan, att produkterna kan ge kredit och att ert programavtal är aktivt.',
    'open-support-case':
      'Om berättigad kostnad saknar kredit i tre hela dagar, öppna ett ärende med bevisen nedan, inte före {notBefore}.',
    'read-more-access':
      'Kredit kommer genom åtkomst som vi inte ser. Låt oss läsa mer: agentgrupper, rolltilldelningar i kundens klientorganisation, registrerade återförsäljare.',
    'grant-missing-right':
      'Något kunde inte läsas. Behörighet som saknas: {missingRight}. Ge den till tjänsten och uppdatera sedan kunden; tills dess påstås inget om åtkomst.',
    'add-link-credential':
      'Bara {principalName}s egen token visar länken. Lägg till tjänsthuvudnamnet bland länkautentiseringsuppgifterna; en person väljer ”Kontrollera min länk”.',
    'attest-link': 'Eller registrera ett intygande av länken, med bevis och ett slutdatum.',
  },
};
