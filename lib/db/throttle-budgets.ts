import { inArray, sql } from 'drizzle-orm';
import {
  applySettle,
  applyTake,
  decideWait,
  UNUSED,
  type BudgetState,
  type Charge,
  type Observation,
  type ThrottleBudget,
} from '#lib/core/throttle-budget.ts';
import type { Db } from './db.ts';
import { throttleBudgets } from './schema.ts';

type Held = ReadonlyMap<string, BudgetState>;

/** Always in one order, so that two processes never wait for each other. */
const keysOf = (budgets: readonly Pick<Charge, 'key'>[]): string[] =>
  [...new Set(budgets.map(({ key }) => key))].sort();

/** Holds the rows of these budgets until the transaction ends; null where one was never used and has none. */
async function lockBudgets(tx: Db, keys: readonly string[]): Promise<Held | null> {
  const rows = await tx
    .select()
    .from(throttleBudgets)
    .where(inArray(throttleBudgets.key, keys))
    .orderBy(throttleBudgets.key)
    .for('update');
  return rows.length < keys.length ? null : new Map(rows.map(({ key, state }) => [key, state]));
}

/** Rows are made while none is held: whoever holds some and waits for another's new one may be waited for. */
async function withBudgets<Value>(
  db: Db,
  keys: readonly string[],
  act: (tx: Db, held: Held) => Promise<Value>,
): Promise<Value> {
  for (;;) {
    const done = await db.transaction(async (tx) => {
      const held = await lockBudgets(tx, keys);
      return held === null ? null : { value: await act(tx, held) };
    });
    if (done !== null) return done.value;
    await db
      .insert(throttleBudgets)
      .values(keys.map((key) => ({ key, state: UNUSED })))
      .onConflictDoNothing();
  }
}

const saveBudgets = (tx: Db, states: readonly (readonly [string, BudgetState])[]) =>
  tx
    .insert(throttleBudgets)
    .values(states.map(([key, state]) => ({ key, state })))
    .onConflictDoUpdate({ target: throttleBudgets.key, set: { state: sql`excluded.state` } });

type Changed = (state: BudgetState, charge: Charge) => BudgetState;

const change = (held: Held, charges: readonly Charge[], apply: Changed) =>
  charges.map((charge) => [charge.key, apply(held.get(charge.key) ?? UNUSED, charge)] as const);

/**
 * Budgets of all processes on this database. What a single subscription lets through is left to `own`: no run comes
 * near it, and its rows would be as many as the subscriptions.
 */
export function openSharedBudget(db: Db, own: ThrottleBudget): ThrottleBudget {
  const isShared = ({ reach }: Charge): boolean => reach === 'everybody';
  const settleOwn = (charges: readonly Charge[], id: string, observed: readonly Observation[], now: number) =>
    own.settle({ id, charges: charges.filter((charge) => !isShared(charge)) }, observed, now);

  return {
    async take(charges, nowMs) {
      const shared = charges.filter(isShared);
      const ofOwn = await own.take(
        charges.filter((charge) => !isShared(charge)),
        nowMs,
      );
      if (ofOwn.kind === 'wait' || shared.length === 0) {
        return ofOwn.kind === 'wait' ? ofOwn : { kind: 'go', ticket: { id: ofOwn.ticket.id, charges } };
      }
      const { id } = ofOwn.ticket;
      const named = shared.flatMap((charge) => [charge, ...charge.leavesTo]);
      const wait = await withBudgets(db, keysOf(named), async (tx, held) => {
        const lacking = decideWait(held, shared, nowMs);
        if (lacking !== null) return lacking;
        const at = { ticket: id, now: nowMs };
        await saveBudgets(
          tx,
          change(held, shared, (state, charge) => applyTake(state, charge, at)),
        );
        return null;
      });
      if (wait === null) return { kind: 'go', ticket: { id, charges } };
      await settleOwn(charges, id, [], nowMs);
      return { kind: 'wait', ...wait };
    },

    async settle({ id, charges }, observed, nowMs) {
      await settleOwn(charges, id, observed, nowMs);
      const shared = charges.filter(isShared);
      if (shared.length === 0) return;
      await withBudgets(db, keysOf(shared), async (tx, held) => {
        const at = { ticket: id, observed, now: nowMs };
        await saveBudgets(
          tx,
          change(held, shared, (state, charge) => applySettle(state, charge, at)),
        );
      });
    },
  };
}
