import { describe, expect, it } from 'vitest';
import { accessOfDays, aggregate, aggregateBy, isCounted, type Part } from './aggregate.ts';
import type { Cause } from './causes.ts';
import { requireDecimal } from './money.ts';
import type { Access, Verdict } from './statuses.ts';

const part = (
  verdict: Verdict,
  cause: Cause = 'no-access',
  weight: [string, string, string] = ['0', '0', '0'],
): Part => ({
  verdict,
  cause,
  basis: 'cost',
  missed: requireDecimal(weight[0]),
  missedAtMost: requireDecimal(weight[1]),
  gross: requireDecimal(weight[2]),
});
const verdictOf = (...verdicts: Verdict[]): Verdict => aggregate(verdicts.map((one) => part(one))).verdict;

describe('the verdict over days or subscriptions', () => {
  const rows: [Verdict, Verdict[]][] = [
    ['earning', ['earning', 'earning']],
    ['earning', ['earning', 'not-applicable', 'pending']],
    ['partial', ['earning', 'not-earning']],
    ['partial', ['partial', 'earning', 'unknown']],
    ['partial', ['partial']],
    ['unverified', ['earning', 'unverified']],
    ['unverified', ['earning', 'unknown']],
    ['not-earning', ['not-earning', 'not-applicable', 'pending']],
    ['unverified', ['not-earning', 'unverified']],
    ['unverified', ['not-earning', 'unverified', 'unknown']],
    ['unknown', ['not-earning', 'unknown']],
    ['unverified', ['unverified', 'unknown']],
    ['unknown', ['unknown', 'pending']],
    ['pending', ['pending', 'not-applicable']],
    ['not-applicable', ['not-applicable']],
    ['not-applicable', []],
  ];
  it.each(rows)('is %s of %j, in either order', (expected, verdicts) => {
    expect(verdictOf(...verdicts)).toBe(expected);
    expect(verdictOf(...verdicts.toReversed())).toBe(expected);
  });

  const causeOf = (...parts: Part[]): Cause | null => aggregate(parts).cause;

  it('has the cause by which most was missed', () => {
    const small = part('not-earning', 'no-access', ['1', '9', '90']);
    const large = part('not-earning', 'role-not-earning', ['2', '2', '2']);
    expect(causeOf(small, large)).toBe('role-not-earning');
    expect(causeOf(small, part('not-earning', 'no-access', ['1.5', '0', '0']), large)).toBe('no-access');
  });

  it('is not weighed where all agree', () => {
    const weighed: string[] = [];
    const weigh = (one: Part) => {
      weighed.push(one.cause);
      return one;
    };
    const gap = part('not-earning', 'no-access');
    expect(aggregateBy([gap, gap], weigh).cause).toBe('no-access');
    expect(aggregateBy([], weigh).cause).toBeNull();
    expect(weighed).toEqual([]);
    aggregateBy([gap, part('not-earning', 'role-not-earning')], weigh);
    expect(weighed).toEqual(['no-access', 'role-not-earning']);
  });

  it('then the one by which most could have been missed, then the one with most cost, then by rank', () => {
    const row = (cause: Cause, atMost: string, gross: string) => part('unknown', cause, ['0', atMost, gross]);
    expect(causeOf(row('access-unread', '3', '1'), row('link-unread', '2', '9'))).toBe('access-unread');
    expect(causeOf(row('access-unread', '3', '9'), row('link-unread', '3', '1'))).toBe('access-unread');
    expect(causeOf(row('access-unread', '3', '1'), row('link-unread', '3', '1'))).toBe('link-unread');
  });

  it('never blames what earned, and says of earning what it is', () => {
    const earned = part('earning', 'earning', ['0', '0', '999']);
    expect(causeOf(earned, part('not-earning', 'no-access', ['0', '0', '1']))).toBe('no-access');
    expect(causeOf(earned, part('earning', 'credited-by-unseen-access', ['0', '0', '1']))).toBe('earning');
    expect(causeOf(earned, part('unverified', 'no-billing-scope-data'))).toBe('no-billing-scope-data');
    expect(causeOf(part('pending', 'too-recent'), part('not-applicable', 'no-access', ['9', '9', '9']))).toBe(
      'too-recent',
    );
    expect(aggregate([]).cause).toBeNull();
  });

  it('never blames what is left out, however much it cost', () => {
    const gap = part('not-earning', 'no-access', ['0', '0', '1']);
    const idle = part('not-applicable', 'only-ineligible-products', ['0', '0', '999']);
    const young = part('pending', 'too-recent', ['9', '9', '999']);
    expect(causeOf(gap, idle, young)).toBe('no-access');
    expect(aggregate([{ ...gap, basis: 'access' }, idle, young]).basis).toBe('access');
    expect(isCounted('not-applicable') || isCounted('pending')).toBe(false);
    expect(isCounted('unknown')).toBe(true);
  });

  it('rests on what those rest on that decided it', () => {
    const access: Part = { ...part('not-earning'), basis: 'access' };
    expect(aggregate([access, access]).basis).toBe('access');
    expect(aggregate([access, part('not-earning')]).basis).toBe('both');
    expect(aggregate([{ ...part('earning'), basis: 'both' }, access]).basis).toBe('access');
    expect(aggregate([]).basis).toBe('both');
  });
});

describe('access over days', () => {
  it.each([
    ['covered', ['covered', 'covered']],
    ['partly', ['covered', 'not-covered']],
    ['unknown', ['covered', 'unknown']],
    ['unknown', []],
    ['not-covered', ['not-covered']],
  ] as [Access, Access[]][])('is %s of %j', (expected, days) => {
    expect(accessOfDays(days)).toBe(expected);
  });
});
