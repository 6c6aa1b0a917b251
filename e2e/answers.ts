import { z } from 'zod';

/** The parts of the JSON API's answers that journeys look at, by the names of its documentation. */

export const money = z.object({
  currency: z.string(),
  net: z.string(),
  gross: z.string(),
  credit: z.string(),
  missed: z.string(),
  missedAtMost: z.string(),
  creditedGross: z.string(),
  unclassifiedGross: z.string(),
});
export type Money = z.infer<typeof money>;

const failure = z.object({
  tenantId: z.string().nullable(),
  displayName: z.string().nullable(),
  kind: z.string(),
  message: z.string(),
  missingRight: z.string().nullable(),
});

const completeness = z.object({
  source: z.string(),
  status: z.enum(['complete', 'partial', 'failed', 'never']),
  expected: z.number().nullable(),
  read: z.number(),
  asOf: z.string().nullable(),
  failures: z.array(failure),
});
export type Completeness = z.infer<typeof completeness>;

const customerFields = {
  tenantId: z.string(),
  displayName: z.string(),
  verdict: z.string(),
  mainCause: z.string().nullable(),
  totals: z.array(money),
  unread: z.array(z.string()),
};

export const customerList = z.object({
  items: z.array(z.object({ ...customerFields, subscriptions: z.object({ total: z.number() }) })),
  nextCursor: z.string().nullable(),
  total: z.number(),
  totals: z.array(money),
  completeness: z.array(completeness),
});
export type CustomerRow = z.infer<typeof customerList>['items'][number];

const subscription = z.object({
  subscriptionId: z.string(),
  displayName: z.string(),
  linked: z.string(),
  access: z.string(),
  credit: z.string(),
  verdict: z.string(),
  cause: z.string(),
  alsoCauses: z.array(z.string()),
  totals: z.array(money),
});

export const customerDetail = z.object({
  ...customerFields,
  period: z.string(),
  periods: z.array(z.string()),
  open: z.boolean(),
  subscriptions: z.array(subscription),
  delegations: z.array(z.object({ subscriptionId: z.string(), scope: z.string() })),
  days: z.array(z.object({ day: z.string(), currency: z.string() })),
  completeness: z.array(completeness),
});
export type CustomerDetail = z.infer<typeof customerDetail>;

export const overview = z.object({
  period: z.string(),
  totals: z.array(money),
  previous: z.object({ period: z.string(), totals: z.array(money) }),
  matrix: z.array(z.object({ access: z.string(), credit: z.string(), subscriptions: z.number() })),
  customers: z.object({ total: z.number(), byVerdict: z.record(z.string(), z.number()) }),
  completeness: z.array(completeness),
});

const role = z.object({
  roleDefinitionId: z.string(),
  name: z.string().nullable(),
  earns: z.enum(['yes', 'no', 'unlisted']),
  uses: z.object({ permanent: z.number(), justInTime: z.number(), aobo: z.number() }),
});

export const roleList = z.object({
  items: z.array(role),
  total: z.number(),
  counts: z.object({ yes: z.number(), no: z.number(), unlisted: z.number(), inUse: z.number() }),
});

const step = z.object({
  source: z.string(),
  tenantId: z.string().nullable(),
  displayName: z.string().nullable(),
  period: z.string().nullable(),
  status: z.string(),
  waitUntil: z.string().nullable(),
  error: z
    .object({
      kind: z.string(),
      message: z.string(),
      missingRight: z.string().nullable(),
      status: z.number().nullable(),
      code: z.string().nullable(),
    })
    .nullable(),
});
export type Step = z.infer<typeof step>;

export const run = z.object({
  id: z.string(),
  status: z.enum([
    'queued',
    'running',
    'paused',
    'complete',
    'partial',
    'failed',
    'cancelled',
    'interrupted',
  ]),
  calls: z.number(),
  steps: z.array(step),
});
export type Run = z.infer<typeof run>;

/** What each event of a run tells: the whole, or what changed. */
export const runHead = run.omit({ steps: true }).extend({
  stepCounts: z.record(z.string(), z.number()),
  changedSteps: z.array(step).optional(),
});

export const runList = z.object({ items: z.array(run.omit({ steps: true })), total: z.number() });

export const problem = z.object({
  status: z.number(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
});

export const started = z.object({ id: z.string() });
