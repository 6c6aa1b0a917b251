import type { Texts } from '../en/all-areas.ts';

export const setup: Texts['setup'] = {
  title: 'Wat is verbonden',
  note: 'Wat gelezen mag worden, wat elk ontbrekend recht verbergt en hoe u het verleent. Alles is alleen-lezen.',
  missing:
    '{count, plural, one {# onderdeel is nog niet verbonden} other {# onderdelen zijn nog niet verbonden}}',
  nothingMissing: 'Alles is verbonden.',
  nextIs: 'Volgende: {title}',
  hides: 'Wat het verbergt',
  toDo: 'Wat te doen',
  fillIn: 'Woorden in hoofdletters vult u zelf in.',
  askAdmin: 'De opdrachten hiervoor worden aan beheerders van deze dienst getoond.',
  source: 'Bron: <link>{title}</link>, versie van {date}',
  unknown: {
    linked:
      '{count, plural, one {Gekoppeld is onbekend voor # abonnement.} other {Gekoppeld is onbekend voor # abonnementen.}}',
    access:
      '{count, plural, one {Toegang is onbekend voor # abonnement.} other {Toegang is onbekend voor # abonnementen.}}',
    credit:
      '{count, plural, one {Tegoed is onbekend voor # abonnement.} other {Tegoed is onbekend voor # abonnementen.}}',
    verdict:
      '{count, plural, one {Het oordeel is onbekend of niet bevestigd voor # abonnement.} other {Het oordeel is onbekend of niet bevestigd voor # abonnementen.}}',
  },
  ofCustomers:
    '{count, plural, one {Ontbreekt voor # klant:} other {Ontbreekt voor # klanten:}} <names></names>',
  andMore: 'en nog {count, number}',
  failed:
    'Het is geprobeerd en om een andere reden mislukt; de pagina <link>Synchronisatie</link> zegt welke.',
  later: 'Hierover is niets te zeggen voordat de stappen hierboven zijn gedaan.',
  asideNote: 'U wordt er niet aan herinnerd.',
  all: 'Alles wat verbonden kan worden',
  state: {
    done: 'Verbonden',
    'to-do': 'Te doen',
    'under-way': 'Bezig',
    refused: 'Geweigerd',
    'partly-refused': 'Deels geweigerd',
    failed: 'Mislukt',
    later: 'Later',
  },
  kind: {
    settings: 'Omgeving of .env',
    'azure-cli': 'Azure CLI',
    address: 'Adres',
    json: 'JSON',
  },
  of: {
    identity: {
      title: 'Verbind uw tenant',
      hides: 'Wie gekoppeld is en welke rollen toegang geven; alleen kostenbestanden bewijzen nog tegoed.',
      how: 'Registreer een toepassing in uw beherende tenant, geef haar een geheim of een certificaat, stel deze variabelen in en start de server opnieuw. Zij heeft geen recht nodig om iets te wijzigen.',
    },
    'partner-ids': {
      title: 'Noem uw partner-id’s',
      hides: 'Welke koppelingen van u zijn: Gekoppeld en Toegang blijven onbekend.',
      how: 'Noem uw locatie-partner-id’s (gekoppelde), eerst die welke factureert, en apart uw globale: een koppeling met de globale id verdient niets.',
    },
    'partner-type': {
      title: 'Geef aan wat voor partner u bent',
      hides:
        'Elk gunstig oordeel: een indirecte wederverkoper verdient zelf niets, dus heet niets verdienend.',
      how: 'Stel in op direct-bill, indirect-provider of indirect-reseller en start de server opnieuw.',
    },
    'first-sync': {
      title: 'Voer de eerste synchronisatie uit',
      hides: 'Alles wat alleen Azure kan vertellen.',
      how: 'Start haar op de pagina <link>Synchronisatie</link>, of met npm run sync.',
    },
    'delegated-reader': {
      title: 'Lees gedelegeerde abonnementen',
      hides: 'Hun delegeringen en roltoewijzingen, en dus Gekoppeld en Toegang.',
      how: 'De rol Reader op elk gedelegeerd abonnement: voeg deze autorisatie toe aan uw Lighthouse-delegering, met de object-id die de opdracht afdrukt, en laat de klant haar opnieuw implementeren. Reader verdient geen tegoed; de dienst kan er alleen mee kijken.',
    },
    'billing-role': {
      title: 'Lees de factureringsrekening',
      hides: 'Welke klanten en abonnementen u factureert, met welke aanbieding en in welke valuta.',
      how: 'Een factureringsrol (Admin agent of Billing admin) op de factureringsrekening, in uw eigen tenant. Microsoft documenteert dit niet voor toepassingen van partners: het wordt geprobeerd en een weigering wordt getoond. De opdracht vertelt of de toepassing mag lezen; zonder die rol zijn <link>kostenbestanden</link> de andere weg.',
    },
    'cost-role': {
      title: 'Lees kosten met tegoed',
      hides: 'Welke kosten tegoed kregen en wat gemist is.',
      how: 'Tegoed staat alleen in de kosten van de factureringsrekening, die Admin agents en globale beheerders van uw tenant mogen lezen. Wordt de toepassing geweigerd, importeer dan de <link>kostenbestanden</link> uit Partner Center.',
    },
    'cost-detail': {
      title: 'Lees kosten regel voor regel',
      hides:
        'Resourcegroepen en services, en welke regels Azure-tegoed zijn of niet in aanmerking komen: kosten komen via query’s, die minder vertellen.',
      how: 'Maak een dagelijkse export van werkelijke kosten op het factureringsprofiel en geef de toepassing de rol Storage Blob Data Reader op het opslagaccount; of laat haar rapporten met kostendetails maken.',
    },
    'agent-groups': {
      title: 'Ken uw agentgroepen',
      hides:
        'Toegang via beheer namens klanten: welke externe principals uw AdminAgents en HelpdeskAgents zijn.',
      how: 'De toepassingsmachtiging GroupMember.Read.All van Microsoft Graph in uw beherende tenant, met toestemming van een beheerder.',
    },
    directory: {
      title: 'Lees groepen en identiteiten',
      hides: 'Toegang via groepen: wie lid is en wie uitgeschakeld of weg is.',
      how: 'De toepassingsmachtiging Directory.Read.All van Microsoft Graph in uw beherende tenant, met toestemming van een beheerder.',
    },
    'group-schedules': {
      title: 'Lees hoelang leden lid zijn',
      hides: 'Toegang via groepen: of een lidmaatschap permanent is, wat tegoed vereist.',
      how: 'De toepassingsmachtigingen PrivilegedEligibilitySchedule.Read.AzureADGroup en PrivilegedAssignmentSchedule.Read.AzureADGroup van Microsoft Graph in uw beherende tenant, met toestemming van een beheerder.',
    },
    gdap: {
      title: 'Lees GDAP-relaties',
      hides: 'Alleen een notitie: of een relatie eindigde terwijl rollen bleven. Geen oordeel berust erop.',
      how: 'De toepassingsmachtiging DelegatedAdminRelationship.Read.All van Microsoft Graph in uw beherende tenant, met toestemming van een beheerder.',
    },
    'customer-consent': {
      title: 'Zie klanten zonder delegering',
      hides:
        'Hun abonnementen en roltoewijzingen, en dus Gekoppeld en Toegang. Hun kosten vertellen nog wel wat verdiende.',
      how: 'Een beheerder van de klant opent dit adres, geeft toestemming en verleent de toepassing de rol Reader op zijn abonnementen.',
    },
    'customer-directory': {
      title: 'Lees identiteiten in klanttenants',
      hides: 'Wie daar rechtstreeks, als gast of in een groep rollen heeft: die toegang blijft onbekend.',
      how: 'Vraag in uw registratie de toepassingsmachtiging Directory.Read.All aan; een beheerder van de klant geeft op dit adres toestemming.',
    },
    'link-credentials': {
      title: 'Lees koppelingen van andere identiteiten',
      hides:
        'Of zij gekoppeld zijn: Microsoft toont een partnerkoppeling alleen aan haar eigenaar, dus toegang via hen blijft onbekend.',
      how: 'Zet de referenties van die service-principals in een bestand en noem het; of laat elke persoon de eigen koppeling controleren; of leg op de pagina <link>Koppelingen</link> een verklaring vast.',
    },
    'sign-in': {
      title: 'Stel aanmelding in',
      hides: 'Niets; maar de server antwoordt alleen deze machine, en wie erachter zit is de beheerder.',
      how: 'Registreer aanmelding met Microsoft Entra zoals SECURITY.md beschrijft, stel deze variabelen in en start de server opnieuw.',
    },
  },
};
