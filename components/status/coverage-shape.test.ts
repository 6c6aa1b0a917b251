import { expect, it } from 'vitest';
import { wordingIn } from '#components/language/testing/wording-in.ts';
import { coverageShape } from './coverage-shape.ts';

/** Gross amounts of one currency, and the share of them that is told. */
const shapeOf = (creditedGross: string, eligibleGross: string, coverage: string | null) =>
  coverageShape(wordingIn('en'), {
    ...{ currency: 'EUR', net: '0', gross: '0', credit: '0', missed: '0', missedAtMost: '0' },
    ...{ creditedGross, eligibleGross, unclassifiedGross: '0', ineligibleGross: '0' },
    ...{ coverage, coverageAtLeast: coverage, rate: '0.15', rateBasis: 'seen' },
  });

it('has a part for each amount and says how much each is', () => {
  const shape = shapeOf('30', '40', '0.75');
  expect(shape.segments.map(({ name, share }) => [name, share])).toEqual([
    ['credited', 750],
    ['notEarned', 250],
  ]);
});

it('is empty and says why where refunds outweigh the cost', () => {
  const shape = shapeOf('-30', '-20', null);
  expect(shape.segments).toEqual([]);
  expect(shape.text).toContain('refunds outweigh the cost');
});
