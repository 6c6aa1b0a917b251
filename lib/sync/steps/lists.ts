import type { AzureFailure } from '#lib/azure/failure.ts';
import type { Caller } from '#lib/azure/room.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import type { StepFailure } from '#lib/core/sync-run.ts';
import type { Db } from '#lib/db/db.ts';
import {
  countUnreadSubscriptions,
  saveSubscriptionReads,
  type SubscriptionRead,
} from '#lib/db/subscription-reads.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { failureOf, isRefusal, NothingVisible, Refused } from '../failures.ts';
import { inParallel } from '../in-parallel.ts';
import { complete, formatPlace, parsePlace, type StepContext, type StepResult } from '../step-context.ts';

export type Way = { via: SubscriptionRead['via']; caller: Caller };
export type Target = { subscriptionId: SubscriptionId; tenantId: TenantId; ways: readonly Way[] };

type Reading<Row> = {
  readOne: (caller: Caller, subscriptionId: SubscriptionId) => AsyncIterable<Row[]>;
  save: (tx: Db, readId: string, rows: (Row & { tenantId: TenantId })[]) => Promise<unknown>;
};

/** Resource Manager's buckets allow 25 reads a second; more at once would only wait together. */
const AT_ONCE = 8;

/**
 * Reads one list of every subscription, each with the first token that may. The cursor is the last one's id, with the
 * last refusal.
 */
export async function readEachSubscription<Row extends object>(
  context: StepContext,
  targets: readonly Target[],
  reading: Reading<Row>,
): Promise<StepResult> {
  context.way = 'list';
  const sorted = targets.toSorted((left, right) => left.subscriptionId.localeCompare(right.subscriptionId));
  const before = context.cursor === null ? null : parsePlace(context.cursor);
  const left = sorted.filter(({ subscriptionId }) => before === null || subscriptionId > before.place);
  context.done = sorted.length - left.length;
  let refusal = before?.fault ?? null;
  for (let start = 0; start < left.length; start += AT_ONCE) {
    const batch = left.slice(start, start + AT_ONCE);
    const found = new Map<Target, Listed<Row>>();
    await inParallel(batch, AT_ONCE, async (target) => {
      found.set(target, await readByFirstWay(context, target, reading));
    });
    const [refused] = batch.flatMap((target) => found.get(target)?.refused ?? []);
    if (refused !== undefined) refusal = failureOf(refused, context.key);
    context.done += batch.length;
    await storeBatch(context, [...found], { save: reading.save, total: sorted.length, refusal });
  }
  return resultOf(context, sorted.length, refusal);
}

type Listed<Row> = { rows: Row[]; outcome: SubscriptionRead; refused: AzureFailure | null };

async function storeBatch<Row extends object>(
  context: StepContext,
  found: readonly [Target, Listed<Row>][],
  { save, total, refusal }: Pick<Reading<Row>, 'save'> & { total: number; refusal: StepFailure | null },
): Promise<void> {
  const last = found
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
    { done: context.done, total, cursor: last === undefined ? null : formatPlace(last, refusal) },
  );
}

/** A read of which every subscription was refused says nothing new, so it replaces nothing. */
async function resultOf(
  context: StepContext,
  asked: number,
  refusal: StepFailure | null,
): Promise<StepResult> {
  const unread = await countUnreadSubscriptions(context.deps.db, context.readId);
  if (unread === 0) return complete;
  const told = refusal ?? failureOf(new NothingVisible(tellStepReason('refused-before', {})), context.key);
  if (unread === asked) throw new Refused(told);
  return {
    incomplete: {
      ...told,
      message: tellStepReason('of-subscriptions', { unread, asked, reason: told.message }),
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
