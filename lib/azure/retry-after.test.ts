import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW_MS = Date.parse('2026-04-15T12:00:00Z');
const QPU = 'x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after';

describe('the wait that Azure asks for', () => {
  it.each<[string, [string, string][], number | null]>([
    ['no header', [['content-type', 'text/plain']], null],
    ['seconds', [['Retry-After', '17']], 17_000],
    ['a date', [['retry-after', 'Wed, 15 Apr 2026 12:01:30 GMT']], 90_000],
    ['a date that is past', [['retry-after', 'Wed, 15 Apr 2026 11:00:00 GMT']], 0],
    ['milliseconds', [['retry-after-ms', '250']], 250],
    ['milliseconds of older services', [['x-ms-retry-after-ms', '300']], 300],
    ['a cost management header alone', [[QPU, '9']], 9_000],
    ['the consumption header', [['x-ms-ratelimit-microsoft.consumption-retry-after', '4']], 4_000],
    [
      'the largest of several',
      [
        ['retry-after', '2'],
        [QPU, '45'],
        ['retry-after-ms', '900'],
      ],
      45_000,
    ],
    [
      'the largest, whatever the order',
      [
        [QPU, '3'],
        ['retry-after', '60'],
      ],
      60_000,
    ],
    ['counters, which ask for nothing', [['x-ms-ratelimit-remaining-tenant-reads', '11']], null],
    ['a reset by the clock', [['x-ms-user-quota-resets-after', '00:00:05']], 5_000],
    ['a long reset by the clock', [['x-ms-user-quota-resets-after', '01:02:03']], 3_723_000],
    ['words', [['retry-after', 'soon']], null],
  ])('%s', (_name, headers, expected) => {
    expect(retryAfterMs(headers, NOW_MS)).toBe(expected);
  });
});
