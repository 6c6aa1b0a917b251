import { expect, test } from 'vitest';
import { MISSING_RIGHTS } from '#lib/core/missing-rights.ts';
import { rights } from './en/rights.ts';

test('every right that can be missing has a text in the words it is kept in', () => {
  expect([...new Set(Object.values(MISSING_RIGHTS))].toSorted()).toEqual(Object.values(rights).toSorted());
});
