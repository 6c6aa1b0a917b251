import { expect, it } from 'vitest';
import { announcedTotal, itemsOf } from './announced-total.ts';

it.each([
  ['billing lists', { totalCount: '31', value: [] }, 31],
  ['Resource Graph', { totalRecords: '2995', count: '3', data: [] }, 2995],
  ['the list of subscriptions', { value: [], count: { type: 'Total', value: '12' } }, 12],
  ['Graph, where it was asked to count', { '@odata.count': 4, value: [] }, 4],
  ['a list that tells none', { value: [] }, null],
  ['a count of the page', { value: [], count: { type: 'Page', value: '3' } }, null],
  ['no answer', undefined, null],
])('reads how many items there are of %s', (_name, answer, total) => {
  expect(announcedTotal(answer)).toBe(total);
});

it('counts the items of a page', () => {
  expect(itemsOf({ value: [1, 2, 3] })).toBe(3);
  expect(itemsOf({ data: [1] })).toBe(0);
});
