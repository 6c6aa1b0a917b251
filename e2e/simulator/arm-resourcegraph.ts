import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ArmCall, ArmRoute } from './arm-route.ts';
import { json, type Answer } from './http.ts';
import { parseKql, type Query } from './kql/parse.ts';
import { runKql, type Row } from './kql/run.ts';
import { KqlProblem } from './kql/tokens.ts';
import { COLUMNS, TABLES } from './resource-graph-rows.ts';
import { visibleTo, type Seen } from './rights.ts';
import { guidOf } from './worlds/seeded.ts';
import type { Simulation } from './simulation.ts';

const MOST_ROWS = 1000;
/** Above this many visible subscriptions Azure answers for the first of them only, and says so in a header. */
const MOST_SUBSCRIPTIONS = 10_000;

export const resourceGraphRoutes: readonly ArmRoute[] = [
  {
    api: 'resource-graph',
    pattern: '/providers/Microsoft.ResourceGraph/resources',
    version: '2024-04-01',
    methods: { POST: ask },
  },
];

const bodySchema = z.strictObject({
  query: z.string().min(1),
  subscriptions: z.array(z.guid()).min(1).optional(),
  options: z
    .strictObject({
      $top: z.int().min(1).max(MOST_ROWS).default(100),
      $skip: z.int().min(0).default(0),
      $skipToken: z.string().min(1).optional(),
      resultFormat: z.enum(['objectArray', 'table']).default('objectArray'),
      allowPartialScopes: z.boolean().optional(),
      authorizationScopeFilter: z.string().optional(),
    })
    .prefault({}),
});
type Body = z.infer<typeof bodySchema>;

function ask({ call, caller, simulation }: ArmCall): Answer {
  const quota = simulation.quotas.resourceGraph(`${caller.tenantId} ${caller.objectId}`);
  if (!quota.allowed)
    return refuse({ status: 429, code: 'RateLimiting', details: [] }, simulation, quota.headers);
  const body = bodyOf(call.body);
  if (body === null) {
    const details = [{ code: 'InvalidRequestBody', message: 'The request body is not valid.' }];
    return refuse({ status: 400, code: 'BadRequest', details }, simulation, quota.headers);
  }
  const scope = scopeOf(body, visibleTo(caller, simulation.world));
  const headers = scope.isCut
    ? { ...quota.headers, 'x-ms-tenant-subscription-limit-hit': 'true' }
    : quota.headers;
  try {
    const of = digestOf(body, caller.objectId);
    const found = rowsOf({ query: parseKql(body.query), scope: scope.seen, of }, simulation);
    return (
      pageOf(body, found, { of, mostItems: call.mostItems }, headers) ?? refuseToken(simulation, headers)
    );
  } catch (error) {
    if (!(error instanceof KqlProblem)) throw error;
    return refuseQuery(error, body.query, simulation, headers);
  }
}

function bodyOf(text: string): Body | null {
  try {
    const parsed = bodySchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function scopeOf(
  { subscriptions }: Body,
  visible: readonly Seen[],
): { seen: readonly Seen[]; isCut: boolean } {
  if (subscriptions === undefined) {
    return { seen: visible.slice(0, MOST_SUBSCRIPTIONS), isCut: visible.length > MOST_SUBSCRIPTIONS };
  }
  const asked = new Set(subscriptions.map((id) => id.toLowerCase()));
  return { seen: visible.filter(({ subscription }) => asked.has(subscription.subscriptionId)), isCut: false };
}

const digestOf = ({ query, subscriptions = [] }: Body, objectId: string): string =>
  createHash('sha256')
    .update([query, objectId, ...subscriptions].join('\n'))
    .digest('base64url')
    .slice(0, 16);

type Found = { rows: readonly Row[]; columns: readonly string[] };

/** Worlds do not change: pages of one query are cut from one answer. */
const answers = new WeakMap<Simulation, Map<string, Found>>();

/** The world is another one now. */
export const forgetAnswers = (simulation: Simulation): void => void answers.delete(simulation);
const ANSWERS_KEPT = 6;

function rowsOf(
  { query, scope, of }: { query: Query; scope: readonly Seen[]; of: string },
  simulation: Simulation,
): Found {
  const table = Object.keys(TABLES).find((name) => name.toLowerCase() === query.table.toLowerCase());
  if (table === undefined) {
    throw new KqlProblem(`'${query.table}' could not be resolved`, { at: 0, text: query.table });
  }
  const kept = answers.get(simulation) ?? new Map<string, Found>();
  answers.set(simulation, kept);
  const before = kept.get(of);
  if (before !== undefined) return before;
  const rows = scope.flatMap((seen) => TABLES[table]?.(seen, simulation.world) ?? []);
  const found = runKql(query, rows, COLUMNS);
  kept.set(of, found);
  const [oldest] = kept.keys();
  if (kept.size > ANSWERS_KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}

/** Without a column `id` in the result there is no token: what is more than one page is lost. */
function pageOf(
  { options }: Body,
  { rows, columns }: Found,
  { of, mostItems }: { of: string; mostItems: number },
  headers: Record<string, string>,
): Answer | null {
  const { $top: asked, $skip, $skipToken, resultFormat } = options;
  const $top = Math.min(asked, mostItems);
  const from = $skipToken === undefined ? $skip : offsetIn($skipToken, of);
  if (from === null) return null;
  const page = rows.slice(from, from + $top);
  const hasMore = from + $top < rows.length;
  const canGoOn = columns.includes('id');
  const token = Buffer.from(JSON.stringify([from + $top, of])).toString('base64');
  return json(
    {
      totalRecords: rows.length,
      count: page.length,
      data: resultFormat === 'table' ? tableOf(page, columns) : page,
      facets: [],
      resultTruncated: String(hasMore && !canGoOn),
      ...(hasMore && canGoOn ? { $skipToken: token } : {}),
    },
    headers,
  );
}

function offsetIn(token: string, of: string): number | null {
  try {
    const held: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    return Array.isArray(held) && held[1] === of && Number.isInteger(held[0]) ? Number(held[0]) : null;
  } catch {
    return null;
  }
}

const tableOf = (rows: readonly Row[], columns: readonly string[]) => ({
  columns: columns.map((name) => ({
    name,
    type: rows.some((row) => isObject(row[name])) ? 'object' : 'string',
  })),
  rows: rows.map((row) => columns.map((name) => row[name] ?? null)),
});

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

type Refusal = { status: number; code: string; details: object[] };

function refuse(
  { status, code, details }: Refusal,
  simulation: Simulation,
  headers: Record<string, string>,
): Answer {
  const timestamp = new Date(simulation.clock.now()).toISOString();
  const correlation = guidOf('resource graph', simulation.nextNumber());
  const message =
    status === 429
      ? 'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed.'
      : `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${correlation}.`;
  return { status, headers, body: { error: { code, message, details } } };
}

const refuseToken = (simulation: Simulation, headers: Record<string, string>): Answer =>
  refuse(
    {
      status: 400,
      code: 'BadRequest',
      details: [{ code: 'InvalidSkipToken', message: 'The skip token does not belong to this query.' }],
    },
    simulation,
    headers,
  );

function refuseQuery(
  { at, token, message }: KqlProblem,
  query: string,
  simulation: Simulation,
  headers: Record<string, string>,
): Answer {
  const before = query.slice(0, at).split('\n');
  const details = [
    {
      code: 'InvalidQuery',
      message: 'The query is not valid. Correct the error and send it again.',
    },
    {
      code: 'ParserFailure',
      message,
      line: before.length,
      characterPositionInLine: before.at(-1)?.length ?? 0,
      token,
    },
  ];
  return refuse({ status: 400, code: 'BadRequest', details }, simulation, headers);
}
