import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { BudgetState } from '#lib/core/throttle-budget.ts';

/** What Azure's limits have left, shared by every process that asks it. */
export const throttleBudgets = pgTable('throttle_budgets', {
  key: text('key').primaryKey(),
  state: jsonb('state').$type<BudgetState>().notNull(),
});
