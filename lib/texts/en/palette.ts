export const palette = {
  open: 'Find anything',
  label: 'Find a page, customer, subscription, role or action',
  placeholder: 'Name, or a part of an id',
  results: 'Results',
  nothing: 'Nothing has this name or id.',
  failed: 'The search did not answer. Type again in a moment.',
  hint: 'Arrows choose, Enter opens, Escape closes',
  kinds: {
    page: 'Page',
    action: 'Action',
    customer: 'Customer',
    subscription: 'Subscription',
    role: 'Role',
    language: 'Language',
  },
  places: {
    overview: {
      name: 'Overview',
      detail: 'Earned and missed credit',
    },
    customers: {
      name: 'Customers',
      detail: 'Who earns, and who does not',
    },
    subscriptions: {
      name: 'Subscriptions',
      detail: 'Linked or not, and why',
    },
    gaps: {
      name: 'Gaps',
      detail: 'Findings, worst money first',
    },
    costs: {
      name: 'Costs',
      detail: 'Which cost received credit',
    },
    links: {
      name: 'Links',
      detail: 'Identities and their partner IDs',
    },
    roles: {
      name: 'Roles',
      detail: 'Which roles earn',
    },
    imports: {
      name: 'Imports',
      detail: 'Files of cost',
    },
    sync: {
      name: 'Sync',
      detail: 'Runs, sources, progress',
    },
    startSync: {
      name: 'Start a sync',
      detail: 'On the page Sync',
    },
    notEarning: {
      name: 'Customers that earn nothing',
      detail: 'Filtered list',
    },
    mine: {
      name: 'Findings that are mine',
      detail: 'Filtered list',
    },
    largest: {
      name: 'Largest gaps',
      detail: 'Subscriptions by missed credit',
    },
    ownLink: {
      name: 'Check my link',
      detail: 'Your own identity and its partner ID',
    },
    reconcile: {
      name: 'Reconcile',
      detail: 'Files held against each other',
    },
    settings: {
      name: 'Settings',
      detail: 'What is configured, and thresholds',
    },
    people: {
      name: 'People',
      detail: 'Who may see which customers',
    },
    audit: {
      name: 'Audit',
      detail: 'Who did what, when',
    },
    changes: {
      name: 'Changes',
      detail: 'What syncs saw change',
    },
  },
  switchTo: 'Show Pecboard in this language',
  shortcuts: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    find: 'Find anything',
    search: 'Search this list',
    move: 'Move within a list',
    ends: 'First and last column; with Ctrl first and last row',
    open: 'Open the row',
    choose: 'Choose the row',
    leave: 'Close or go back out',
    help: 'These shortcuts',
  },
} as const;
