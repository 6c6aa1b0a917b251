import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { formatMessage } from './format-message.ts';
import { pseudoMessage } from './pseudo.ts';

const pseudo = (
  text: string,
  values: Record<string, string | number | ((inside: string[]) => string)> = {},
) => formatMessage<string>(pseudoMessage(compile(text)), 'en', values);

test('accents the words, makes them longer and puts them in brackets', () => {
  const text = pseudo('Largest gaps');
  expect(text).toMatch(/^⟦Ļåŕĝéšţ ĝåþš .+⟧$/);
  expect(String(text).length).toBeGreaterThan('Largest gaps'.length * 1.4);
});

test('leaves arguments alone, inside plurals and tags too', () => {
  expect(pseudo('Of {name}', { name: 'Contoso' })).toContain('Contoso');
  expect(pseudo('{count, plural, one {# day} other {# days}}', { count: 2 })).toMatch(/^⟦2 đåýš/);
  expect(
    pseudo('See <link>the page of {name}</link>', { name: 'Fabrikam', link: ([inside]) => `[${inside}]` }),
  ).toMatch(/^⟦Šéé \[ţĥé þåĝé öƒ Fabrikam\]/);
  expect(pseudo('{count, number} of them', { count: 1200 })).toMatch(/^⟦1,200 öƒ/);
});
