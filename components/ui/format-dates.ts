const LOCALE = 'en-GB';
const UTC = 'UTC';

const dayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: UTC });
const dateFormat = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: UTC,
});
const timeFormat = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: UTC,
});
const monthFormat = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: UTC });
const monthNameFormat = new Intl.DateTimeFormat(LOCALE, { month: 'long', timeZone: UTC });

export const formatDay = (day: string): string => dayFormat.format(Date.parse(day));
export const formatDate = (at: string): string => dateFormat.format(Date.parse(at));
export const formatInstant = (at: string): string => `${timeFormat.format(Date.parse(at))} UTC`;
export const formatMonth = (period: string): string => monthFormat.format(Date.parse(`${period}-01`));
export const formatMonthName = (period: string): string => monthNameFormat.format(Date.parse(`${period}-01`));

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function formatAge(at: string, now: string): string {
  const ageMs = Date.parse(now) - Date.parse(at);
  if (ageMs < MINUTE_MS) return 'just now';
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min ago`;
  if (ageMs < 2 * DAY_MS) return `${Math.floor(ageMs / HOUR_MS)} h ago`;
  return `${Math.floor(ageMs / DAY_MS)} days ago`;
}

export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Rough, as every estimate is. */
export function formatLeft(ms: number): string {
  if (ms < MINUTE_MS) return 'less than a minute left';
  if (ms < 2 * HOUR_MS) return `about ${Math.round(ms / MINUTE_MS)} min left`;
  return `about ${Math.round(ms / HOUR_MS)} h left`;
}

/** PT8H as 8 h, PT1H30M as 1 h 30 min; what is not of hours and minutes stays as it is. */
export function formatIsoDuration(text: string): string {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text);
  if (parts === null || text === 'PT') return text;
  const [, hours, minutes] = parts;
  return [hours === undefined ? '' : `${hours} h`, minutes === undefined ? '' : `${minutes} min`]
    .filter((part) => part !== '')
    .join(' ');
}

/** Readings are daily by default; half a day late is called stale on every page. */
const STALE_AFTER_MS = 36 * HOUR_MS;

export const isStale = (at: string, now: string): boolean =>
  Date.parse(now) - Date.parse(at) > STALE_AFTER_MS;
