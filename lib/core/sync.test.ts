import { describe, expect, it } from 'vitest';
import {
  addMonths,
  daysBetween,
  firstDay,
  isSettled,
  lastDay,
  parseDay,
  parsePeriod,
  settlesAt,
} from './periods.ts';
import { isOpen, mayReadOlder, monthsInPlay, needsCost, needsJudging, olderMonths } from './sync-plan.ts';
import {
  applyRunRequest,
  areRowsComparable,
  planReplacement,
  runStatusOf,
  suspiciousLoss,
} from './sync-run.ts';

const period = (text: string) => {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};
const day = (text: string) => {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

describe('periods', () => {
  it.each(['2026-13', '2026-1', '2026', '2026-00', ''])('refuses %j as a month', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it.each(['2026-02-29', '2026-04-31', '2026-1-1'])('refuses %j as a day', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('knows leap days and turns of the year', () => {
    expect(lastDay(period('2028-02'))).toBe('2028-02-29');
    expect(addMonths(period('2026-01'), -1)).toBe('2025-12');
    expect(addMonths(period('2026-12'), 1)).toBe('2027-01');
    expect(daysBetween(firstDay(period('2026-11')), lastDay(period('2026-11')))).toHaveLength(30);
  });

  it('settles a day 72 hours after it ended', () => {
    expect(isSettled(day('2026-11-17'), '2026-11-20T23:59:59Z')).toBe(false);
    expect(isSettled(day('2026-11-17'), '2026-11-21T00:00:00Z')).toBe(true);
    expect(settlesAt(day('2026-11-17'))).toBe('2026-11-21T00:00:00Z');
  });
});

describe('months to read', () => {
  it('reads the current month and the one before', () => {
    expect(monthsInPlay('2026-11-21T09:00:00Z')).toEqual(['2026-11', '2026-10']);
  });

  it('reads a month again until it was read after it closed', () => {
    expect(needsCost(period('2026-10'), null)).toBe(true);
    expect(needsCost(period('2026-10'), '2026-11-05T23:59:59Z')).toBe(true);
    expect(needsCost(period('2026-10'), '2026-11-06T00:00:00Z')).toBe(false);
  });

  it.each([
    [
      'an open month again each time',
      '2026-11',
      { judgedAt: '2026-11-21T08:00:00Z', costAsOf: null, mended: false },
      true,
    ],
    [
      'a closed month that was never judged',
      '2026-10',
      { judgedAt: null, costAsOf: null, mended: false },
      true,
    ],
    [
      'a closed month whose cost was read since',
      '2026-10',
      { judgedAt: '2026-11-06T01:00:00Z', costAsOf: '2026-11-06T02:00:00Z', mended: false },
      true,
    ],
    [
      'a closed month no more, once its last cost was judged',
      '2026-10',
      { judgedAt: '2026-11-06T02:00:00Z', costAsOf: '2026-11-06T01:00:00Z', mended: false },
      false,
    ],
    [
      'a closed month of which something was read since that could not be read then',
      '2026-10',
      { judgedAt: '2026-11-06T02:00:00Z', costAsOf: '2026-11-06T01:00:00Z', mended: true },
      true,
    ],
  ])('judges %s', (_name, month, held, due) => {
    expect(needsJudging(period(month), '2026-11-21T09:00:00Z', held)).toBe(due);
  });

  it('calls a month open until the fifth day of the next is over', () => {
    expect(isOpen(period('2026-10'), '2026-11-05T23:00:00Z')).toBe(true);
    expect(isOpen(period('2026-10'), '2026-11-06T00:00:00Z')).toBe(false);
  });
});

describe('how a run ends', () => {
  it.each([
    ['complete when everything was read', ['done', 'done'], 'complete'],
    ['complete when a right is missing, which is a result', ['done', 'forbidden'], 'complete'],
    ['partial when a step failed', ['done', 'failed'], 'partial'],
    ['partial when an answer was refused', ['done', 'refused'], 'partial'],
    ['partial when a step was never begun', ['done', 'pending'], 'partial'],
    ['failed when nothing was read', ['failed', 'forbidden'], 'failed'],
  ] as const)('%s', (_name, steps, status) => {
    const ended = steps.map((step) => ({ source: 'delegations' as const, status: step, done: 1 }));
    expect(runStatusOf(ended)).toBe(status);
  });

  it('failed when it only judged what is held, and had nothing to ask', () => {
    const steps = [
      { source: 'billing-customers', status: 'forbidden', done: 0 },
      { source: 'identities', status: 'done', done: 0 },
      { source: 'judge', status: 'done', done: 12 },
    ] as const;
    expect(runStatusOf(steps)).toBe('failed');
  });
});

describe('pausing, resuming and cancelling a run', () => {
  it.each([
    ['pauses one that is running', 'running', 'pause', 'paused'],
    ['pauses one that waits for its turn', 'queued', 'pause', 'paused'],
    ['lets a paused one wait for its turn again', 'paused', 'resume', 'queued'],
    ['cancels one that is running', 'running', 'cancel', 'cancelled'],
    ['cancels a paused one', 'paused', 'cancel', 'cancelled'],
    ['changes nothing when a paused one is paused again', 'paused', 'pause', 'paused'],
    ['changes nothing when a running one is resumed', 'running', 'resume', 'running'],
    ['refuses to pause what has ended', 'complete', 'pause', null],
    ['refuses to resume what was cancelled', 'cancelled', 'resume', null],
    ['refuses to cancel what has ended', 'partial', 'cancel', null],
  ] as const)('%s', (_name, status, request, becomes) => {
    expect(applyRunRequest(status, request)).toBe(becomes);
  });
});

describe('replacing what is held', () => {
  const replace = { kind: 'replace' };

  it.each([
    ['a first read', 0, 5, true, null, replace],
    ['a fuller read', 100, 120, true, null, replace],
    [
      'a list of the whole partner that is suddenly empty',
      3,
      0,
      true,
      null,
      { kind: 'refuse', held: 3, read: 0 },
    ],
    ['a list that lost more than half', 100, 49, true, null, { kind: 'refuse', held: 100, read: 49 }],
    ['a list that lost half', 100, 50, true, null, replace],
    ["a customer's few rows, all gone", 2, 0, false, null, replace],
    ["a customer's many rows, all gone", 40, 0, false, null, { kind: 'refuse', held: 40, read: 0 }],
    ['the same loss read a second time', 100, 10, true, 10, replace],
    ['a similar loss read a second time', 400, 100, true, 108, replace],
    ['another loss after a refused one', 100, 10, true, 12, { kind: 'refuse', held: 100, read: 10 }],
  ] as const)('decides about %s', (_name, held, rows, global, refusedRows, decision) => {
    expect(planReplacement(held, rows, { global, loss: 'much', refusedRows, isComparable: true })).toEqual(
      decision,
    );
  });

  it('compares what two ways bring, but of role assignments, of which one brings fewer', () => {
    expect(areRowsComparable('subscriptions', 'resource-graph', 'list')).toBe(true);
    expect(areRowsComparable('role-assignments', 'list', 'resource-graph')).toBe(false);
    expect(areRowsComparable('role-assignments', 'resource-graph', 'resource-graph')).toBe(true);
  });

  it('refuses a single row less of what takes access away, until a second read says the same', () => {
    const loss = suspiciousLoss('deny-assignments');
    const first = { global: false, loss, refusedRows: null, isComparable: true };
    expect(planReplacement(2, 1, first)).toEqual({ kind: 'refuse', held: 2, read: 1 });
    expect(planReplacement(1, 0, first)).toEqual({ kind: 'refuse', held: 1, read: 0 });
    expect(planReplacement(2, 2, first)).toEqual({ kind: 'replace' });
    expect(planReplacement(1, 0, { ...first, refusedRows: 0 })).toEqual({ kind: 'replace' });
    expect(suspiciousLoss('role-assignments')).toBe('much');
  });

  it('takes fewer rows of a way that brings fewer, and still not none', () => {
    const other = { global: true, loss: 'much', refusedRows: null, isComparable: false } as const;
    expect(planReplacement(110, 52, other)).toEqual({ kind: 'replace' });
    expect(planReplacement(110, 0, other)).toMatchObject({ kind: 'refuse' });
  });
});

describe('older months', () => {
  it('are the closed ones before the last, a year back', () => {
    const months = olderMonths('2026-02-21T09:00:00Z');
    expect([months[0], months.at(-1), months.length]).toEqual(['2025-12', '2025-02', 11]);
  });

  it.each<[string, string | null, boolean]>([
    ['not with the first run', null, false],
    ['not soon after another run', '2026-11-21T08:00:00Z', false],
    ['half a day after another run', '2026-11-20T21:00:00Z', true],
  ])('are read %s', (_name, lastRunAt, expected) => {
    expect(mayReadOlder(lastRunAt, '2026-11-21T09:00:00Z')).toBe(expected);
  });
});
