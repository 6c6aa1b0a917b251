import type { Texts } from '../en/all-areas.ts';

export const palette: Texts['palette'] = {
  open: 'Alles zoeken',
  label: 'Een pagina, klant, abonnement, rol of actie zoeken',
  placeholder: 'Naam, of een deel van een id',
  results: 'Resultaten',
  nothing: 'Niets heeft deze naam of id.',
  failed: 'De zoekopdracht antwoordde niet. Typ zo opnieuw.',
  hint: 'Pijlen kiezen, Enter opent, Escape sluit',
  kinds: {
    page: 'Pagina',
    action: 'Actie',
    customer: 'Klant',
    subscription: 'Abonnement',
    role: 'Rol',
    language: 'Taal',
  },
  places: {
    overview: {
      name: 'Overzicht',
      detail: 'Verdiend en gemist tegoed',
    },
    customers: {
      name: 'Klanten',
      detail: 'Wie verdient, en wie niet',
    },
    subscriptions: {
      name: 'Abonnementen',
      detail: 'Gekoppeld of niet, en waarom',
    },
    gaps: {
      name: 'Hiaten',
      detail: 'Bevindingen, grootste bedrag eerst',
    },
    costs: {
      name: 'Kosten',
      detail: 'Welke kosten tegoed ontvingen',
    },
    links: {
      name: 'Koppelingen',
      detail: 'Identiteiten en hun partner-id’s',
    },
    roles: {
      name: 'Rollen',
      detail: 'Welke rollen verdienen',
    },
    imports: {
      name: 'Import',
      detail: 'Kostenbestanden',
    },
    sync: {
      name: 'Synchronisatie',
      detail: 'Runs, bronnen, voortgang',
    },
    startSync: {
      name: 'Synchronisatie starten',
      detail: 'Op de pagina Synchronisatie',
    },
    notEarning: {
      name: 'Klanten die niets verdienen',
      detail: 'Gefilterde lijst',
    },
    mine: {
      name: 'Mijn bevindingen',
      detail: 'Gefilterde lijst',
    },
    largest: {
      name: 'Grootste hiaten',
      detail: 'Abonnementen op gemist tegoed',
    },
    ownLink: {
      name: 'Mijn koppeling controleren',
      detail: 'Uw eigen identiteit en partner-id',
    },
    reconcile: {
      name: 'Aansluiten',
      detail: 'Bestanden naast elkaar gelegd',
    },
    settings: {
      name: 'Instellingen',
      detail: 'Wat is ingesteld, en drempels',
    },
    people: {
      name: 'Personen',
      detail: 'Wie welke klanten mag zien',
    },
    audit: {
      name: 'Audit',
      detail: 'Wie wat wanneer deed',
    },
    changes: {
      name: 'Wijzigingen',
      detail: 'Wat synchronisaties zagen veranderen',
    },
  },
  switchTo: 'Pecboard in deze taal tonen',
  shortcuts: {
    title: 'Sneltoetsen',
    close: 'Sluiten',
    find: 'Iets zoeken',
    search: 'In deze lijst zoeken',
    move: 'Door een lijst bewegen',
    ends: 'Eerste en laatste kolom; met Ctrl eerste en laatste rij',
    open: 'De rij openen',
    choose: 'De rij kiezen',
    leave: 'Sluiten of teruggaan',
    help: 'Deze sneltoetsen',
  },
};
