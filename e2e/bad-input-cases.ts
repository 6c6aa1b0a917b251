import type { Effect } from './simulator/fault-effects.ts';
import type { Fault } from './simulator/faults.ts';

/** The part of the simulated Azure that each of the product's reads of one customer asks. */
export const APIS = {
  'customer-delegations': 'managed-services',
  'customer-role-assignments': 'role-assignments',
  'customer-identities': 'graph',
  'customer-subscriptions': 'entra',
  costs: 'cost-query',
} as const;

export type Case = {
  when: string;
  customer: string;
  source: keyof typeof APIS;
  effect: Effect;
  status: 'failed' | 'forbidden';
  kind: string;
};

export const status = (code: number, headers?: Record<string, string>): Effect => ({
  kind: 'status',
  status: code,
  ...(headers === undefined ? {} : { headers }),
});

/** Each customer meets one fault, all in the same run. */
export const CASES: readonly Case[] = [
  {
    when: 'does not accept our token (401)',
    customer: 'Hallingdal Ysteri SA',
    source: 'customer-delegations',
    effect: status(401),
    status: 'failed',
    kind: 'unauthorized',
  },
  {
    when: 'does not accept our token for the directory (401)',
    customer: 'Piccolo Mondo Gelateria S.r.l.',
    source: 'customer-identities',
    effect: status(401),
    status: 'failed',
    kind: 'unauthorized',
  },
  {
    when: 'forbids it (403)',
    customer: 'Brambleford Dairy Cooperative',
    source: 'customer-role-assignments',
    effect: status(403),
    status: 'forbidden',
    kind: 'forbidden',
  },
  {
    when: 'forbids the list of delegations (403)',
    customer: 'Thornbury Cathedral Estates',
    source: 'customer-delegations',
    effect: status(403),
    status: 'forbidden',
    kind: 'forbidden',
  },
  {
    when: 'forbids the directory (403)',
    customer: 'Lumen & Oak Furniture',
    source: 'customer-identities',
    effect: status(403),
    status: 'forbidden',
    kind: 'forbidden',
  },
  {
    when: 'finds nothing there (404)',
    customer: 'Mühlbach Maschinenbau GmbH & Co. KG',
    source: 'customer-role-assignments',
    effect: status(404),
    status: 'forbidden',
    kind: 'not-found',
  },
  {
    when: 'asks to wait again and again (429)',
    // Not cost: four requests a minute for each scope are a longer wait than a journey has time for.
    customer: 'Montenero Aceites S.L.',
    source: 'customer-role-assignments',
    effect: status(429, { 'retry-after': '1' }),
    status: 'failed',
    kind: 'throttled',
  },
  {
    when: 'has an error of its own (500)',
    customer: 'Bluewater Credit Union',
    source: 'customer-role-assignments',
    effect: status(500),
    status: 'failed',
    kind: 'unavailable',
  },
  {
    when: 'cuts the connection',
    customer: 'Quarry Lane Dental Group',
    source: 'costs',
    effect: { kind: 'cut' },
    status: 'failed',
    kind: 'cut',
  },
  {
    when: 'answers something else than JSON',
    customer: 'Trelawney Copper Recycling plc',
    source: 'customer-delegations',
    effect: { kind: 'malformed-json' },
    status: 'failed',
    kind: 'malformed',
  },
  {
    when: 'answers half of the JSON',
    customer: 'Caldera Geothermal Ltd',
    source: 'customer-role-assignments',
    effect: { kind: 'half-json' },
    status: 'failed',
    kind: 'malformed',
  },
  {
    when: 'leaves out a field that we need',
    customer: 'Nordlys Fiskeri A/S',
    source: 'costs',
    effect: { kind: 'missing-field', field: 'properties.columns' },
    status: 'failed',
    kind: 'malformed',
  },
  {
    when: 'leaves out the identities of a directory',
    customer: 'Kestrel Rail Logistics',
    source: 'customer-identities',
    effect: { kind: 'missing-field', field: 'value' },
    status: 'failed',
    kind: 'malformed',
  },
  {
    when: 'sends us to another host for the next page',
    customer: 'Stadtwerke Hohenfels GmbH',
    source: 'customer-delegations',
    effect: { kind: 'foreign-next-link', url: 'https://elsewhere.example/next' },
    status: 'failed',
    kind: 'foreign-host',
  },
  {
    when: 'gives us no token for the tenant',
    customer: 'Ashdown Veterinary Partners LLP',
    source: 'customer-subscriptions',
    effect: status(401),
    status: 'failed',
    kind: 'rejected',
  },
];

/** A read that is the same for all customers, and how it is to end. */
export type SharedCase = {
  faults: readonly Fault[];
  source: string;
  status: 'failed' | 'forbidden';
  kind: string;
};

const failed = (source: string, kind: string, ...faults: Fault[]): SharedCase => ({
  faults,
  source,
  status: 'failed',
  kind,
});

/** Resource Graph and, for what has a list of Resource Manager too, that list: what `tenant`'s token may ask. */
export const sharedCases = (tenant: string): readonly SharedCase[] => [
  failed('billing-customers', 'unavailable', { api: 'billing', effect: status(500) }),
  failed('subscriptions', 'malformed', { api: 'subscriptions', tenant, effect: { kind: 'half-json' } }),
  failed('delegation-definitions', 'malformed', { api: 'resource-graph', effect: { kind: 'half-json' } }),
  failed('delegations', 'malformed', { api: 'managed-services', tenant, effect: { kind: 'malformed-json' } }),
  failed('role-assignments', 'cut', { api: 'role-assignments', tenant, effect: { kind: 'cut' } }),
  failed('resource-groups', 'malformed'),
  failed('agent-groups', 'malformed', {
    api: 'graph',
    path: '/groups\\?',
    effect: { kind: 'missing-field', field: 'value' },
  }),
  failed('cost-dimensions', 'cut', { api: 'cost-dimensions', effect: { kind: 'cut' } }),
  failed('role-definitions', 'malformed', {
    api: 'role-definitions',
    effect: { kind: 'missing-field', field: 'value' },
  }),
  failed('identities', 'unauthorized', {
    api: 'graph',
    path: '/transitiveMembers',
    tenant,
    effect: status(401),
  }),
  failed('partner-links', 'unauthorized', { api: 'partner-link', tenant, effect: status(401) }),
];

/** One for each question to Resource Graph: subscriptions, definitions, role assignments, resource groups. */
export const GRAPH_EFFECTS: readonly Effect[] = [
  status(403),
  { kind: 'malformed-json' },
  { kind: 'half-json' },
  { kind: 'missing-field', field: 'data' },
];
