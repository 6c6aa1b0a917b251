import { describe, expect, it } from 'vitest';
import { creditOf, creditSigns, type CreditSigns } from './credit.ts';
import { COST_CLASSES, type CostClass } from './cost-classes.ts';
import { requireDecimal } from './money.ts';
import { groupCosts, splitByAccess } from './resource-groups.ts';
import type { Reach } from './paths/reach.ts';
import type { Credit } from './statuses.ts';
import { grouped, line, scopeOf } from './testing/cause-case.ts';
import { madeFacts, NOW, SUBSCRIPTION } from './testing/made-facts.ts';
import { read } from './evidence.ts';

const rate = requireDecimal('0.15');
const of = (...lines: [net: string, costClass: CostClass][]): CreditSigns =>
  creditSigns(
    lines.map(([net, costClass]) => line('2026-10-05', net, costClass)),
    rate,
  );
const NONE = { earned: false, missed: false, unknown: false, ineligible: false };

describe('the amounts E, M and U', () => {
  it('are there from a cent on, before credit and whatever the sign', () => {
    expect(of()).toEqual(NONE);
    expect(of(['0.01', 'EARNED']).earned).toBe(true);
    expect(of(['-5', 'EARNED']).earned).toBe(true);
    // 0.0085 after credit is a cent before it.
    expect(of(['0.0085', 'EARNED']).earned).toBe(true);
    expect(of(['0.0084', 'EARNED']).earned).toBe(false);
    expect(of(['0.004', 'EARNED'], ['-0.005', 'EARNED']).earned).toBe(true);
    expect(of(['0.004', 'EARNED'], ['0.004', 'EARNED']).earned).toBe(false);
    expect(of(['0', 'EARNED'])).toEqual(NONE);
  });

  it('of small lines are added by currency only', () => {
    const small = [
      line('2026-10-05', '0.006', 'ELIGIBLE_NOT_EARNED'),
      line('2026-10-05', '0.006', 'UNCLASSIFIED'),
    ];
    expect(creditSigns(small, rate)).toMatchObject({ missed: true, unknown: true });
    const [euro, other] = small.map((row, index) => ({ ...row, currency: index === 0 ? 'EUR' : 'USD' }));
    expect(creditSigns([euro ?? never(), other ?? never()], rate)).toEqual(NONE);
  });

  it('of eligible and unknown lines are small together, or count each', () => {
    expect(of(['0.005', 'ELIGIBLE_NOT_EARNED'], ['10', 'UNCLASSIFIED'])).toMatchObject({
      missed: true,
      unknown: true,
    });
    expect(of(['0', 'ELIGIBLE_NOT_EARNED'], ['10', 'CREDIT_UNKNOWN'])).toMatchObject({
      missed: false,
      unknown: true,
    });
    expect(of(['0.005', 'ELIGIBLE_NOT_EARNED'])).toEqual(NONE);
  });

  it('leave out what cannot earn, and say that it is there', () => {
    for (const costClass of COST_CLASSES) {
      const ineligible = costClass.startsWith('INELIGIBLE_');
      expect(of(['5', costClass]).ineligible).toBe(ineligible);
      expect(of(['0', costClass]).ineligible).toBe(false);
    }
    expect(of(['5', 'OFFSET_BY_AZURE_CREDIT'], ['5', 'ZERO_PRICE'])).toEqual(NONE);
  });
});

describe('credit', () => {
  it.each([
    ['credited', { earned: true }],
    ['partly', { earned: true, missed: true }],
    ['partly', { earned: true, missed: true, unknown: true }],
    ['not-credited', { missed: true }],
    ['not-applicable', {}],
    ['not-applicable', { ineligible: true }],
    ['unknown', { unknown: true }],
    ['unknown', { earned: true, unknown: true }],
    ['unknown', { missed: true, unknown: true }],
  ] as [Credit, Partial<CreditSigns>][])('is %s by %j', (expected, signs) => {
    expect(creditOf({ ...NONE, ...signs })).toBe(expected);
  });

  it('is unknown where it was not read', () => {
    expect(creditOf(null)).toBe('unknown');
  });
});

describe('what is missed inside and outside of access', () => {
  const reach = (name: string | null): Reach => ({
    scope: name === null ? null : scopeOf(name),
    holes: [],
    // Only its scope is weighed.
    path: {} as Reach['path'],
  });
  const split = (rows: ReturnType<typeof grouped>[], ...reaches: Reach[]) => {
    const facts = madeFacts({ rest: { groupedCosts: read(rows, NOW) } });
    const found = splitByAccess(groupCosts(facts), reaches, SUBSCRIPTION);
    return found && [found.missedInside.toFixed(), found.missedOutside.toFixed(), found.followsGroups];
  };

  it('is weighed by group; what has no group is covered with the whole subscription only', () => {
    const rows = [
      grouped('web', '100', 'ELIGIBLE_NOT_EARNED'),
      grouped('data', '200', 'ELIGIBLE_NOT_EARNED'),
      grouped('', '300', 'ELIGIBLE_NOT_EARNED'),
      grouped('web', '999', 'INELIGIBLE_SPOT'),
    ];
    expect(split(rows, reach('web'))).toEqual(['15', '75', false]);
    expect(split(rows, reach(null))).toEqual(['90', '0', false]);
    expect(split(rows)).toEqual(['0', '90', false]);
  });

  it('follows groups where each is credited as a whole or not at all', () => {
    const web = grouped('web', '100', 'EARNED');
    const data = grouped('data', '100', 'ELIGIBLE_NOT_EARNED');
    expect(split([web, data])?.[2]).toBe(true);
    expect(split([web, data, grouped('web', '1', 'ELIGIBLE_NOT_EARNED')])?.[2]).toBe(false);
    expect(split([web])?.[2]).toBe(false);
    expect(split([data])?.[2]).toBe(false);
  });

  it('cannot be told without groups', () => {
    expect(split([])).toBeNull();
    expect(split([grouped('', '5', 'EARNED')])).toBeNull();
    expect(split([{ ...grouped('vm', '5', 'EARNED'), grouping: 'service' }])).toBeNull();
    expect(splitByAccess(null, [], SUBSCRIPTION)).toBeNull();
  });

  it('is compared in dollars where they are known', () => {
    const kroner = { ...grouped('web', '1000', 'ELIGIBLE_NOT_EARNED'), netUsd: requireDecimal('100') };
    expect(split([kroner], reach('web'))?.[0]).toBe('15');
  });
});

function never(): never {
  throw new Error('a line was expected');
}
