import { describe, expect, it } from 'vitest';
import type { DayAccess, DayCoverage } from './access.ts';
import { read, unread, type Facts } from './evidence.ts';
import { judgeGroups } from './judge-groups.ts';
import type { Reach } from './paths/reach.ts';
import { coverageOfGroup, groupCosts, scopeOfGroup } from './resource-groups.ts';
import { grouped, scopeOf } from './testing/cause-case.ts';
import { madeFacts, NOW, SUBSCRIPTION } from './testing/made-facts.ts';
import { madePath } from './testing/made-path.ts';

const reach = (scope: string | null, ...holes: string[]): Reach => ({ scope, holes, path: madePath() });
const WHOLE = reach(null);
const WEB = reach(scopeOf('web'));
const SITE = reach(`${scopeOf('web')}/providers/microsoft.web/sites/shop`);

describe('how far a resource group is covered', () => {
  it('is told by its scope', () => {
    expect(scopeOfGroup(SUBSCRIPTION, 'web')).toBe(scopeOf('web'));
    expect(coverageOfGroup('web', [WEB], SUBSCRIPTION)).toBe('covered');
    expect(coverageOfGroup('web', [SITE], SUBSCRIPTION)).toBe('partly');
    expect(coverageOfGroup('data', [WEB, SITE], SUBSCRIPTION)).toBe('not-covered');
  });

  it('is told by the whole subscription for what belongs to no group', () => {
    expect(coverageOfGroup('', [WEB, WHOLE], SUBSCRIPTION)).toBe('covered');
    expect(coverageOfGroup('', [WEB], SUBSCRIPTION)).toBe('not-covered');
    expect(coverageOfGroup('', [], SUBSCRIPTION)).toBe('not-covered');
  });
});

describe('the cost of resource groups', () => {
  const costs = (...rows: ReturnType<typeof grouped>[]) =>
    groupCosts(madeFacts({ rest: { groupedCosts: read(rows, NOW) } }));

  it('says of each whether it earned and what it missed', () => {
    const told = costs(
      grouped('web', '10', 'EARNED'),
      grouped('data', '20', 'ELIGIBLE_NOT_EARNED'),
      grouped('web', '5', 'ELIGIBLE_NOT_EARNED'),
      { ...grouped('vm', '1', 'EARNED'), grouping: 'service' },
    );
    expect(
      told?.map(({ name, lines, earned, missed, missedWeight }) => [
        name,
        lines.length,
        earned,
        missed,
        missedWeight.toFixed(),
      ]),
    ).toEqual([
      ['web', 2, true, true, '0.75'],
      ['data', 1, false, true, '3'],
    ]);
  });

  it('is unknown where the way of reading carries none', () => {
    expect(groupCosts(madeFacts())).toBeNull();
  });
});

describe('resource groups over a month', () => {
  const access = (status: DayAccess['access']): DayAccess => ({
    access: status,
    cause: null,
    aoboOnly: false,
    alsoCauses: [],
  });
  const day = (status: DayAccess['access'], ...reaches: Reach[]): { coverage: DayCoverage } => ({
    coverage: { access: access(status), reaches },
  });
  const judged = (rest: Partial<Facts['subscription']>, ...days: { coverage: DayCoverage }[]) =>
    judgeGroups(madeFacts({ rest }), days);
  const exist = (...names: string[]): Partial<Facts['subscription']> => ({
    resourceGroups: read(names, NOW),
  });
  const [covered, narrow, none] = [day('covered', WHOLE), day('partly', WEB), day('not-covered')];

  it.each([
    ['covered', 'every day', [covered, narrow]],
    ['partly', 'some days', [covered, none]],
    ['partly', 'some days in part', [day('partly', SITE), covered]],
    ['not-covered', 'no day', [none, day('partly', reach(scopeOf('data')))]],
    ['unknown', 'no day, while access is unknown', [day('unknown')]],
    ['unknown', 'some days, while access is unknown on others', [covered, day('unknown')]],
    ['unknown', 'no day, and on some access is unknown', [none, day('unknown')]],
    ['covered', 'every day, although access beside it is unknown', [day('unknown', WEB), covered]],
    ['unknown', 'a part on a day on which access is unknown', [day('unknown', SITE)]],
  ] as const)('are %s where they are covered on %s', (expected, _name, days) => {
    expect(judged(exist('web'), ...days)).toEqual([{ name: 'web', coverage: expected, amounts: [] }]);
  });

  it('are those with cost and those that exist, in order, each with its amounts', () => {
    const groupedCosts = read([grouped('web', '10', 'EARNED'), grouped('', '5', 'ZERO_PRICE')], NOW);
    const told = judged({ ...exist('data', 'web'), groupedCosts }, narrow);
    expect(told?.map(({ name, coverage, amounts }) => [name, coverage, amounts.length])).toEqual([
      ['', 'not-covered', 1],
      ['data', 'not-covered', 0],
      ['web', 'covered', 1],
    ]);
    expect(
      judged({ groupedCosts, resourceGroups: unread('failed') }, narrow)?.map(({ name }) => name),
    ).toEqual(['', 'web']);
  });

  it('are unknown only where neither cost nor names were read', () => {
    expect(judged({ resourceGroups: unread('failed') }, covered)).toBeNull();
    expect(judged(exist(), covered)).toEqual([]);
  });
});
