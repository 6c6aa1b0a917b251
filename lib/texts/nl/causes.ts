import type { Texts } from '../en/all-areas.ts';

export const causes: Texts['causes'] = {
  whatToDo: '<strong>Wat te doen:</strong> {remedy}',
  askingRule:
    'Microsoft verbiedt klanten onder druk te zetten om toegang te geven alleen om tegoed te verdienen: ga uit van de dienst die u levert en van de kleinste rol die daarbij past.',
  earning: {
    title: 'Verdient',
    meaning: 'Alle in aanmerking komende kosten hebben Partner Earned Credit (PEC) ontvangen.',
    remedy: 'Laat de toegang en de koppeling zoals ze zijn.',
  },
  'indirect-reseller': {
    title: 'Verdiend door de provider',
    meaning: 'U bent hier indirecte wederverkoper: het tegoed gaat naar de indirecte provider.',
    remedy: 'Vraag de provider om de kostengegevens; uw toegang helpt de provider te verdienen.',
  },
  'not-billed-by-us': {
    title: 'Niet door u gefactureerd',
    meaning: 'Een andere partner of een overeenkomst met Microsoft factureert dit abonnement.',
    remedy: 'Een koppeling telt nog wel als erkenning; tegoed is hier niet mogelijk.',
  },
  'legacy-offer': {
    title: 'Verouderde aanbieding',
    meaning:
      'Het abonnement valt onder een aanbieding die geen tegoed kan verdienen, niet onder een Azure-plan.',
    remedy: 'Zet de klant over naar een Azure-plan.',
  },
  'only-ineligible-products': {
    title: 'Alleen producten zonder tegoed',
    meaning: 'Alle kosten zijn van producten zonder tegoed, zoals Marketplace, reserveringen of Spot.',
    remedy: 'Niets te doen: deze producten verdienen nooit tegoed.',
  },
  'no-chargeable-usage': {
    title: 'Geen factureerbaar verbruik',
    meaning: 'Er viel in deze periode niets in rekening te brengen, dus ook geen tegoed te geven.',
    remedy: 'Niets te doen.',
  },
  'transferred-away': {
    title: 'Overgedragen',
    meaning: 'De facturering van dit abonnement is naar een andere partner overgegaan.',
    remedy: 'Niets te doen; de geschiedenis blijft hier.',
  },
  'enrolment-moved-organisation': {
    title: 'Inschrijving verplaatst',
    meaning: 'De CSP-inschrijving is in deze periode naar een andere organisatie verplaatst.',
    remedy: 'Dien een ondersteuningsaanvraag in en vermeld de verplaatsing.',
  },
  'too-recent': {
    title: 'Te recent om te beoordelen',
    meaning:
      'Een koppeling, rol, delegering of kostendag van minder dan 72 uur oud: tegoed telt hele dagen en verschijnt tot 48 uur later.',
    remedy: 'Kijk op de getoonde datum opnieuw; dien vóór die datum geen aanvraag in.',
  },
  'offset-by-azure-credit': {
    title: 'Betaald met Azure-tegoed',
    meaning: 'Een aanbieding met Azure-tegoed betaalt deze kosten eerst.',
    remedy: 'Niets te doen.',
  },
  'no-billing-scope-data': {
    title: 'Tegoed nog te bewijzen',
    meaning:
      'De kosten die het zouden bewijzen zijn niet gelezen, zeggen niets over tegoed, of kregen geen tegoed terwijl nog niet bekend is of ze in aanmerking komen.',
    remedy:
      'Waar kosten niet konden worden gelezen: geef deze service een factureringsrol op de factureringsrekening van de partner. Voor kosten die zijn gelezen en alleen nog moeten worden ingedeeld, hoeft u niets te doen.',
  },
  'price-lower-but-flag-absent': {
    title: 'Lagere prijs, geen tegoedkenmerk',
    meaning:
      'De prijs ligt onder de lijstprijs, maar de tegoedkolommen zijn leeg: een staffel of korting ziet er hetzelfde uit.',
    remedy: 'Lees de tegoedkolommen uit het factureringsbereik voordat u een conclusie trekt.',
  },
  'unbilled-data-late': {
    title: 'Kostengegevens komen nog binnen',
    meaning: 'Microsoft heeft de kosten van deze dagen nog niet geleverd.',
    remedy: 'Wacht; de volgende synchronisatie leest ze.',
  },
  'access-good-cost-uncredited': {
    title: 'Toegang in orde, geen tegoed',
    meaning:
      'De toegang zou moeten verdienen, maar de kosten tonen geen tegoed: overeenkomst, organisatie, producten of een incident bij Microsoft.',
    remedy:
      'Controleer of de partnerovereenkomst actief is en dien dan een ondersteuningsaanvraag in met het bewijspakket van de bevinding.',
  },
  'aobo-intact-cost-uncredited': {
    title: 'Beheerderstoegang intact, geen tegoed',
    meaning:
      'Admin on behalf of (AOBO) is aanwezig met een rol die verdient, maar de kosten tonen geen tegoed.',
    remedy:
      'Controleer producten, datums, aanbiedingen met Azure-tegoed en of de overeenkomst actief is; dien dan een ondersteuningsaanvraag in.',
  },
  'credited-by-unseen-access': {
    title: 'Tegoed door toegang die u niet ziet',
    meaning: 'De kosten ontvingen tegoed, hoewel geen hier gevonden toegang dat verklaart.',
    remedy:
      'Lees meer bewijs: roltoewijzingen in de tenant van de klant, agentgroepen, de toegang van de wederverkoper.',
  },
  'sold-without-access': {
    title: 'Verkocht zonder toegang',
    meaning: 'U factureert dit abonnement, maar hebt er geen toegang toe.',
    remedy: 'Spreek een beheerde service af en daarna een delegering met de kleinste rol die past.',
  },
  'scope-too-narrow': {
    title: 'Toegang tot slechts een deel',
    meaning: 'De toegang dekt enkele resourcegroepen of resources; de rest kan niet verdienen.',
    remedy: 'Delegeer of wijs toe op abonnementsniveau, of accepteer het.',
  },
  'access-part-of-period': {
    title: 'Toegang tijdens een deel van de periode',
    meaning: 'De toegang begon of eindigde binnen de periode; alleen hele dagen met toegang tellen.',
    remedy: 'Maak de toegang permanent. Voorbije dagen zijn niet terug te halen.',
  },
  'no-access': {
    title: 'Geen toegang',
    meaning: 'Geen agentgroep, delegering of gekoppelde identiteit van u heeft toegang.',
    remedy:
      'Spreek een beheerde service af en daarna een Lighthouse-delegering met Support Request Contributor of wat het werk vereist en een gekoppelde service-principal, of opnieuw toegang voor uw agentgroep.',
  },
  'foreign-principal-of-another-partner': {
    title: 'Agentgroep van een andere partner',
    meaning:
      'Een foreign principal heeft toegang, maar het is geen agentgroep van u of van de geregistreerde wederverkoper, ook al komt de naam overeen.',
    remedy: 'Verleen de toegang opnieuw met de object-id van uw eigen agentgroep.',
  },
  'aobo-role-not-earning': {
    title: 'Rol van de agentgroep verdient niet',
    meaning: 'Uw agentgroep heeft toegang, maar met een rol die daar geen tegoed verdient, zoals Reader.',
    remedy: 'Wijs een rol toe die verdient op het gewenste bereik, niet ruimer dan de dienst nodig heeft.',
  },
  'principal-not-linked': {
    title: 'Identiteit niet gekoppeld',
    meaning:
      'Er is toegang die zou moeten verdienen, maar geen identiteit met die toegang is aan uw partner-id gekoppeld.',
    remedy:
      'Koppel de service-principal aan de partner-id: in de beherende tenant bij een delegering, in de tenant van de klant bij directe toegang.',
  },
  'linked-in-customer-tenant-only': {
    title: 'Alleen in de tenant van de klant gekoppeld',
    meaning: 'De toegang loopt via Lighthouse, maar de koppeling is in de tenant van de klant gemaakt.',
    remedy: 'Koppel dezelfde identiteit in de beherende tenant.',
  },
  'linked-in-partner-tenant-only': {
    title: 'Alleen in uw tenant gekoppeld',
    meaning:
      'De toegang is een gast- of directe toewijzing; in de tenant van de klant is die identiteit een ander object.',
    remedy: 'Meld u aan bij de tenant van de klant en koppel daar.',
  },
  'role-not-earning': {
    title: 'Rol verdient niet',
    meaning: 'De gekoppelde identiteit heeft alleen rollen die geen tegoed verdienen, zoals Reader.',
    remedy:
      'Voeg waar de dienst dat nodig heeft een permanente rol toe die verdient; Support Request Contributor is de kleinste gangbare.',
  },
  'just-in-time-only': {
    title: 'Alleen just-in-time',
    meaning: 'De rol die verdient kan alleen just-in-time worden geactiveerd; zij is nooit permanent.',
    remedy:
      'Voeg een permanente autorisatie met een kleine verdienende rol toe; houd just-in-time voor meer rechten.',
  },
  'role-not-listed': {
    title: 'Rol niet in de lijst van Microsoft',
    meaning: 'De lijst van Microsoft zegt niet of deze rol verdient.',
    remedy: 'Laat de kosten het bewijzen, of voeg de kleinste vermelde rol toe die bij de dienst past.',
  },
  'no-linked-group-member': {
    title: 'Geen gekoppeld lid in de groep',
    meaning: 'Een groep heeft de toegang en geen van de leden is gekoppeld.',
    remedy: 'Voeg een gekoppeld lid toe, of neem een gekoppelde service-principal op in de autorisaties.',
  },
  'time-bound-membership': {
    title: 'Lidmaatschap met een einde',
    meaning: 'Het gekoppelde lid hoort slechts tijdelijk bij de groep.',
    remedy: 'Maak het lidmaatschap permanent of gebruik een service-principal.',
  },
  'linked-identity-gone': {
    title: 'Gekoppelde identiteit verdwenen',
    meaning: 'De gekoppelde identiteit is uitgeschakeld of verwijderd, dus de koppeling telt niet meer.',
    remedy: 'Koppel een ander lid; een service-principal vertrekt niet.',
  },
  'wrong-partner-organisation': {
    title: 'Gekoppeld aan een andere organisatie',
    meaning: 'De partner-id in de koppeling hoort bij een andere organisatie.',
    remedy: 'Wijzig de koppeling in een locatie-partner-id van uw eigen organisatie.',
  },
  'global-partner-id': {
    title: 'Globale partner-id gekoppeld',
    meaning: 'De koppeling noemt de globale partner-id; Microsoft vraagt om een locatie-id.',
    remedy: 'Wijzig de koppeling in een locatie-partner-id.',
  },
  'other-location-of-same-organisation': {
    title: 'Een andere locatie van u',
    meaning: 'De koppeling noemt een andere locatie van dezelfde organisatie; dat telt.',
    remedy: 'Niets te doen.',
  },
  'marketplace-link-unverified': {
    title: 'Marketplace-koppeling niet geverifieerd',
    meaning:
      'De delegering komt uit een Marketplace-aanbieding; de documentatie van Microsoft is het er niet over eens of die zichzelf koppelt.',
    remedy: 'Laat de kosten het bewijzen; koppel voor de zekerheid een service-principal.',
  },
  'offer-bought-not-delegated': {
    title: 'Aanbieding gekocht, niet gedelegeerd',
    meaning: 'De klant heeft uw Marketplace-aanbieding geaccepteerd, maar niets gedelegeerd.',
    remedy: 'De klant delegeert het abonnement of de groepen ervan onder Serviceproviders.',
  },
  'delegation-broken': {
    title: 'Delegering defect',
    meaning: 'De delegering bestaat, maar de inrichting is niet geslaagd of de definitie ontbreekt.',
    remedy: 'Implementeer de delegering opnieuw.',
  },
  'delegated-to-another-tenant': {
    title: 'Aan een andere tenant gedelegeerd',
    meaning: 'De delegering noemt een beherende tenant die niet van u is.',
    remedy: 'Voer de onboarding opnieuw uit met uw beherende tenant.',
  },
  'resource-group-delegation-only': {
    title: 'Alleen resourcegroepen gedelegeerd',
    meaning: 'De toegang dekt enkele resourcegroepen; kosten daarbuiten kunnen niet verdienen.',
    remedy: 'Delegeer het abonnement, of accepteer het en houd de niet-gedekte groepen in de gaten.',
  },
  'deny-assignment': {
    title: 'Geweigerd op een beheerde groep',
    meaning: 'Een weigeringstoewijzing, bijvoorbeeld van een beheerde toepassing, blokkeert daar uw toegang.',
    remedy: 'Meestal accepteren: de eigenaar van het product heeft dit ingesteld.',
  },
  'third-partner-only': {
    title: 'Alleen een derde partner heeft toegang',
    meaning: 'Een partner die noch de provider noch de wederverkoper is, heeft toegang; dat telt niet.',
    remedy: 'Zorg voor eigen toegang voor de dienst die u levert.',
  },
  'third-partner-also-present': {
    title: 'Ook een derde partner',
    meaning: 'Een derde partner heeft naast u toegang; dat is geen belemmering.',
    remedy: 'Niets te doen.',
  },
  'reseller-of-record-access': {
    title: 'Toegang door de wederverkoper',
    meaning: 'Alleen de geregistreerde wederverkoper heeft toegang die verdient.',
    remedy: 'Niets te doen.',
  },
  'transferred-in-without-access': {
    title: 'Overgenomen zonder toegang',
    meaning: 'Het abonnement is naar u overgegaan; de machtigingen zijn nog van de vorige partner.',
    remedy:
      'Spreek met de klant eigen toegang af; bij een volgende overdracht vóórdat de facturering overgaat.',
  },
  'gdap-removed-rbac-intact': {
    title: 'Beheerrelatie beëindigd, rollen intact',
    meaning:
      'De gedelegeerde beheerdersbevoegdheden zijn beëindigd, maar de roltoewijzingen die verdienen zijn er nog.',
    remedy: 'Niets te doen.',
  },
  'single-linked-member': {
    title: 'Slechts één gekoppeld lid',
    meaning: 'Eén persoon draagt de koppeling; vertrekt die, dan stopt het tegoed.',
    remedy: 'Koppel ook een service-principal.',
  },
  'access-unread': {
    title: 'Toegang niet gelezen',
    meaning:
      'Iets wat nodig is om de toegang te beoordelen kon niet worden gelezen; daarom wordt er niets over beweerd.',
    remedy:
      'Waar het lezen mislukte: geef deze service het daar genoemde recht en synchroniseer opnieuw. Waar alles is gelezen, zegt het bewijs wat nog openstaat, zoals van wie een identiteit met directe toegang is.',
  },
  'link-unread': {
    title: 'Koppeling niet bekend',
    meaning: 'Alleen een identiteit zelf kan haar eigen koppeling lezen, en dat is nog niet gebeurd.',
    remedy:
      'Voeg de service-principal toe aan het bestand met koppelingsreferenties, of koppel er een van uzelf.',
  },
};
