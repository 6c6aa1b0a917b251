/** Readings are daily by default; half a day late is called stale on every page. */
const STALE_AFTER_MS = 36 * 3_600_000;

export const isStale = (at: string, now: string): boolean =>
  Date.parse(now) - Date.parse(at) > STALE_AFTER_MS;
