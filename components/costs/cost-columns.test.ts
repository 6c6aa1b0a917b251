import { expect, test } from 'vitest';
import { wordingIn } from '#components/language/testing/wording-in.ts';
import { costChooser } from './cost-columns.ts';

const titlesIn = (language: 'nl' | 'en-XA') =>
  costChooser({ groupBy: ['customer'], columns: undefined, wording: wordingIn(language) }).all.map(
    ({ title }) => title,
  );

test('columns of costs are headed in the language of whoever reads', () => {
  expect(titlesIn('nl')).toContain('Kosten vóór tegoed');
  for (const title of titlesIn('en-XA')) expect(title).toMatch(/^⟦.*⟧$/);
});
