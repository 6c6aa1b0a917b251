import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './schema-columns.ts';

/** People and programs that have signed in, or to whom customers were assigned; key: tenant/object id. */
export const people = pgTable('people', {
  personId: text('person_id').primaryKey(),
  kind: text('kind').$type<'person' | 'program'>().notNull(),
  name: text('name').notNull(),
  userName: text('user_name'),
  /** As the last token said; null: has never signed in. */
  roles: jsonb('roles').$type<readonly string[]>(),
  /** Whether an administrator lets a viewer see every customer; null: nobody has decided. */
  seesAll: boolean('sees_all'),
  firstSeenAt: at('first_seen_at').notNull(),
  lastSeenAt: at('last_seen_at'),
});

export const customerAssignments = pgTable(
  'customer_assignments',
  {
    personId: text('person_id').notNull(),
    tenantId: text('tenant_id').notNull(),
    assignedBy: text('assigned_by').notNull(),
    assignedAt: at('assigned_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.tenantId] }),
    index('customer_assignments_tenant').on(table.tenantId),
  ],
);

/** Who answers for a customer; one person at most. */
export const customerOwners = pgTable('customer_owners', {
  tenantId: text('tenant_id').primaryKey(),
  personId: text('person_id').notNull(),
  setBy: text('set_by').notNull(),
  setAt: at('set_at').notNull(),
});

/** The cookie carries the id, sealed; what it is worth is decided here, so that it can be ended. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    personId: text('person_id').notNull(),
    name: text('name').notNull(),
    roles: jsonb('roles').$type<readonly string[]>().notNull(),
    createdAt: at('created_at').notNull(),
    seenAt: at('seen_at').notNull(),
    /** Until when the last verified token vouches for the person. */
    verifiedUntil: at('verified_until').notNull(),
    /** Whatever is renewed, the session ends here. */
    endsAt: at('ends_at').notNull(),
    endedAt: at('ended_at'),
  },
  (table) => [index('sessions_person').on(table.personId), index('sessions_ends').on(table.endsAt)],
);

/** What may be used once: nonces of sign-ins, ids of tokens. Rows are dropped when they have run out. */
export const usedOnce = pgTable(
  'used_once',
  { key: text('key').primaryKey(), until: at('until').notNull() },
  (table) => [index('used_once_until').on(table.until)],
);

/** Append-only: a trigger refuses every change and removal. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: at('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    outcome: text('outcome').$type<'done' | 'refused' | 'failed'>().notNull(),
    /** What it was done to: a customer, a person, a route. */
    target: text('target'),
    detail: jsonb('detail').$type<Readonly<Record<string, string | number | boolean | null>>>().notNull(),
    address: text('address'),
  },
  (table) => [index('audit_entries_at').on(table.at), index('audit_entries_actor').on(table.actorId)],
);

/** Partner links that no credential of the service can read: read on a person's behalf, or attested by one. */
export const personalLinks = pgTable(
  'personal_links',
  {
    tenantId: text('tenant_id').notNull(),
    principalId: text('principal_id').notNull(),
    how: text('how').$type<'on-behalf-of' | 'attested'>().notNull(),
    displayName: text('display_name'),
    checkedAt: at('checked_at').notNull(),
    linked: boolean('linked').notNull(),
    partnerId: text('partner_id'),
    partnerName: text('partner_name'),
    since: at('since'),
    recordedBy: text('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    /** Attested only: on what it rests, and until when it counts. */
    evidence: text('evidence'),
    expiresAt: at('expires_at'),
    /** Attested only: since when it does not count any more, by whom alone that is taken back. */
    withdrawnAt: at('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.principalId, table.how] })],
);
