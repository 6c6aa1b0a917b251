import type { Effect } from './simulator/fault-effects.ts';

/** The part of the simulated Azure that each of the product's sources asks. */
export const APIS = {
  delegations: 'managed-services',
  'role-assignments': 'role-assignments',
  costs: 'cost-query',
  'customer-subscriptions': 'entra',
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
    customer: 'Kestrel Rail Logistics',
    source: 'delegations',
    effect: status(401),
    status: 'failed',
    kind: 'unauthorized',
  },
  {
    when: 'forbids it (403)',
    customer: 'Lumen & Oak Furniture',
    source: 'role-assignments',
    effect: status(403),
    status: 'forbidden',
    kind: 'forbidden',
  },
  {
    when: 'finds nothing there (404)',
    customer: 'Piccolo Mondo Gelateria S.r.l.',
    source: 'delegations',
    effect: status(404),
    status: 'forbidden',
    kind: 'not-found',
  },
  {
    when: 'asks to wait again and again (429)',
    customer: 'Fjellheim Energi AS',
    source: 'costs',
    effect: status(429, { 'retry-after': '1' }),
    status: 'failed',
    kind: 'throttled',
  },
  {
    when: 'has an error of its own (500)',
    customer: 'Stadtwerke Hohenfels GmbH',
    source: 'role-assignments',
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
    customer: 'Vasconcelos & Filhos, Lda.',
    source: 'delegations',
    effect: { kind: 'malformed-json' },
    status: 'failed',
    kind: 'malformed',
  },
  {
    when: 'answers half of the JSON',
    customer: 'Saltmarsh Museum Trust',
    source: 'role-assignments',
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
    when: 'sends us to another host for the next page',
    customer: 'Transatlantic Freight Forwarding and Customs Brokerage (Ireland) Ltd',
    source: 'delegations',
    effect: { kind: 'foreign-next-link', url: 'https://elsewhere.example/next' },
    status: 'failed',
    kind: 'foreign-host',
  },
  {
    when: 'gives us no token for the tenant',
    customer: 'Brambleford Dairy Cooperative',
    source: 'customer-subscriptions',
    effect: status(401),
    status: 'failed',
    kind: 'rejected',
  },
];
