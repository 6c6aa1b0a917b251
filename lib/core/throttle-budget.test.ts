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
const SCOPE: Charge = { key: 'scope', limit: perMinute(4), units: 1, leaves: 0, reach: 'everybody' };
const BUCKET: Charge = {
  key: 'door',
  limit: { kind: 'bucket', most: 10, perSecond: 2 },
  units: 1,
  leaves: 0,
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
  leaves: 0,
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
  it('lets a call that leaves room to others through only beside that room, and them at once', () => {
    let state = UNUSED;
    const call = (charge: Charge, now: number): number | null => {
      const wait = decideWait(new Map([[SCOPE.key, state]]), [charge], now);
      if (wait !== null) return wait.untilMs;
      state = applyTake(state, charge, { ticket: `t${now}`, now });
      state = applySettle(state, charge, { ticket: `t${now}`, observed: [], now });
      return null;
    };
    const patient = { ...SCOPE, leaves: 2 };
    expect([call(patient, 0), call(patient, 1_000)]).toEqual([null, null]);
    expect(call(patient, 2_000)).toBe(60_000);
    expect([call(SCOPE, 3_000), call(SCOPE, 4_000)]).toEqual([null, null]);
    expect(call(patient, 60_000)).toBe(63_000);
    // Where it would leave all there is, it goes when nobody else has.
    expect(call({ ...SCOPE, leaves: 4 }, 63_500)).toBe(64_000);
    expect(call({ ...SCOPE, leaves: 4 }, 64_000)).toBeNull();
  });

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
