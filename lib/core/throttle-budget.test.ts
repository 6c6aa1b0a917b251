import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applySettle,
  applyTake,
  decideWait,
  isAtRest,
  UNUSED,
  type BudgetState,
  type Charge,
  type Limit,
  type Observation,
} from './throttle-budget.ts';

const perMinute = (most: number): Limit => ({ kind: 'windows', windows: [{ most, ms: 60_000 }] });
const SCOPE: Charge = { key: 'scope', limit: perMinute(4), units: 1, leavesTo: [], reach: 'everybody' };
const BUCKET: Charge = {
  key: 'door',
  limit: { kind: 'bucket', most: 10, perSecond: 2 },
  units: 1,
  leavesTo: [],
  reach: 'everybody',
};
const UNITS: Charge = {
  key: 'units',
  limit: {
    kind: 'windows',
    windows: [
      { most: 12, ms: 10_000 },
      { most: 60, ms: 60_000 },
    ],
  },
  units: 1,
  leavesTo: [],
  reach: 'everybody',
};

/** A budget of one key by itself. */
function open(charge: Charge) {
  let state: BudgetState = UNUSED;
  let tickets = 0;
  return {
    wait: (now: number) => decideWait(new Map([[charge.key, state]]), [charge], now),
    take(now: number): string {
      const ticket = `t${(tickets += 1)}`;
      state = applyTake(state, charge, { ticket, now });
      return ticket;
    },
    settle(ticket: string, now: number, ...observed: Observation[]): void {
      state = applySettle(state, charge, { ticket, observed, now });
    },
    /** Begins and answers a call. */
    call(now: number, ...observed: Observation[]): void {
      this.settle(this.take(now), now, ...observed);
    },
    isAtRest: (now: number) => isAtRest(state, charge.limit, now),
  };
}

const remaining = (key: string, left: number, windowMs: number | null = null): Observation => ({
  kind: 'remaining',
  key,
  remaining: left,
  windowMs,
  resetsAtMs: null,
});

describe('a window', () => {
  it('lets through what it holds, and then waits until the first of them no longer counts', () => {
    const budget = open(SCOPE);
    for (const now of [0, 1_000, 2_000, 3_000]) {
      expect(budget.wait(now)).toBeNull();
      budget.call(now);
    }
    expect(budget.wait(4_000)).toEqual({ untilMs: 60_000, reason: 'own-budget' });
    expect(budget.wait(60_000)).toBeNull();
  });

  it('counts a call from its answer on, for Azure may have counted it that late', () => {
    const budget = open(SCOPE);
    const tickets = [0, 0, 0, 0].map(() => budget.take(0));
    expect(budget.wait(5_000)?.untilMs).toBe(65_000);
    tickets.forEach((ticket) => budget.settle(ticket, 7_000));
    expect(budget.wait(66_999)?.untilMs).toBe(67_000);
    expect(budget.wait(67_000)).toBeNull();
  });

  it('forgets a call whose process died without an answer', () => {
    const budget = open(SCOPE);
    for (let call = 0; call < 4; call += 1) budget.take(0);
    expect(budget.wait(60_000)).not.toBeNull();
    expect(budget.wait(3 * 60_000)).toBeNull();
  });

  it('holds each of several windows', () => {
    const budget = open(UNITS);
    for (let call = 0; call < 12; call += 1) budget.call(0);
    expect(budget.wait(0)?.untilMs).toBe(10_000);
    for (let begin = 10_000; begin < 50_000; begin += 10_000) {
      for (let call = 0; call < 12; call += 1) budget.call(begin);
    }
    expect(budget.wait(50_000)?.untilMs).toBe(60_000);
  });

  it('lets a call that is heavier than the window go alone', () => {
    const budget = open({ ...UNITS, units: 13 });
    expect(budget.wait(0)).toBeNull();
    budget.call(0);
    expect(budget.wait(1)?.untilMs).toBe(10_000);
  });

  it('never lets more through than the window holds, however calls and answers lie', () => {
    const steps = fc.array(fc.record({ pause: fc.nat(20_000), takes: fc.nat(5_000) }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (calls) => {
        const budget = open(SCOPE);
        const counted: number[] = [];
        let now = 0;
        for (const { pause, takes } of calls) {
          now = Math.max(now + pause, budget.wait(now + pause)?.untilMs ?? 0);
          const ticket = budget.take(now);
          // Azure counts it somewhere on the way.
          counted.push(now + Math.floor(takes / 2));
          now += takes;
          budget.settle(ticket, now);
        }
        for (const at of counted) {
          expect(counted.filter((one) => one > at - 60_000 && one <= at).length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});

describe('a bucket', () => {
  it('gives what it holds at once and then what trickles in', () => {
    const budget = open(BUCKET);
    for (let call = 0; call < 10; call += 1) budget.call(0);
    expect(budget.wait(0)).toEqual({ untilMs: 500, reason: 'own-budget' });
    expect(budget.wait(500)).toBeNull();
  });

  it('believes a counter that shows less than we know', () => {
    const budget = open(BUCKET);
    budget.call(0, remaining('door', 0));
    expect(budget.wait(0)?.untilMs).toBe(500);
  });
});

describe('what answers tell', () => {
  it('of a larger quota is made use of', () => {
    const budget = open(SCOPE);
    budget.call(0, remaining('scope', 29));
    for (let call = 0; call < 29; call += 1) {
      expect(budget.wait(0)).toBeNull();
      budget.call(0);
    }
    expect(budget.wait(0)?.untilMs).toBe(60_000);
  });

  it('of uses that are not ours counts as lately as can be', () => {
    const budget = open(SCOPE);
    budget.call(0, remaining('scope', 1));
    budget.call(0);
    expect(budget.wait(1_000)?.untilMs).toBe(60_000);
  });

  it('of uses that are not ours counts until the reset, where that is told', () => {
    const budget = open(SCOPE);
    budget.call(0, { kind: 'remaining', key: 'scope', remaining: 0, windowMs: null, resetsAtMs: 20_000 });
    expect(budget.wait(1_000)?.untilMs).toBe(20_000);
  });

  it('of a longer window alone does not fill the shorter one', () => {
    const budget = open(UNITS);
    budget.call(0, remaining('units', 11, 10_000), remaining('units', 0, 60_000));
    expect(budget.wait(0)?.untilMs).toBe(50_000);
    expect(budget.wait(50_000)).toBeNull();
  });

  it('makes every later call wait until Azure is ready again, and is taken for the size no more', () => {
    const budget = open(SCOPE);
    budget.call(0, remaining('scope', 29));
    budget.call(1_000, { kind: 'pause', key: 'scope', untilMs: 28_000 });
    expect(budget.wait(2_000)).toEqual({ untilMs: 28_000, reason: 'azure-asked' });
    budget.call(28_000);
    budget.call(28_000);
    expect(budget.wait(28_000)).toEqual({ untilMs: 60_000, reason: 'own-budget' });
  });

  it('of a pause counts alone where more went out than the known size holds', () => {
    const budget = open(UNITS);
    budget.call(0, remaining('units', 999, 10_000), remaining('units', 999, 60_000));
    for (let call = 0; call < 100; call += 1) budget.call(0);
    budget.call(1_000, { kind: 'pause', key: 'units', untilMs: 2_000 });
    expect(budget.wait(1_500)).toEqual({ untilMs: 2_000, reason: 'azure-asked' });
    expect(budget.wait(2_000)).toBeNull();
    for (let call = 0; call < 12; call += 1) budget.call(2_000);
    expect(budget.wait(2_000)).toEqual({ untilMs: 12_000, reason: 'own-budget' });
  });

  it('never shortens a wait that was asked for before', () => {
    const budget = open(SCOPE);
    budget.call(0, { kind: 'pause', key: 'scope', untilMs: 60_000 });
    budget.call(0, { kind: 'pause', key: 'scope', untilMs: 5_000 });
    expect(budget.wait(10_000)?.untilMs).toBe(60_000);
  });

  it('of the units that a query took replaces what was expected', () => {
    const budget = open(UNITS);
    budget.call(0, { kind: 'units', key: 'units', units: 12 });
    expect(budget.wait(0)?.untilMs).toBe(10_000);
  });

  it('of another budget is not believed of this one', () => {
    const budget = open(SCOPE);
    budget.call(0, { kind: 'pause', key: 'other', untilMs: 60_000 });
    expect(budget.wait(0)).toBeNull();
  });
});

describe('a call of several budgets', () => {
  it('waits for the last of them, and says why', () => {
    const scope = applyTake(UNUSED, { ...SCOPE, units: 4 }, { ticket: 'a', now: 0 });
    const paused: BudgetState = { ...UNUSED, pausedUntil: 90_000 };
    const held = new Map([
      ['scope', scope],
      ['door', paused],
    ]);
    expect(decideWait(held, [SCOPE], 0)).toEqual({ untilMs: 60_000, reason: 'own-budget' });
    expect(decideWait(held, [SCOPE, BUCKET], 0)).toEqual({ untilMs: 90_000, reason: 'azure-asked' });
  });
});

describe('a call that leaves room to others', () => {
  const ALL: Charge = { ...SCOPE, key: 'all', limit: perMinute(6) };
  const urgent = (key: string): Charge[] => [{ ...SCOPE, key }, ALL];
  const leaving = (...keys: string[]): Charge[] => [
    { ...ALL, leavesTo: keys.map((key) => ({ key, limit: SCOPE.limit })) },
  ];

  /** All budgets together; a call that may go is answered at once. */
  function openAll() {
    const states = new Map<string, BudgetState>();
    return (charges: readonly Charge[], now: number): number | null => {
      const wait = decideWait(states, charges, now);
      if (wait !== null) return wait.untilMs;
      for (const charge of charges) {
        const taken = applyTake(states.get(charge.key) ?? UNUSED, charge, { ticket: `${now}`, now });
        states.set(charge.key, applySettle(taken, charge, { ticket: `${now}`, observed: [], now }));
      }
      return null;
    };
  }

  it('goes beside what they may still ask, and not a minute later than it could', () => {
    const call = openAll();
    const asked = (charges: readonly Charge[], times: readonly number[]) =>
      times.map((now) => call(charges, now));
    expect(asked(urgent('profile'), [0, 1, 2, 3])).toEqual([null, null, null, null]);
    expect(asked(leaving('profile'), [4, 5])).toEqual([null, null]);
    expect(call(leaving('profile'), 55_000)).toBe(60_004);
    // What they give back is theirs again.
    expect(call(leaving('profile'), 60_000)).toBe(60_004);
    expect(call(leaving('profile'), 60_004)).toBeNull();
  });

  it('goes at once where they are done', () => {
    const call = openAll();
    for (const now of [0, 1]) expect(call(leaving('profile'), now)).toBeNull();
    expect(call(leaving('profile'), 2)).not.toBeNull();
    expect(call(leaving(), 2)).toBeNull();
  });

  it('looks again soon, since they may be done at any time', () => {
    const call = openAll();
    for (const now of [0, 1]) expect(call(leaving('profile'), now)).toBeNull();
    expect(call(leaving('profile'), 2)).toBe(10_002);
  });

  it('goes alone where they may take all there is', () => {
    const call = openAll();
    expect(call(leaving('one', 'two'), 0)).toBeNull();
    expect(call(leaving('one', 'two'), 59_999)).toBe(60_000);
    expect(call(leaving('one', 'two'), 60_000)).toBeNull();
  });

  it('never makes them wait for more than their own limit', () => {
    const steps = fc.array(fc.record({ pause: fc.nat(15_000), isUrgent: fc.boolean() }), { maxLength: 80 });
    fc.assert(
      fc.property(steps, (calls) => {
        const [call, alone] = [openAll(), openAll()];
        let now = 0;
        const beside: (number | null)[] = [];
        const byItself: (number | null)[] = [];
        for (const { pause, isUrgent } of calls) {
          now += pause + 1;
          if (isUrgent) {
            beside.push(call(urgent('profile'), now));
            byItself.push(alone([{ ...SCOPE, key: 'profile' }], now));
          } else call(leaving('profile'), now);
        }
        expect(beside).toEqual(byItself);
      }),
    );
  });
});

describe('a budget at rest', () => {
  it.each([
    ['a window, once nothing in it counts', SCOPE, 60_000],
    ['a bucket, once it is full', BUCKET, 500],
  ])('%s', (_name, charge, at) => {
    const budget = open(charge);
    budget.call(0);
    expect(budget.isAtRest(at - 1)).toBe(false);
    expect(budget.isAtRest(at)).toBe(true);
  });

  it('is none while Azure asked to wait', () => {
    const budget = open(SCOPE);
    budget.call(0, { kind: 'pause', key: 'scope', untilMs: 100_000 });
    expect(budget.isAtRest(99_999)).toBe(false);
  });
});
