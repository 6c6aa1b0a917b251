import { z } from 'zod';
import { COMMAND_KINDS } from '#lib/core/remedies/remedy-plans.ts';
import { FINDING_STATES, LEADS, MOST_AT_ONCE, SEVERITIES } from '#lib/core/statuses.ts';
import { evidence } from './evidence.ts';
import {
  cause,
  completeness,
  guid,
  instant,
  ownerChoice,
  personId,
  listCursor,
  listLimit,
  listOf,
  money,
  period,
  searchText,
  verdict,
} from './shared.ts';

export const FINDING_SORTS = [
  'missed',
  '-missed',
  'since',
  '-since',
  'customer',
  '-customer',
  'cause',
  '-cause',
  'state',
  '-state',
] as const;

export const findingState = z.enum(FINDING_STATES);

/** active: somebody still has to do something about it. */
export const FINDING_VIEWS = [...FINDING_STATES, 'active', 'all'] as const;

export const findingsQuery = z.strictObject({
  state: z
    .enum(FINDING_VIEWS)
    .optional()
    .meta({ description: 'active: open, in progress or waiting; unset: all' }),
  cause: cause.optional(),
  customer: guid.optional().meta({ description: 'Tenant id of a customer' }),
  subscription: guid.optional(),
  owner: ownerChoice
    .optional()
    .meta({ description: 'TENANT_ID/OBJECT_ID of a person; none: nobody; me: whoever asks' }),
  q: searchText.optional(),
  sort: z.enum(FINDING_SORTS).optional(),
  limit: listLimit,
  cursor: listCursor.optional(),
});
export type FindingsQuery = z.infer<typeof findingsQuery>;

const remedy = z.object({
  steps: z.array(z.string()),
  commands: z.array(
    z.object({
      shell: z.enum(['azure-cli', 'powershell', 'arm', 'bicep']),
      text: z.string(),
      purpose: z.enum(COMMAND_KINDS).meta({ description: 'What it does when somebody runs it' }),
    }),
  ),
  askCustomer: z.boolean().meta({ description: "Microsoft's rule against pressing for access applies" }),
});
export type Remedy = z.infer<typeof remedy>;

const findingEvidence = z.object({
  period: period.nullable().meta({ description: 'The last month that the cause led' }),
  rules: z.array(evidence),
  rulesVersion: z.string().nullable(),
  roleListVersion: z.string().nullable(),
});

export const finding = z
  .object({
    id: guid,
    cause,
    severity: z.enum(SEVERITIES).meta({ description: 'By the credit that may have been missed' }),
    verdict,
    subscriptionId: guid,
    subscriptionName: z.string(),
    tenantId: guid,
    customerName: z.string(),
    missed: z
      .array(money)
      .meta({ description: 'Of all months that the cause led, by currency; an estimate' }),
    months: z.array(z.object({ period, missed: z.array(money) })).meta({ description: 'Newest first' }),
    since: z.iso.date().meta({ description: 'First day that the cause decided' }),
    openedAt: instant,
    judgedAt: instant.meta({ description: 'When facts last told whether it leads' }),
    leads: z.enum(LEADS).meta({ description: 'Whether the cause leads by the last facts that could tell' }),
    unknownSince: instant.nullable(),
    unknownBecause: cause.nullable(),
    state: findingState,
    resolvedAt: instant.nullable(),
    resolvedTo: cause.nullable().meta({ description: 'What leads instead, where the facts resolved it' }),
    owner: z.object({ personId: z.string(), name: z.string().nullable() }).nullable(),
    note: z.string(),
    evidence: findingEvidence,
    remedy: remedy.nullable().meta({ description: 'null: judged before remedies were kept' }),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof finding>;

const group = z.object({
  cause,
  findings: z.number().int(),
  customers: z.number().int(),
  missed: z.array(money),
});
export type FindingGroup = z.infer<typeof group>;

export const findingList = listOf(finding)
  .extend({
    groups: z.array(group).meta({ description: 'All filtered findings by cause, worst money first' }),
    byState: z
      .record(findingState, z.number().int())
      .meta({ description: 'All findings by state, whatever is filtered' }),
    customer: z.object({ tenantId: guid, displayName: z.string() }).nullable(),
  })
  .meta({ id: 'FindingList' });
export type FindingList = z.infer<typeof findingList>;

const event = z.object({
  at: instant,
  kind: z.enum(['opened', 'reopened', 'lost-sight', 'seen-again', 'resolved', 'changed']),
  detail: z.record(z.string(), z.string().nullable()),
  actorName: z.string().nullable().meta({ description: 'null: the facts did it' }),
});
export type FindingEvent = z.infer<typeof event>;

const supportCase = z.object({
  route: z.string(),
  notBefore: instant.nullable(),
  text: z.string(),
  file: z.looseObject({}),
});
export type SupportCase = z.infer<typeof supportCase>;

export const findingDetail = finding
  .extend({
    history: z.array(event).meta({ description: 'Newest first' }),
    supportCase: supportCase
      .nullable()
      .meta({ description: 'What to send to Microsoft; null: Microsoft need not be asked' }),
    people: z
      .array(z.object({ personId: z.string(), name: z.string() }))
      .meta({ description: 'Who may own it' }),
    mayChange: z.boolean(),
    completeness: z.array(completeness),
  })
  .meta({ id: 'FindingDetail' });
export type FindingDetail = z.infer<typeof findingDetail>;

export const NOTE_LONGEST = 2000;

/** What a person decides; what is left out stays. */
export const findingChange = z.strictObject({
  state: findingState.optional(),
  ownerId: personId.nullable().optional(),
  note: z
    .string()
    .max(NOTE_LONGEST)
    .refine((text) => !text.includes('\0'), 'must not hold a NUL character')
    .optional(),
});
export type FindingChange = z.infer<typeof findingChange>;

export const findingsChange = findingChange.extend({ ids: z.array(guid).min(1).max(MOST_AT_ONCE) });
export type FindingsChange = z.infer<typeof findingsChange>;

export const changedFindings = z.object({
  changed: z.array(guid),
  unknown: z.array(guid).meta({ description: 'No such finding, or not of a customer of yours' }),
  decidedAt: instant.meta({ description: 'By which whoever changed them can take it back' }),
});
export type ChangedFindings = z.infer<typeof changedFindings>;

export const findingsUndo = z.strictObject({
  ids: z.array(guid).min(1).max(MOST_AT_ONCE),
  decidedAt: instant,
});

export const undoneFindings = z.object({
  undone: z.array(guid).meta({ description: 'They are again as they were before' }),
  kept: z.array(guid).meta({
    description:
      'They stay as they are: somebody or the facts changed them since, or it was not you who decided',
  }),
});
export type UndoneFindings = z.infer<typeof undoneFindings>;
