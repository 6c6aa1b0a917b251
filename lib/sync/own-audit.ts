import { addAuditEntry } from '#lib/db/audit.ts';
import { instant, type JudgeDeps } from './deps.ts';

/** Who asks without a request: whoever may use the machine, or what its settings name. */
export type OwnActor = 'command line' | 'watched folder' | 'watched container';

type OwnWork = {
  by: OwnActor;
  action: 'import' | 'sync';
  outcome: 'done' | 'refused' | 'failed';
  target: string;
  detail: Record<string, string | number | boolean | null>;
};

/** What is done without a request stands in the audit beside what people ask for. */
export const recordOwnWork = (
  deps: Pick<JudgeDeps, 'db' | 'now'>,
  { by, action, outcome, target, detail }: OwnWork,
): Promise<void> =>
  addAuditEntry(deps.db, {
    ...{ at: instant(deps), actorKind: 'local-admin', actorId: by, actorName: by },
    ...{ action, outcome, target: target.slice(0, 300), detail, address: null },
  });
