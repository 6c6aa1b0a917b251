import { expect, test } from 'vitest';
import { wordingIn } from '#components/language/testing/wording-in.ts';
import { changeGrid } from './change-columns.ts';

const list = {
  ...{ items: [], nextCursor: null, total: 1204, offset: 0, version: '1', unfilteredTotal: 2000 },
  ...{ customer: null, completeness: [] },
};

test('the list of changes ends with how many match, in its first column', () => {
  const { foot, heads } = changeGrid(list, { columns: 'customer' }, wordingIn('en'));
  expect(heads.map(({ id }) => id)).toEqual(['when', 'customer']);
  expect(foot).toEqual([[[{ kind: 'text', text: '1,204 changes', look: 'plain' }], []]]);
});
