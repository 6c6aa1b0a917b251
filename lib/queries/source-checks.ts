import 'server-only';
import { listCustomers } from '#lib/db/customers.ts';
import { listSourceChecks, type StoredCheck } from '#lib/db/source-checks.ts';
import type { QueryContext } from './context.ts';
import type { SourceCheckRow } from './schemas/sync.ts';

/** Checks of customers that may be seen; those of the partner as a whole name no customer to who may not see all. */
export async function listVisibleChecks({
  db,
  visible,
}: Pick<QueryContext, 'db' | 'visible'>): Promise<StoredCheck[]> {
  const checks = await listSourceChecks(db);
  if (visible.kind === 'all') return checks;
  const seen = new Set((await listCustomers(db, visible)).map(({ tenantId }) => tenantId));
  return checks.flatMap((row) => {
    if (row.tenantId === '') return [{ ...row, example: null }];
    return seen.has(row.tenantId) ? [row] : [];
  });
}

/** What the sync page shows of sources held against each other, those that differ first. */
export async function getSourceChecks(context: QueryContext): Promise<SourceCheckRow[]> {
  const rows = await listVisibleChecks(context);
  return [...Map.groupBy(rows, ({ check }) => check).values()].map((same) => {
    const differing = same.filter((row) => row.differing > 0);
    const [first] = same;
    if (first === undefined) throw new Error('a group has no row');
    return {
      check: first.check,
      compared: same.reduce((sum, row) => sum + row.compared, 0),
      differing: same.reduce((sum, row) => sum + row.differing, 0),
      examples: differing.flatMap(({ example }) => example ?? []).slice(0, 3),
      checkedAt: same.map(({ checkedAt }) => checkedAt).sort()[0] ?? first.checkedAt,
    };
  });
}
