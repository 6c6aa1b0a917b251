import type { AzureFailure } from '#lib/azure/failure.ts';
import type { Caller } from '#lib/azure/room.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import type { Db } from '#lib/db/db.ts';
import {
  countUnreadSubscriptions,
  saveSubscriptionReads,
  type SubscriptionRead,
} from '#lib/db/subscription-reads.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { failureOf, isRefusal, NothingVisible } from '../failures.ts';
import { inParallel } from '../in-parallel.ts';
import { complete, type StepContext, type StepResult } from '../step-context.ts';

export type Way = { via: SubscriptionRead['via']; caller: Caller };
export type Target = { subscriptionId: SubscriptionId; tenantId: TenantId; ways: readonly Way[] };

type Reading<Row> = {
  readOne: (caller: Caller, subscriptionId: SubscriptionId) => AsyncIterable<Row[]>;
  save: (tx: Db, readId: string, rows: (Row & { tenantId: TenantId })[]) => Promise<unknown>;
};

/** Resource Manager's buckets allow 25 reads a second; more at once would only wait together. */
const AT_ONCE = 8;

/** Reads one list of every subscription, each with the first token that may. The cursor is the last one's id. */
export async function readEachSubscription<Row extends object>(
  context: StepContext,
  targets: readonly Target[],
  reading: Reading<Row>,
): Promise<StepResult> {
  context.way = 'list';
  const sorted = targets.toSorted((left, right) => left.subscriptionId.localeCompare(right.subscriptionId));
  const left = sorted.filter(
    ({ subscriptionId }) => context.cursor === null || subscriptionId > context.cursor,
  );
  context.done = sorted.length - left.length;
  let refusal: AzureFailure | null = null;
  for (let start = 0; start < left.length; start += AT_ONCE) {
    const batch = left.slice(start, start + AT_ONCE);
    const found = new Map<Target, Listed<Row>>();
    await inParallel(batch, AT_ONCE, async (target) => {
      found.set(target, await readByFirstWay(context, target, reading));
    });
    refusal = [...found.values()].find((listed) => listed.refused !== null)?.refused ?? refusal;
    context.done += batch.length;
    await storeBatch(context, [...found], { save: reading.save, total: sorted.length });
  }
  return resultOf(context, sorted.length, refusal);
}

type Listed<Row> = { rows: Row[]; outcome: SubscriptionRead; refused: AzureFailure | null };

async function storeBatch<Row extends object>(
  context: StepContext,
  found: readonly [Target, Listed<Row>][],
  { save, total }: Pick<Reading<Row>, 'save'> & { total: number },
): Promise<void> {
  const cursor = found
    .map(([{ subscriptionId }]) => subscriptionId)
    .sort()
    .at(-1);
  const rows = found.flatMap(([{ tenantId }, listed]) => listed.rows.map((row) => ({ ...row, tenantId })));
  await context.storePage(
    async (tx) => {
      await save(tx, context.readId, rows);
      await saveSubscriptionReads(
        tx,
        context.readId,
        found.map(([, { outcome }]) => outcome),
      );
    },
    { done: context.done, total, cursor: cursor ?? null },
  );
}

/** A read of which every subscription was refused says nothing new, so it replaces nothing. */
async function resultOf(
  context: StepContext,
  asked: number,
  refusal: AzureFailure | null,
): Promise<StepResult> {
  const unread = await countUnreadSubscriptions(context.deps.db, context.readId);
  if (unread === 0) return complete;
  const reason = refusal ?? new NothingVisible(tellStepReason('refused-before', {}));
  if (unread === asked) throw reason;
  const failure = failureOf(reason, context.key);
  return {
    incomplete: {
      ...failure,
      message: tellStepReason('of-subscriptions', { unread, asked, reason: failure.message }),
    },
  };
}

async function readByFirstWay<Row extends object>(
  context: StepContext,
  { subscriptionId, ways }: Target,
  { readOne }: Reading<Row>,
): Promise<Listed<Row>> {
  let refused: AzureFailure | null = null;
  for (const { via, caller } of ways) {
    try {
      const rows: Row[] = [];
      for await (const page of readOne(caller, subscriptionId)) rows.push(...page);
      return {
        rows,
        outcome: { subscriptionId, via, unreadReason: null, missingRight: null },
        refused: null,
      };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused = error;
    }
  }
  // A token that is not accepted is a fault, not a missing right: it says nothing about the subscription.
  if (refused?.kind === 'unauthorized') throw refused;
  return {
    rows: [],
    refused,
    outcome: {
      subscriptionId,
      via: ways[0]?.via ?? 'managing-tenant',
      unreadReason: 'forbidden',
      missingRight: MISSING_RIGHTS[context.key.source],
    },
  };
}
