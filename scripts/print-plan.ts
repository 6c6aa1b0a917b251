import type { SyncPlan } from '#lib/queries/schemas/sync.ts';

const TOO_LONG =
  'That is longer than a day, because cost is asked of each customer by itself. A scheduled export of cost, or a role ' +
  'at the billing profile, makes it minutes.';

/** A plan as lines of text, one for each source, month and way. */
export function formatPlan({
  rows,
  calls,
  unknownSteps,
  minutes,
  isBeyondDay,
}: Omit<SyncPlan, 'isFirst'>): string[] {
  const lines = rows.map(({ source, period, way, steps, calls: ofRow, unknownSteps: unknown }) => {
    const what = [source, period, way].filter((part) => part !== null).join(' ');
    const count = unknown === steps ? 'not known yet' : `${ofRow} requests`;
    return `${what}: ${steps} ${steps === 1 ? 'step' : 'steps'}, ${count}`;
  });
  const open = unknownSteps === 0 ? '' : `, and ${unknownSteps} steps of unknown size`;
  const time = `at least ${minutes < 1 ? 'less than a minute' : `${Math.ceil(minutes)} min`} by Azure's limits`;
  return [...lines, `In all ${calls} requests${open}; ${time}.`, ...(isBeyondDay ? [TOO_LONG] : [])];
}
