declare const brand: unique symbol;

/** A UTC day, '2026-11-21'. */
export type Day = string & { readonly [brand]: 'Day' };
/** A calendar month, '2026-11'. Microsoft bills calendar months (facts.md section 8). */
export type Period = string & { readonly [brand]: 'Period' };
/** An instant as ISO 8601 text in UTC. */
export type Instant = string;

const DAY_MS = 86_400_000;

export function parsePeriod(text: string): Period | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Period) : null;
}

export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || isoDay(ms) !== text ? null : (text as Day);
}

const isoDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;

export const dayOf = (at: Instant): Day => isoDay(Date.parse(at));
export const periodOf = (at: Instant | Day): Period => at.slice(0, 7) as Period;
export const startOf = (day: Day): Instant => `${day}T00:00:00Z`;
export const addDays = (day: Day, count: number): Day => isoDay(Date.parse(startOf(day)) + count * DAY_MS);

export function addMonths(period: Period, count: number): Period {
  const [year = 0, month = 1] = period.split('-').map(Number);
  const index = year * 12 + (month - 1) + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Period;
}

export const firstDay = (period: Period): Day => `${period}-01` as Day;
export const lastDay = (period: Period): Day => addDays(firstDay(addMonths(period, 1)), -1);

/** Days from first to last, both included; empty when last comes before first. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const SETTLED_AFTER_MS = 72 * 3_600_000;

/** Begin and end of a day, and the instant from which it can be judged, in milliseconds. */
export type DayBounds = { startMs: number; endMs: number; settlesMs: number };

/**
 * A day is judged once it is older than 72 h: 48 h until credit shows plus one whole day
 * (diagnosis.md section 2, inferred 2026-11-21). Days are UTC by assumption.
 */
export function boundsOf(day: Day): DayBounds {
  const startMs = Date.parse(startOf(day));
  const endMs = startMs + DAY_MS;
  return { startMs, endMs, settlesMs: endMs + SETTLED_AFTER_MS };
}

export const isSettled = (day: Day, now: Instant): boolean => Date.parse(now) >= boundsOf(day).settlesMs;

/** The instant from which the day can be judged. */
export const settlesAt = (day: Day): Instant => startOf(addDays(day, 4));
