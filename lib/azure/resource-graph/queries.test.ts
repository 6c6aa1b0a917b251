import { expect, it } from 'vitest';
import { quoteKql, roleAssignmentsQuery } from './queries.ts';

it.each([
  ['plain', "'plain'"],
  ["it's", "'it\\'s'"],
  ["end\\' or 1 == 1", "'end\\\\\\' or 1 == 1'"],
])('no text leaves its quotes: %s', (text, quoted) => {
  expect(quoteKql(text)).toBe(quoted);
});

it('asks for no principals where there are none', () => {
  expect(roleAssignmentsQuery([])).not.toContain('in~ ()');
});
