import { eq } from 'drizzle-orm';
import type { Database } from '#lib/db/client.ts';
import { costWays } from '#lib/db/schema.ts';
import {
  differences,
  falseGreens,
  falseNos,
  isReadAlike,
  orphans,
  touchedOthers,
  withoutThen,
  wrongReads,
  type Store,
} from './compare-stores.ts';
import type { CallRecord } from '../simulator/calls.ts';
import { drawFaults, type Drawn } from './draw-faults.ts';
import { countHits, listHits, lostUnseen, type Hits } from './met-faults.ts';
import { lookAt, STARTS, type Lab, type Synced } from './fault-lab.ts';

export type FaultRun = {
  seed: number;
  status: string;
  /** Answers by status, faults among them. */
  calls: number;
  /** Faults that took effect. */
  hits: Hits;
  /** Rows were left out of a list that tells no count. */
  unseen: boolean;
  problems: string[];
  /** Where something is wrong, what was met and what came of it. */
  met: string[];
};

/** A sync that meets the faults of a seed, then one that meets none; what is wrong of either. */
export async function runWithFaults(lab: Lab, seed: number): Promise<FaultRun> {
  const drawn = drawFaults(seed, lab.simulator.world);
  const name = `run_${seed}`;
  const database = await lab.databases.open(name, drawn.filled ? 'filled' : '');
  try {
    lab.simulator.faults.generate(drawn.generator);
    lab.simulator.resetCalls();
    const faulty = await lab.sync(database, STARTS.faulty);
    lab.simulator.faults.clear();
    const records = lab.simulator.callRecords();
    const lost = lostUnseen(records);
    const met = await lookAt(database);
    const healing = await heal(lab, database);
    const { truth, healed } = comparable(lab.truth, await lookAt(database));
    const problems = [
      ...crashes(faulty),
      ...orphans(met),
      // What takes access away can be missed where nothing was held before that it could be held against.
      ...(lost.has('deny-assignments') && !drawn.filled ? [] : falseGreens(lab.truth, met)),
      ...checkMet(lab, met, { alone: aloneIn(drawn, records), faulty, lost }),
      ...crashes(healing).map((problem) => `healing: ${problem}`),
      ...(lost.size > 0
        ? wrongReads(truth, healed, NOTHING_LOST)
        : differences(truth, healed, `not healed (${healing.status})`)),
    ];
    return {
      ...{ seed, status: faulty.status, calls: records.length, hits: countHits(records) },
      unseen: lost.size > 0,
      problems,
      met: problems.length === 0 ? [] : [...listHits(records), ...faulty.steps.flatMap(endOf)],
    };
  } finally {
    lab.simulator.faults.clear();
    await database.close();
    await lab.databases.drop(name);
  }
}

/** How a step ended that did not end well. */
const endOf = ({ source, tenantId, period, status, error }: Synced['steps'][number]): string[] =>
  error === null && status === 'done'
    ? []
    : [`${source} ${tenantId} ${period} ${status}: ${error?.kind ?? ''} ${error?.message ?? ''}`];

/** The one customer that met faults; null: all may have. A clock that jumped is everybody's: all tokens end by it. */
const aloneIn = ({ tenantId }: Drawn, records: readonly CallRecord[]): string | null =>
  countHits(records)['clock-jump'] === undefined ? tenantId : null;

function checkMet(
  { truth, simulator }: Lab,
  met: Store,
  { alone, faulty, lost }: { alone: string | null; faulty: Synced; lost: ReadonlySet<string> },
): string[] {
  const customers = new Set(simulator.world.customers.map((one) => one.tenantId));
  return [
    ...wrongReads(truth, met, lost),
    ...(lost.size > 0 ? [] : falseNos(truth, met)),
    ...(alone === null ? [] : touchedOthers(truth, met, { tenantId: alone, customers })),
    ...(faulty.status === 'complete' && lost.size === 0 && isReadAlike(truth, met)
      ? differences(truth, met, 'complete, and not the truth')
      : []),
  ];
}

/** What a closed month was judged by is not asked again: where rows were lost unseen, facts are what must be whole. */
const NOTHING_LOST: ReadonlySet<string> = new Set();

/** What tells which reads there are. */
const TELLS_READS = new Set(['seen_customers', 'subscription_details']);

/** Without reads that the truth had no need of: of customers that were asked because billing could not be read. */
function comparable(truth: Store, healed: Store): { truth: Store; healed: Store } {
  const added = [...healed.reads.keys()].filter((read) => !truth.reads.has(read));
  const asked = new Set(added.map((read) => read.split('/')[1] ?? ''));
  const without = ({ lines, ...store }: Store): Store => ({
    ...store,
    lines: lines
      .filter(
        ({ read, table, tenantId }) =>
          (read === null || truth.reads.has(read)) && !(TELLS_READS.has(table) && asked.has(tenantId ?? '')),
      )
      .map(withoutThen),
  });
  return { truth: without(truth), healed: without(healed) };
}

/** A refusal of a way to read cost counts for a week; the healing sync is one after it. */
async function heal(lab: Lab, { db, ...database }: Database): Promise<Synced> {
  await db.delete(costWays).where(eq(costWays.permitted, false));
  // Azure's clock may have gone further meanwhile; what a budget has given out counts by it.
  return lab.sync({ db, ...database }, Math.max(STARTS.healing, lab.simulator.clock.now()));
}

function crashes({ status, steps, errors }: Synced): string[] {
  const internal = steps.filter(({ error }) => error?.kind === 'internal');
  const unended = steps.filter((step) => ['pending', 'running', 'waiting'].includes(step.status));
  return [
    ...errors,
    ...internal.map(({ source, tenantId }) => `internal error in ${source}/${tenantId}`),
    ...unended.map(({ source, tenantId, status: at }) => `${source}/${tenantId} is left ${at}`),
    ...(status === 'running' || status === 'interrupted' ? [`the run is ${status}`] : []),
  ];
}
