import { z } from 'zod';
import { WAIT_REASONS } from '#lib/core/throttle-budget.ts';
import { SOURCE_CHECKS } from '#lib/core/source-checks.ts';
import { READ_WAYS, RUN_KINDS, RUN_STATUSES, STEP_STATUSES } from '#lib/core/sync-run.ts';
import { completeness, guid, instant, period, source } from './shared.ts';

export const stepError = z.object({
  kind: z.string(),
  message: z.string(),
  missingRight: z.string().nullable(),
  status: z.number().int().nullable(),
  code: z.string().nullable(),
});
export type StepError = z.infer<typeof stepError>;

export const syncStep = z
  .object({
    id: z.string(),
    source: z.union([source, z.literal('judge')]),
    tenantId: guid.nullable(),
    displayName: z.string().nullable(),
    period: period.nullable(),
    status: z.enum(STEP_STATUSES),
    done: z.number().int(),
    total: z.number().int().nullable(),
    expected: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Rows that Azure announced; null: it tells no count' }),
    read: z.number().int().meta({ description: 'Rows that Azure sent' }),
    kept: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Rows held of them; null: the step has not ended well' }),
    waitUntil: instant.nullable(),
    waitReason: z.enum(WAIT_REASONS).nullable().meta({
      description: 'azure-asked: Azure said so; own-budget: before it has to; report: it is being made',
    }),
    error: stepError.nullable(),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'SyncStep' });
export type SyncStep = z.infer<typeof syncStep>;

export const syncRun = z
  .object({
    id: guid,
    kind: z.enum(RUN_KINDS).meta({ description: 'full: everything; refresh: one customer' }),
    customer: z.object({ tenantId: guid, displayName: z.string() }).nullable(),
    status: z.enum(RUN_STATUSES),
    startedAt: instant,
    endedAt: instant.nullable(),
    requestedBy: z.string(),
    stepCounts: z.record(z.enum(STEP_STATUSES), z.number().int()),
    calls: z.number().int().meta({ description: 'HTTP requests sent to Azure' }),
    waitedMs: z.number().int().meta({ description: 'Time spent waiting because Azure asked to' }),
    leftMs: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'How long it still takes, if it goes on as it did; null: not known' }),
    error: z.string().nullable(),
  })
  .meta({ id: 'SyncRun' });
export type SyncRun = z.infer<typeof syncRun>;

export const syncRunDetail = syncRun.extend({ steps: z.array(syncStep) }).meta({ id: 'SyncRunDetail' });
export type SyncRunDetail = z.infer<typeof syncRunDetail>;

/** What changed of a run: steps that are not named stay as they were. */
export const syncRunChange = syncRun
  .extend({ changedSteps: z.array(syncStep) })
  .meta({ id: 'SyncRunChange' });
export type SyncRunChange = z.infer<typeof syncRunChange>;

/** Two sources that tell of the same thing, held against each other; nothing compared is no agreement. */
export const sourceCheck = z
  .object({
    check: z.enum(SOURCE_CHECKS),
    compared: z.number().int(),
    differing: z.number().int(),
    examples: z.array(z.string()),
    checkedAt: instant,
  })
  .meta({ id: 'SourceCheck' });
export type SourceCheckRow = z.infer<typeof sourceCheck>;

export const runsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(400).optional(),
});

export const syncRunList = z
  .object({ items: z.array(syncRun), nextCursor: z.string().nullable(), total: z.number().int() })
  .meta({ id: 'SyncRunList' });
export type SyncRunList = z.infer<typeof syncRunList>;

/** Steps of a source, month and way together. */
export const planRow = z
  .object({
    source,
    period: period.nullable(),
    way: z.enum(READ_WAYS).nullable().meta({ description: 'By which of several ways it will be read' }),
    steps: z.number().int(),
    calls: z.number().int().meta({ description: 'Requests that it takes as far as what is held tells' }),
    unknownSteps: z.number().int().meta({ description: 'Steps of which nothing tells how many they take' }),
  })
  .meta({ id: 'SyncPlanRow' });

/** What a full run would do now. */
export const syncPlan = z
  .object({
    rows: z.array(planRow),
    calls: z.number().int(),
    unknownSteps: z.number().int(),
    minutes: z.number().meta({ description: 'What the limits of Azure let it take at the least' }),
    isBeyondDay: z.boolean().meta({ description: 'That is longer than a day' }),
    isFirst: z
      .boolean()
      .meta({ description: 'Nothing is held: most is planned as the first lists are read' }),
  })
  .meta({ id: 'SyncPlan' });
export type SyncPlan = z.infer<typeof syncPlan>;

export const runStarted = z.object({ id: guid }).meta({ id: 'RunStarted' });

/** What the sync page shows. */
export const syncOverview = z.object({
  latest: syncRunDetail.nullable(),
  runs: z.array(syncRun),
  completeness: z.array(completeness),
  checks: z.array(sourceCheck),
  plan: syncPlan.nullable(),
});
export type SyncOverview = z.infer<typeof syncOverview>;
