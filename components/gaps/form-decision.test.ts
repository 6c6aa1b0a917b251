import { expect, it } from 'vitest';
import { answers } from '#lib/texts/en/answers.ts';
import { decisionFault, decisionIn } from './form-decision.ts';

const decisionOf = (fields: Record<string, string>) => decisionIn((name) => fields[name] ?? null);

it('leaves what a form leaves empty, and empties a note', () => {
  expect(decisionOf({ state: '', owner: '' })).toEqual({});
  expect(decisionOf({ state: 'open', owner: 'none', note: 'a\r\nb' })).toEqual({
    ...{ state: 'open', ownerId: null, note: 'a\nb' },
  });
  expect(decisionOf({ note: '' })).toEqual({ note: '' });
});

it('says why nothing can be done, in words that readers have', () => {
  const many = Array.from({ length: 501 }, (_, index) => String(index));
  const faults = [
    decisionFault([], { state: 'open' }),
    decisionFault(['1'], {}),
    decisionFault(many, { state: 'open' }),
  ];
  expect(faults).toEqual(['nothing-chosen', 'nothing-decided', 'too-many-chosen']);
  for (const fault of faults) expect(answers.code).toHaveProperty([fault ?? '']);
  expect(decisionFault(many.slice(1), { state: 'open' })).toBeNull();
});
