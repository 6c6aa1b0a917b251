import { expect, it } from 'vitest';
import { AzureFailure } from '#lib/azure/failure.ts';
import { graverOf, NothingVisible } from './failures.ts';

const failure = (kind: 'forbidden' | 'malformed' | 'not-found'): AzureFailure =>
  new AzureFailure({ kind, source: 'cost-dimensions', message: kind });

it('where several were asked and none answered, a fault is not hidden by the refusal of another', () => {
  const [nobody, refused, gone, broken] = [
    new NothingVisible('nobody to ask'),
    failure('forbidden'),
    failure('not-found'),
    failure('malformed'),
  ];
  expect(graverOf(nobody, refused)).toBe(refused);
  expect(graverOf(refused, gone)).toBe(gone);
  expect(graverOf(refused, broken)).toBe(broken);
  expect(graverOf(broken, refused)).toBe(broken);
});
