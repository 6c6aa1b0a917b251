import {
  bigint,
  index,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Cause } from '#lib/core/causes.ts';
import type { ChangeSide } from '#lib/core/changes.ts';
import type { CommandKind } from '#lib/core/remedies/remedy-plans.ts';
import type { StepValues } from '#lib/core/remedies/steps.ts';
import type { SeenCustomer } from '#lib/core/seen-access.ts';
import type { ChangeKind, FindingState, Leads, Source, Verdict } from '#lib/core/statuses.ts';
import { at } from './schema-columns.ts';

/** One for each subscription of a customer and cause that ever led its verdict. */
export const findings = pgTable(
  'findings',
  {
    id: uuid('id').primaryKey(),
    tenantId: text('tenant_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    cause: text('cause').$type<Cause>().notNull(),
    state: text('state').$type<FindingState>().notNull(),
    leads: text('leads').$type<Leads>().notNull(),
    /** Of the last judgement that it led. */
    verdict: text('verdict').$type<Verdict>().notNull(),
    /** First day that the cause decided, as far as cost tells. */
    since: text('since').notNull(),
    openedAt: at('opened_at').notNull(),
    judgedAt: at('judged_at').notNull(),
    unknownSince: at('unknown_since'),
    /** What was not read, while it is not known whether the cause still leads. */
    unknownBecause: text('unknown_because').$type<Cause>(),
    resolvedAt: at('resolved_at'),
    /** What leads instead since the facts resolved it. */
    resolvedTo: text('resolved_to').$type<Cause>(),
    ownerId: text('owner_id'),
    note: text('note').notNull().default(''),
    /** What it may have missed, for order only: see the list. */
    weight: numeric('weight').notNull().default('0'),
  },
  (table) => [
    uniqueIndex('findings_subscription').on(table.tenantId, table.subscriptionId, table.cause),
    index('findings_state').on(table.state, table.cause),
  ],
);

/** To which finding a subscription's month belongs: to one at most, so that no amount counts twice. */
export const findingMonths = pgTable(
  'finding_months',
  {
    tenantId: text('tenant_id').notNull(),
    subscriptionId: text('subscription_id').notNull(),
    period: text('period').notNull(),
    findingId: uuid('finding_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.subscriptionId, table.period] }),
    index('finding_months_finding').on(table.findingId),
  ],
);

export type StoredRemedy = {
  /** Ids of steps; in rows from before texts had languages sentences, and no values. */
  steps: readonly string[];
  values: StepValues;
  commands: readonly {
    shell: 'azure-cli' | 'powershell' | 'arm' | 'bicep';
    text: string;
    purpose: CommandKind;
  }[];
  askCustomer: boolean;
};

/** What to send to Microsoft, as text to paste and as a file. */
export type StoredCase = { route: string; notBefore: string | null; text: string; file: object };

/** What puts a finding right, made of the facts by which it was judged last. */
export const findingRemedies = pgTable('finding_remedies', {
  findingId: uuid('finding_id').primaryKey(),
  remedy: jsonb('remedy').$type<StoredRemedy>().notNull(),
  /** null: Microsoft need not be asked. */
  supportCase: jsonb('support_case').$type<StoredCase>(),
});

export type FindingEventKind = 'opened' | 'reopened' | 'lost-sight' | 'seen-again' | 'resolved' | 'changed';

/** What happened to a finding, by the facts or by a person; never changed afterwards. */
export const findingEvents = pgTable(
  'finding_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    findingId: uuid('finding_id').notNull(),
    at: at('at').notNull(),
    kind: text('kind').$type<FindingEventKind>().notNull(),
    detail: jsonb('detail').$type<Readonly<Record<string, string | null>>>().notNull(),
    /** null: the facts did it. */
    actorName: text('actor_name'),
    /** Who alone may take it back; null also in rows from before it was kept. */
    actorId: text('actor_id'),
  },
  (table) => [index('finding_events_finding').on(table.findingId)],
);

export const changes = pgTable(
  'changes',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: at('at').notNull(),
    kind: text('kind').$type<ChangeKind>().notNull(),
    tenantId: text('tenant_id').notNull(),
    subscriptionId: text('subscription_id'),
    before: jsonb('before').$type<ChangeSide>(),
    after: jsonb('after').$type<ChangeSide>(),
    source: text('source').$type<Source | 'judge'>().notNull(),
  },
  (table) => [index('changes_at').on(table.at), index('changes_tenant').on(table.tenantId, table.at)],
);

/** What was last known of each customer, to which the next sync is compared. */
export const seenCustomers = pgTable('seen_customers', {
  tenantId: text('tenant_id').primaryKey(),
  seen: jsonb('seen').$type<SeenCustomer>().notNull(),
  at: at('at').notNull(),
});
