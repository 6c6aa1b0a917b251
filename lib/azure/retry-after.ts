const RATE_LIMIT_RETRY_AFTER = /^x-ms-ratelimit-.*retry-after$/;

function secondsToMs(value: string): number | null {
  return /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) * 1000 : null;
}

function dateToMs(value: string, nowMs: number): number | null {
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Resource Graph's form, hh:mm:ss. */
function clockToMs(value: string): number | null {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d)$/.exec(value.trim()) ?? [];
  return hours === undefined
    ? null
    : (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
}

function waitOf(name: string, value: string, nowMs: number): number | null {
  if (name === 'retry-after') return secondsToMs(value) ?? dateToMs(value, nowMs);
  if (name === 'retry-after-ms' || name === 'x-ms-retry-after-ms') {
    const seconds = secondsToMs(value);
    return seconds === null ? null : seconds / 1000;
  }
  if (name === 'x-ms-user-quota-resets-after') return clockToMs(value);
  return RATE_LIMIT_RETRY_AFTER.test(name) ? secondsToMs(value) : null;
}

/**
 * The largest wait that any header asks for; null when none does. Read it on 429 and 503 only:
 * Cost Management sends entity and tenant waits on 200 answers too, Resource Graph its reset (contracts.md,
 * 2026-11-21).
 */
export function retryAfterMs(headers: Iterable<[string, string]>, nowMs: number): number | null {
  let largest: number | null = null;
  for (const [name, value] of headers) {
    const wait = waitOf(name.toLowerCase(), value, nowMs);
    if (wait !== null && (largest === null || wait > largest)) largest = wait;
  }
  return largest;
}
