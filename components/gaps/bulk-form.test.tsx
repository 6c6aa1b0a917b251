import { expect, it } from 'vitest';
import { wordsOf } from '#components/language/testing/words-of.tsx';
import { BulkFields } from './bulk-form.tsx';

const shown = (people: { personId: string; name: string }[]): string =>
  wordsOf(<BulkFields back="/gaps" people={people} />);

it('gives chosen findings a state and an owner, or leaves either as it is', () => {
  const words = shown([{ personId: 'tenant/ada', name: 'Ada Byron' }]);
  expect(words).toContain('Accepted');
  expect(words).toContain('Ada Byron');
  expect(words.match(/as it is/g)).toHaveLength(2);
});

it('asks for no owner where nobody is known', () => {
  expect(shown([])).not.toContain('Owner');
});
