import { describe, expect, it } from 'vitest';
import {
  answerOn,
  bestBy,
  bothWindows,
  no,
  startingAt,
  unknown,
  within,
  yes,
  type Answer,
} from './answers.ts';
import { boundsOf } from './periods.ts';
import { ALWAYS, parsedDay } from './testing/cause-case.ts';

const ms = Date.parse;
const day = boundsOf(parsedDay('2026-10-10'));
const DAY = '2026-10-10T00:00:00.000Z';
const NEXT = '2026-10-11T00:00:00.000Z';
const on = (window: Partial<typeof ALWAYS>) => answerOn(day, yes({ ...ALWAYS, ...window }));

describe('a yes on a day', () => {
  it('counts when it began with the first instant, not one later', () => {
    expect(on({ begins: ms(DAY) }).earns).toBe('yes');
    expect(on({ begins: ms(DAY) + 1 })).toEqual(no('access-part-of-period'));
  });

  it('counts when it lasts to the last instant, not one less', () => {
    expect(on({ ends: ms(NEXT) }).earns).toBe('yes');
    expect(on({ ends: ms(NEXT) - 1 })).toEqual(no('time-bound-membership'));
  });

  it('is unknown before we first saw it, where its start is not told', () => {
    expect(on({ seenSince: ms(DAY) }).earns).toBe('yes');
    expect(on({ seenSince: ms(DAY) + 1 })).toEqual(unknown('access-unread'));
  });

  it('is no before a start that is told, even beside one that is not', () => {
    expect(on({ begins: ms(NEXT), seenSince: ms(NEXT) })).toEqual(no('access-part-of-period'));
  });

  it('leaves other answers as they are', () => {
    expect(answerOn(day, no('no-access'))).toEqual(no('no-access'));
  });
});

describe('what a yes rests on', () => {
  it('holds together: the later start, the earlier end', () => {
    const left = { begins: 1, seenSince: null, ends: 9 };
    const right = { begins: 2, seenSince: 3, ends: 8 };
    expect(bothWindows(left, right)).toEqual({ begins: 2, seenSince: 3, ends: 8 });
    expect(bothWindows(right, left)).toEqual({ begins: 2, seenSince: 3, ends: 8 });
    expect(within(left, yes(right))).toEqual(yes({ begins: 2, seenSince: 3, ends: 8 }));
    expect(within(left, no('no-access'))).toEqual(no('no-access'));
  });

  it('begins when told, else counts from when it was seen', () => {
    expect(startingAt(DAY, NEXT)).toEqual({ begins: ms(DAY), seenSince: null, ends: null });
    expect(startingAt(null, NEXT)).toEqual({ begins: null, seenSince: ms(NEXT), ends: null });
  });
});

describe('the best answer', () => {
  const ordered: Answer[] = [
    yes(ALWAYS),
    yes({ ...ALWAYS, ends: 9 }),
    yes({ ...ALWAYS, ends: 8 }),
    yes({ ...ALWAYS, begins: 1 }),
    yes({ ...ALWAYS, begins: 2 }),
    yes({ ...ALWAYS, seenSince: 1 }),
    yes({ ...ALWAYS, seenSince: 2 }),
    unknown('global-partner-id'),
    unknown('access-unread'),
    no('access-part-of-period'),
    no('principal-not-linked'),
    no('delegation-broken'),
  ];

  it('is yes before unknown before no, each nearest to earning, whatever the order', () => {
    for (let first = 0; first < ordered.length; first += 1) {
      const rest = ordered.slice(first);
      expect(bestBy(rest, (answer) => answer)).toBe(ordered[first]);
      expect(bestBy(rest.toReversed(), (answer) => answer)).toBe(ordered[first]);
    }
    expect(bestBy([], (answer: Answer) => answer)).toBeNull();
  });

  it('of equals is the first', () => {
    for (const answer of [yes(ALWAYS), unknown('link-unread'), no('no-access')]) {
      const [first, second] = [{ answer }, { answer: { ...answer } }];
      expect(bestBy([first, second], (item) => item.answer)).toBe(first);
    }
  });
});
