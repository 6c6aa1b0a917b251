const DAY_MS = 86_400_000;

/** Instants that a world is written with, seen from the time at which it is made. */
export type Calendar = {
  /** A day of the month before the open one, as Azure writes instants. */
  lastMonth(day: number): string;
  daysAgo(days: number): string;
  daysAhead(days: number): string;
};

export function calendarAt(nowMs: number): Calendar {
  const now = new Date(nowMs);
  const text = (ms: number): string => new Date(ms).toISOString().replace('.000Z', '.1234567Z');
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const noon = DAY_MS / 2;
  return {
    lastMonth: (day) => text(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, day) + noon),
    daysAgo: (days) => text(today - days * DAY_MS + noon),
    daysAhead: (days) => text(today + days * DAY_MS + noon),
  };
}
