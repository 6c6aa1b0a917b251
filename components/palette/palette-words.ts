/** What the palette says. */
export const PALETTE_WORDS = {
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
  },
} as const;

export type PaletteEntry = {
  kind: keyof typeof PALETTE_WORDS.kinds;
  name: string;
  detail: string;
  path: string;
};

const page = (name: string, path: string, detail: string): PaletteEntry => ({
  kind: 'page',
  name,
  path,
  detail,
});
const action = (name: string, path: string, detail: string): PaletteEntry => ({
  kind: 'action',
  name,
  path,
  detail,
});

export const PLACES: readonly PaletteEntry[] = [
  page('Overview', '/', 'Earned and missed credit'),
  page('Customers', '/customers', 'Who earns, and who does not'),
  page('Subscriptions', '/subscriptions', 'Linked or not, and why'),
  page('Gaps', '/gaps', 'Findings, worst money first'),
  page('Costs', '/costs', 'Which cost received credit'),
  page('Links', '/links', 'Identities and their partner IDs'),
  page('Roles', '/roles', 'Which roles earn'),
  page('Imports', '/imports', 'Files of cost'),
  page('Sync', '/sync', 'Runs, sources, progress'),
  action('Start a sync', '/sync', 'On the page Sync'),
  action('Customers that earn nothing', '/customers?verdict=not-earning', 'Filtered list'),
  action('Findings that are mine', '/gaps?owner=me', 'Filtered list'),
  action('Largest gaps', '/subscriptions?sort=-missed', 'Subscriptions by missed credit'),
  action('Check my link', '/links/me', 'Your own identity and its partner ID'),
];
