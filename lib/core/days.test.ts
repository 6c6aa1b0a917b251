import { describe, expect, it } from 'vitest';
import { judgeableFrom, judgedAsOf, judgedDays, switchedOnce } from './days.ts';
import { read, unread } from './evidence.ts';
import { parsePeriod, type Period } from './periods.ts';
import type { Verdict } from './statuses.ts';

function month(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is no month`);
  return period;
}
const october = month('2026-10');
const listed = (now: string): string[] => judgedDays(october, now).map(({ day }) => day);

describe('the days of a month', () => {
  it('are all of them once it is over, and those up to today before', () => {
    const over = listed('2026-11-21T09:00:00.000Z');
    expect([over.length, over[0], over[30]]).toEqual([31, '2026-10-01', '2026-10-31']);
    expect(listed('2026-10-03T00:00:00.000Z')).toEqual(['2026-10-01', '2026-10-02', '2026-10-03']);
    expect(listed('2026-10-31T23:00:00.000Z')).toHaveLength(31);
    expect(listed('2026-09-30T23:59:59.000Z')).toEqual([]);
  });

  it('carry their bounds and when they settle, and are made once for all subscriptions', () => {
    const [first] = judgedDays(october, '2026-11-21T09:00:00.000Z');
    expect(first).toEqual({
      day: '2026-10-01',
      startMs: Date.parse('2026-10-01T00:00:00Z'),
      endMs: Date.parse('2026-10-02T00:00:00Z'),
      settlesMs: Date.parse('2026-10-05T00:00:00Z'),
    });
    const again = judgedDays(october, '2026-11-22T09:00:00.000Z');
    expect(again).toBe(judgedDays(october, '2026-11-21T09:00:00.000Z'));
    expect(judgedDays(month('2026-09'), '2026-11-21T09:00:00.000Z')).toHaveLength(30);
  });

  it('stay right for however many months are asked', () => {
    for (let year = 2010; year < 2020; year += 1)
      for (const text of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'])
        expect(judgedDays(month(`${year}-${text}`), '2026-11-21T09:00:00.000Z')[0]?.day).toBe(
          `${year}-${text}-01`,
        );
  });
});

describe('cost is judged as of', () => {
  const now = '2026-11-21T09:00:00.000Z';
  it.each([
    ['its own date, when it was read just now', now, now],
    ['its own date, when it missed one daily sync', '2026-11-20T09:00:00.000Z', '2026-11-20T09:00:00.000Z'],
    ['its own date, up to 48 hours', '2026-11-19T09:00:00.000Z', '2026-11-19T09:00:00.000Z'],
    ['now, when it is older', '2026-11-19T08:59:59.999Z', now],
    ['now, when it was read later than we judge', '2026-11-21T09:00:00.001Z', now],
  ])('%s', (_name, at, expected) => {
    expect(judgedAsOf(read([], at), now)).toBe(expected);
  });

  it('now, when it is unread', () => {
    expect(judgedAsOf(unread('forbidden'), now)).toBe(now);
  });
});

describe('a month in which all cost switched on one day', () => {
  it.each([
    [true, ['earning', 'not-earning']],
    [true, ['not-earning', 'not-earning', 'earning', 'earning']],
    [true, ['pending', 'earning', 'not-applicable', 'not-earning', 'pending']],
    [false, ['earning', 'earning']],
    [false, ['not-earning']],
    [false, []],
    [false, ['earning', 'not-earning', 'earning']],
    [false, ['earning', 'unknown']],
    [false, ['partial', 'not-earning']],
    [false, ['unverified', 'earning']],
  ] as [boolean, Verdict[]][])('is %s for %j', (expected, verdicts) => {
    expect(switchedOnce(verdicts.map((verdict) => ({ verdict })))).toBe(expected);
  });
});

describe('from when a month can be judged', () => {
  it.each([
    ['when its first day settles', 'pending', false, '2026-10-05T00:00:00Z'],
    [
      'when its first day settles, whatever stands there now',
      'not-applicable',
      false,
      '2026-10-05T00:00:00Z',
    ],
    ['by the eighth of the next month, where data is late', 'pending', true, '2026-11-08T00:00:00Z'],
    ['it is judged', 'not-applicable', true, null],
    ['it is judged', 'earning', true, null],
  ] as const)('%s: %s', (_name, verdict, hasSettledDay, expected) => {
    expect(judgeableFrom({ period: october, verdict, hasSettledDay })).toBe(expected);
  });
});
