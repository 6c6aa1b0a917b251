import type { Texts } from '../en/all-areas.ts';

export const stepReasons: Texts['stepReasons'] = {
  detail: 'Technisch detail',
  told: {
    'wrong-count':
      'Azure kondigde {expected, plural, one {# rij} other {# rijen}} aan en stuurde er {read, number}.',
    'fewer-rows':
      'Azure gaf {read, plural, one {# rij} other {# rijen}} terug waar er {held, number} aanwezig waren. Wat aanwezig is, blijft tot een tweede keer lezen hetzelfde zegt.',
    'step-fault': 'Een fout van ons beëindigde deze stap; het logboek zegt welke.',
    'run-fault': 'Een fout van ons beëindigde de run; het logboek zegt welke.',
    'not-judged':
      '{count, plural, one {# klant kon niet worden beoordeeld en houdt} other {# klanten konden niet worden beoordeeld en houden}} het laatste oordeel; het logboek zegt waarom.',
    'no-subscription': 'Er is nog geen abonnement zichtbaar.',
    'no-billing-account': 'Er is geen partnerfactureringsrekening zichtbaar voor de service-identiteit.',
    'no-account-known': 'Er is geen partnerfactureringsrekening bekend.',
    'of-subscriptions':
      '{unread, number} van {asked, plural, one {# abonnement} other {# abonnementen}} konden niet worden gelezen.',
    'ownerless-cost':
      'Kosten van {count, plural, one {# abonnement of post} other {# abonnementen of posten}} horen bij geen klant die in het gelezene voorkomt.',
    'graph-shows-nothing': 'Resource Graph toont niets.',
    'refused-before': 'Het werd geweigerd voordat de run werd hervat.',
    'http-status': 'Azure antwoordde met status {status} zonder uitleg.',
    'long-wait': 'Azure vroeg om langer te wachten dan een aanroep wacht.',
    'no-export': 'Geen export van werkelijke kosten heeft {period} geleverd.',
    'no-token': 'De identiteit gaf geen token.',
    'managed-identity': 'Een beheerde identiteit heeft alleen tokens van de eigen tenant.',
    'no-report': 'Azure kon het rapport niet maken.',
    'no-definitions': 'De definities van de delegeringen zijn niet gelezen.',
    'no-dimensions': 'De kostendimensies van het factureringsbereik zijn niet gelezen.',
    'unlisted-customer':
      'De facturering noemt abonnementen van klant {customer}, maar geen klant met die id.',
    'unlisted-subscription':
      'Abonnement {subscription} is gezien en heeft kosten, maar de facturering noemt het niet.',
    'delegations-differ':
      'Abonnement {subscription}: Resource Graph toont {graph, plural, one {# delegering} other {# delegeringen}} en de lijst {list, number}.',
    'costs-differ': 'Wat van de klant zelf is gelezen zegt {own}, dat van het factureringsprofiel {profile}.',
    'no-exports': 'Er is geen export van werkelijke kosten.',
    'unknown-tenant': 'Niets zegt welke tenant de gefactureerde klant {customer} is.',
    'totals-differ':
      'De regels van factureringsprofiel {profile} voor {period} komen op {lines}, een query op {query}.',
  },
  kind: {
    malformed: 'Het antwoord had niet de vorm die Microsoft documenteert.',
    cut: 'De verbinding brak voordat het antwoord compleet was.',
    timeout: 'Er kwam niet op tijd een volledig antwoord.',
    'foreign-host': 'Er zou een adres worden aangeroepen dat niet van Azure is; dat is niet gebeurd.',
    'missing-dimension': 'Het factureringsbereik biedt een kolom niet die deze manier van lezen nodig heeft.',
    'too-many-subscriptions': 'Resource Graph antwoordde maar voor een deel van de abonnementen.',
    aborted: 'Het lezen is gestaakt.',
  },
};
