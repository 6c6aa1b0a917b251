import type { Instant } from './periods.ts';

/**
 * 'cancelling': somebody gave it up, and whoever works at it has not noticed yet. 'undone': taken back, and kept in
 * mind so that it is not taken from its container again.
 */
export const IMPORT_STATES = [
  'waiting',
  'reading',
  'storing',
  'judging',
  'cancelling',
  'done',
  'refused',
  'failed',
  'cancelled',
  'interrupted',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** How a file came. */
export const IMPORT_WAYS = ['upload', 'command', 'folder', 'container'] as const;
export type ImportWay = (typeof IMPORT_WAYS)[number];

export const ENDED_STATES = [
  'done',
  'refused',
  'failed',
  'cancelled',
  'interrupted',
  'undone',
] as const satisfies readonly ImportState[];
export type EndedState = (typeof ENDED_STATES)[number];

export const isEnded = (state: ImportState): state is EndedState => ENDED_STATES.some((one) => one === state);

const STALE_AFTER_MS = 30_000;

/** An import whose process has not been heard of for half a minute died with it. */
export const isAbandoned = (heartbeatAt: Instant, now: Instant): boolean =>
  Date.parse(now) - Date.parse(heartbeatAt) > STALE_AFTER_MS;
