import type { Db } from '#lib/db/db.ts';
import { addSteps, type NewStep } from '#lib/db/runs.ts';
import { requireOwnRun, type OwnRun } from '#lib/db/run-owner.ts';

export { RunTaken } from '#lib/db/run-owner.ts';

type OfRun = OwnRun & { deps: { db: Db } };

/** Stores in one transaction what a run has to store, or throws and stores nothing: the run is another's by now. */
export const inOwnRun = <Result>(
  { deps, runId, owner }: OfRun,
  store: (tx: Db) => Promise<Result>,
): Promise<Result> =>
  deps.db.transaction(async (tx) => {
    const result = await store(tx);
    await requireOwnRun(tx, { runId, owner });
    return result;
  });

/** Steps that the run does not have yet. */
export const addOwnSteps = (run: OfRun, steps: readonly NewStep[]): Promise<void> =>
  inOwnRun(run, (tx) => addSteps(tx, run.runId, steps));
