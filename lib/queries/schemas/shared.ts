import { z } from 'zod';
import { CAUSES } from '#lib/core/causes.ts';
import { COST_CLASSES } from '#lib/core/cost-classes.ts';
import { ACCESS, BASES, CREDIT, LINKED, SOURCES, VERDICTS } from '#lib/core/statuses.ts';
import { MONTH_FORM, PERSON_FORM, refusedBy } from './query-fault.ts';

/** Shapes of the JSON API, also the types that pages receive. Names: the API page of the handbook. */

export const amount = z.string().regex(/^-?\d+(\.\d+)?$/);

export const linked = z.enum(LINKED);
export const access = z.enum(ACCESS);
export const credit = z.enum(CREDIT);
export const verdict = z.enum(VERDICTS);
export const basis = z.enum(BASES);
export const cause = z.enum(CAUSES);
export const source = z.enum(SOURCES);
export const costClass = z.enum(COST_CLASSES);
export const period = z.string().regex(MONTH_FORM).meta({ example: '2026-11' });
export const guid = z.guid();
export const instant = z.iso.datetime();

/** Part of a name or an id. */
export const searchText = z
  .string()
  .max(200)
  .refine(
    (text) => !text.includes('\0'),
    refusedBy({ fault: 'characters' }, 'must not hold a NUL character'),
  );
export const listLimit = z.coerce.number().int().min(1).max(500).default(100);
export const listCursor = z.string().max(400);
export const listOffset = z.number().int().meta({ description: 'Rows before these' });
export const listVersion = z
  .string()
  .meta({ description: 'Another one says that something was written that lists show' });

export const classAmount = z
  .object({
    currency: z.string(),
    class: costClass,
    net: amount.meta({ description: 'Cost after credit' }),
    gross: amount.meta({ description: 'Cost before credit' }),
    credit: amount,
  })
  .meta({ id: 'ClassAmount' });
export type ClassAmount = z.infer<typeof classAmount>;

export const money = z
  .object({
    currency: z.string(),
    net: amount.meta({ description: 'Cost of all lines read, after credit' }),
    gross: amount.meta({ description: 'Cost of all lines read, before credit' }),
    credit: amount.meta({
      description: 'Partner earned credit received; the rate is assumed where none was seen',
    }),
    missed: amount.meta({ description: 'Estimate of credit not received on lines known to be eligible' }),
    missedAtMost: amount.meta({
      description: 'missed, plus the credit that unclassified lines could have earned',
    }),
    eligibleGross: amount.meta({ description: 'Gross of credited lines and of lines known to be eligible' }),
    creditedGross: amount,
    unclassifiedGross: amount.meta({
      description: 'Gross of lines without credit that no source has classified yet',
    }),
    ineligibleGross: amount.meta({ description: 'Gross of lines that cannot earn' }),
    coverage: amount.nullable().meta({
      description:
        'creditedGross / eligibleGross; null while unclassified lines make it unknown, and where refunds outweigh a part of it',
    }),
    coverageAtLeast: amount.nullable().meta({
      description:
        'creditedGross / (eligibleGross + unclassifiedGross); null where refunds outweigh a part of it',
    }),
    rate: amount.meta({ description: 'Fraction by which missed credit is estimated' }),
    rateBasis: z
      .enum(['seen', 'assumed'])
      .meta({ description: 'seen: on lines of the same month; assumed: configured, no line told one' }),
  })
  .meta({ id: 'Money' });
export type Money = z.infer<typeof money>;

export const sourceFailure = z
  .object({
    tenantId: guid.nullable(),
    displayName: z.string().nullable(),
    kind: z.string(),
    message: z.string(),
    code: z.string().nullable().meta({ description: "Azure's own error code" }),
    missingRight: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'SourceFailure' });
export type SourceFailure = z.infer<typeof sourceFailure>;

export const completeness = z
  .object({
    source,
    status: z.enum(['complete', 'partial', 'failed', 'never']),
    expected: z.number().int().nullable().meta({ description: 'Reads that were due (tenants, or 1)' }),
    read: z.number().int().meta({ description: 'Reads held, complete' }),
    rows: z.number().int().meta({ description: 'Rows held' }),
    rowsExpected: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Rows that Azure announced of what is held; null: it tells no count' }),
    rowsRead: z.number().int().nullable().meta({ description: 'Rows that Azure sent; null: not known' }),
    asOf: instant.nullable().meta({ description: 'Oldest date among the reads held' }),
    failed: z.number().int().meta({ description: 'Reads of which the last try failed, or brought a part' }),
    failures: z.array(sourceFailure).meta({ description: 'The newest 50 of them' }),
  })
  .meta({ id: 'Completeness' });
export type Completeness = z.infer<typeof completeness>;

export const accessPath = z
  .object({
    kind: z.enum(['aobo', 'lighthouse', 'direct']),
    scope: z.string(),
    role: z
      .object({ id: guid, name: z.string().nullable(), earns: z.enum(['yes', 'no', 'unlisted']) })
      .nullable()
      .meta({ description: 'null where the path failed before a role was looked at' }),
    principal: z.object({ id: guid, type: z.string(), displayName: z.string().nullable() }).nullable(),
    permanent: z.boolean(),
    link: z
      .object({
        state: z.enum(['linked', 'not-linked', 'unknown']),
        partnerId: z.string().nullable(),
        tenantId: guid.nullable(),
        checkedAt: instant.nullable(),
        how: z.string().nullable(),
      })
      .nullable(),
    origin: z.enum(['marketplace', 'template']).nullable(),
    owner: z.enum(['us', 'reseller-of-record', 'third-party', 'unknown']),
    earns: z.enum(['yes', 'no', 'unknown']),
    because: cause.nullable(),
    readAt: instant.nullable(),
  })
  .meta({ id: 'AccessPath' });
export type AccessPath = z.infer<typeof accessPath>;

export const subscription = z
  .object({
    subscriptionId: guid,
    displayName: z.string(),
    customer: z.object({ tenantId: guid, displayName: z.string() }),
    state: z.string().nullable(),
    offer: z.string().nullable(),
    linked,
    linkedHow: z.string(),
    access,
    credit,
    verdict,
    basis,
    cause,
    alsoCauses: z.array(cause),
    totals: z.array(money),
    judgeableFrom: instant.nullable(),
    asOf: instant.nullable(),
  })
  .meta({ id: 'Subscription' });
export type Subscription = z.infer<typeof subscription>;

export const subscriptionWithPaths = subscription
  .extend({ paths: z.array(accessPath) })
  .meta({ id: 'SubscriptionWithPaths' });
export type SubscriptionWithPaths = z.infer<typeof subscriptionWithPaths>;

const countBy = <Keys extends readonly [string, ...string[]]>(keys: Keys) =>
  z.record(z.enum(keys), z.number().int());

export const subscriptionCounts = z.object({
  total: z.number().int(),
  byLinked: countBy(LINKED),
  byAccess: countBy(ACCESS),
  byCredit: countBy(CREDIT),
  byVerdict: countBy(VERDICTS),
});
export type SubscriptionCounts = z.infer<typeof subscriptionCounts>;

/** tenant id/object id, as tokens name a person or program. */
export const personId = z
  .string()
  .toLowerCase()
  // Aborts: where it is one choice of several, all of them are told.
  .regex(PERSON_FORM, { error: 'must be TENANT_ID/OBJECT_ID', abort: true });

export const ownerChoice = z.union(
  [z.enum(['me', 'none']), personId],
  'must be me, none, or TENANT_ID/OBJECT_ID',
);

export const owner = z.object({ personId: z.string(), name: z.string().nullable() }).meta({ id: 'Owner' });
export type Owner = z.infer<typeof owner>;

export const customer = z
  .object({
    tenantId: guid,
    displayName: z.string(),
    domain: z.string().nullable(),
    owner: owner.nullable().meta({ description: 'Who answers for the customer; null: nobody' }),
    subscriptions: subscriptionCounts,
    totals: z.array(money),
    mainCause: cause.nullable(),
    verdict,
    judgeableFrom: instant
      .nullable()
      .meta({ description: 'When the first of its subscriptions can be judged, while it waits for that' }),
    asOf: instant.nullable(),
    unread: z.array(source).meta({ description: 'Sources that hold nothing complete for this customer' }),
  })
  .meta({ id: 'Customer' });
export type Customer = z.infer<typeof customer>;

/** Answer of every list call. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    offset: listOffset,
    version: listVersion,
    totals: z.array(money),
    asOf: instant.nullable(),
    completeness: z.array(completeness),
  });
