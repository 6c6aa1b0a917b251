import { describe, expect, it } from 'vitest';
import type { AccessPath } from './access-path.ts';
import { coverageOf, openHoles, type Reach } from './reach.ts';
import { isWithin } from './scopes.ts';

const GROUP = '/subscriptions/s/resourcegroups/web';
const OTHER = '/subscriptions/s/resourcegroups/web-two';
const SITE = `${GROUP}/providers/microsoft.web/sites/shop`;
// A reach is weighed by its scope and holes alone.
const path = {} as AccessPath;
const reach = (scope: string | null, ...holes: string[]): Reach => ({ scope, holes, path });

describe('what a path reaches', () => {
  it('lies within a scope by whole segments', () => {
    expect(isWithin(GROUP, SITE)).toBe(true);
    expect(isWithin(GROUP, GROUP)).toBe(true);
    expect(isWithin(GROUP, OTHER)).toBe(false);
    expect(isWithin(SITE, GROUP)).toBe(false);
    expect(isWithin(GROUP, null)).toBe(false);
  });

  it.each([
    ['covered', 'the whole subscription', [reach(null)]],
    ['covered', 'the group itself', [reach(GROUP)]],
    ['not-covered', 'a group of a like name', [reach(OTHER)]],
    ['partly', 'one resource in it', [reach(SITE)]],
    ['not-covered', 'the subscription but this group', [reach(null, GROUP)]],
    ['partly', 'the subscription but one resource in it', [reach(null, SITE)]],
    ['covered', 'the subscription but another group', [reach(null, OTHER)]],
    ['covered', 'a hole that another path fills', [reach(null, GROUP), reach(GROUP)]],
    ['not-covered', 'nothing', []],
  ] as const)('says %s of a group under %s', (expected, _name, reaches) => {
    expect(coverageOf(GROUP, reaches)).toBe(expected);
  });

  it('leaves the holes that no other path fills', () => {
    expect(openHoles([reach(null)])).toEqual([]);
    expect(openHoles([reach(null, GROUP, OTHER)])).toEqual([GROUP, OTHER]);
    expect(openHoles([reach(null, GROUP, OTHER), reach(GROUP)])).toEqual([OTHER]);
    expect(openHoles([reach(null, GROUP), reach(null, OTHER)])).toEqual([]);
    expect(openHoles([reach(GROUP)])).toBeNull();
    expect(openHoles([])).toBeNull();
  });
});
