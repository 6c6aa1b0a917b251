import type { Texts } from '../en/all-areas.ts';

export const remedies: Texts['remedies'] = {
  title: 'Wat het oplost',
  titlePast: 'Wat het zou hebben opgelost',
  note: 'Pecboard wijzigt niets in Azure: wie daartoe het recht heeft, doet het.',
  stepsLabel: 'Stappen',
  beforeAsking: 'Voordat u het de klant vraagt',
  compliance:
    'Microsoft verbiedt klanten onder druk te zetten om toegang te geven alleen om tegoed te verdienen. Vraag de toegang die uw beheerde service nodig heeft, en niet meer.',
  purpose: {
    onboard: 'Delegeren',
    aobo: 'De agentgroep zijn rol geven',
    'direct-role': 'De rol geven',
    link: 'De partner-id koppelen',
    relink: 'De partner-id wijzigen',
  },
  byOneOf: '{name} <faint>op een van deze manieren</faint>',
  shell: {
    'azure-cli': 'Azure CLI',
    powershell: 'PowerShell',
    arm: 'ARM-sjabloon',
    bicep: 'Bicep-bestand',
  },
  download: '{file} downloaden',
  showText: 'De tekst tonen',
  unknown: {
    subscriptionId: '(abonnements-id onbekend)',
    tenantId: '(tenant-id onbekend)',
    managingTenantId: '(id van de beherende tenant onbekend)',
    linkTenantId: '(tenant-id van de koppeling onbekend)',
    partnerId: '(partner-id onbekend)',
    principalName: '(naam van de identiteit onbekend)',
    roleName: '(rolnaam onbekend)',
    scope: '(bereik onbekend)',
    agentGroupId: '(id van de agentgroep onbekend)',
    judgeableFrom: '(datum onbekend)',
    notBefore: '(datum onbekend)',
    missingRight: '(onbekend welk recht)',
  },
  step: {
    'ask-provider-for-cost':
      'Als indirecte wederverkoper ontvangt u geen tegoed; uw toegang telt voor uw provider. Vraag de provider om de kostengegevens van abonnement {subscriptionId}.',
    'leave-out-of-credit':
      'Een andere partner of Microsoft factureert dit abonnement. De kosten ervan tellen niet mee voor uw tegoed; een partnerkoppeling levert nog wel erkenning op.',
    'move-to-azure-plan':
      'De verouderde aanbieding verdient geen tegoed. Zet de klant in Partner Center over naar het Azure-plan, met een Microsoft-klantovereenkomst.',
    'explain-ineligible':
      'Reserveringen, besparingsplannen, Spot, Marketplace en producten van derden verdienen geen tegoed. Er valt niets te herstellen.',
    'nothing-to-do': 'Er valt niets te herstellen.',
    'keep-and-watch':
      'Laat de toegang zoals die is. Een verwijdering verschijnt hier na de volgende synchronisatie.',
    'agree-managed-service':
      'Spreek met de klant af welke service u voor hem beheert en welke toegang daarvoor nodig is. De toegang moet dat werk dienen, niet het tegoed.',
    'link-service-principal':
      'Koppel de service-principal {principalName} aan partner-id {partnerId} in uw beherende tenant {managingTenantId}, aangemeld als die principal.',
    'principal-is-linked':
      'De service-principal {principalName} is al aan een partner-id van u gekoppeld. Gebruik hem ook voor deze klant; er hoeft niets opnieuw te worden gekoppeld.',
    'customer-deploys-template':
      'Laat de klant de onderstaande sjabloon implementeren op abonnement {subscriptionId}. Die geeft de rol {roleName} permanent, en niets meer.',
    'customer-regrants-aobo':
      'Of laat een Owner of User Access Administrator van de klant uw agentgroep {agentGroupId} weer een rol geven (admin on behalf of, AOBO); daarvoor is geen koppeling nodig.',
    'delegate-whole-subscription':
      'Alleen {scope} is gedekt. Geldt uw service voor het hele abonnement, laat de klant dan abonnement {subscriptionId} delegeren; accepteer anders dat de rest niets verdient.',
    'make-permanent':
      'Zorg dat toegang, koppeling en lidmaatschap zonder einddatum gelden en al vóór het begin van de dag.',
    'past-days-are-lost': 'Voorbije dagen zijn met toegang niet terug te winnen.',
    'link-in-managing-tenant':
      'De koppeling telt alleen in uw beherende tenant {managingTenantId}. Meld u daar aan als {principalName} en koppel partner-id {partnerId}.',
    'link-in-customer-tenant':
      'De koppeling telt alleen in de tenant van de klant {tenantId}. Meld u daar aan als {principalName} en koppel partner-id {partnerId}.',
    'update-link':
      'Meld u als {principalName} aan in tenant {linkTenantId} en wijzig de koppeling in partner-id {partnerId}, een locatie van uw eigen organisatie.',
    'add-earning-role':
      'Voeg voor {principalName} een permanente rol toe die verdient: {roleName}. Just-in-time-autorisaties mogen ernaast blijven bestaan.',
    'confirm-with-cost':
      'De rol staat niet in de lijst van Microsoft, dus vooraf kan niemand zeggen of hij verdient. Tegoed op de kosten zou het bevestigen.',
    'add-linked-member':
      'Voeg een gekoppeld lid toe aan de groep {principalName}, of noem een gekoppelde service-principal in de autorisatie zelf.',
    'link-one-more':
      'Al het tegoed hangt aan één persoon. Koppel een service-principal en autoriseer die naast de groep.',
    'make-membership-permanent':
      'Maak het lidmaatschap van het gekoppelde lid permanent, of noem een gekoppelde service-principal in de autorisatie zelf.',
    'replace-identity':
      'De gekoppelde identiteit {principalName} is uitgeschakeld of verwijderd. Koppel een ander lid, liever een service-principal, en autoriseer dat.',
    'customer-delegates-offer':
      'De aanbieding is gekocht, maar er is niets gedelegeerd. De klant delegeert het abonnement in de Azure-portal onder Service providers.',
    'redeploy-delegation':
      'De delegering is niet gelukt. Laat de klant haar opnieuw implementeren met de onderstaande sjabloon.',
    'onboard-to-right-tenant':
      'De delegering noemt een andere beherende tenant. Laat de klant de onderstaande sjabloon implementeren, die {managingTenantId} noemt.',
    'accept-deny':
      'Azure zelf beschermt dit bereik ({scope}), bijvoorbeeld voor een beheerde toepassing. Accepteer het doorgaans; klanten kunnen het niet verwijderen.',
    'keep-history':
      'De facturering is naar een andere partner overgegaan. Eerdere dagen blijven zoals ze zijn beoordeeld.',
    'tell-support-of-enrolment':
      'Uw inschrijving is naar een andere programmaorganisatie verplaatst. Dien een ondersteuningsaanvraag in en vermeld de wijziging.',
    'judge-again-later':
      'Wacht tot {judgeableFrom}: tegoed verschijnt tot 48 uur na een wijziging, en een dag telt alleen als geheel. Dien nog geen aanvraag in.',
    'explain-azure-credit':
      'Een Azure-tegoed heeft dit verbruik eerst betaald; Partner Earned Credit geldt voor de rest.',
    'grant-billing-role':
      'Geef de service-identiteit Admin agent of een factureringsrol op de factureringsrekening van de partner, of lever een kostenexport of het bestand met beoordeeld verbruik van Partner Center aan.',
    'read-credit-columns':
      'Een lagere prijs is geen bewijs van tegoed: staffels en onderhandelde kortingen zien er hetzelfde uit. Lees de tegoedkolommen op factureringsbereik.',
    'wait-for-billed-data':
      'Microsoft levert eerst de vorige maand. De nieuwste dagen volgen daarmee, meestal uiterlijk {judgeableFrom}.',
    'check-lines-and-agreement':
      'Controleer of de regels op de “G”-factuur staan, of de producten kunnen verdienen en of uw programmaovereenkomst actief is.',
    'open-support-case':
      'Blijven in aanmerking komende kosten drie hele dagen zonder tegoed, dien dan een aanvraag in met het bewijs hieronder, niet vóór {notBefore}.',
    'read-more-access':
      'Er komt tegoed binnen via toegang die wij niet zien. Laat ons meer lezen: agentgroepen, roltoewijzingen in de tenant van de klant, geregistreerde wederverkopers.',
    'grant-missing-right':
      'Iets kon niet worden gelezen. Ontbrekend recht: {missingRight}. Geef dit recht aan deze service en vernieuw daarna de klant; tot dan wordt er niets over toegang beweerd.',
    'add-link-credential':
      'Alleen het eigen token van {principalName} toont de koppeling. Voeg de service-principal toe aan de koppelingsreferenties; een persoon kiest ‘Mijn koppeling controleren’.',
    'attest-link': 'Of leg een verklaring van de koppeling vast, met bewijs en een einddatum.',
  },
};
