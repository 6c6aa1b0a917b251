import {
  applySettle,
  applyTake,
  decideWait,
  isAtRest,
  UNUSED,
  type BudgetState,
  type Limit,
  type ThrottleBudget,
} from '#lib/core/throttle-budget.ts';

/** Budgets at rest are forgotten once there are so many: each subscription has one. */
const KEPT_BUDGETS = 2_000;

type Kept = { state: BudgetState; limit: Limit };

/** Budgets of this process alone. */
export function openBudget(): ThrottleBudget {
  const kept = new Map<string, Kept>();
  let sweepAt = KEPT_BUDGETS;
  const stateOf = (key: string): BudgetState => kept.get(key)?.state ?? UNUSED;

  function sweep(nowMs: number): void {
    if (kept.size < sweepAt) return;
    for (const [key, { state, limit }] of kept) {
      if (isAtRest(state, limit, nowMs)) kept.delete(key);
    }
    sweepAt = Math.max(KEPT_BUDGETS, 2 * kept.size);
  }

  return {
    take(charges, nowMs) {
      const named = charges.flatMap((charge) => [charge, ...charge.leavesTo]);
      const held = new Map(named.map(({ key }) => [key, stateOf(key)]));
      const wait = decideWait(held, charges, nowMs);
      if (wait !== null) return Promise.resolve({ kind: 'wait', ...wait });
      const id = crypto.randomUUID();
      for (const charge of charges) {
        const state = applyTake(stateOf(charge.key), charge, { ticket: id, now: nowMs });
        kept.set(charge.key, { state, limit: charge.limit });
      }
      sweep(nowMs);
      return Promise.resolve({ kind: 'go', ticket: { id, charges } });
    },
    settle({ id, charges }, observed, nowMs) {
      for (const charge of charges) {
        const state = applySettle(stateOf(charge.key), charge, { ticket: id, observed, now: nowMs });
        kept.set(charge.key, { state, limit: charge.limit });
      }
      return Promise.resolve();
    },
  };
}
