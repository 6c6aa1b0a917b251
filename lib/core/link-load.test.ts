import { expect, test } from 'vitest';
import { carriesMuch } from './link-load.ts';

test.each([
  [{ alone: 10, served: 500 }, true],
  [{ alone: 9, served: 500 }, false],
  [{ alone: 2, served: 4 }, true],
  [{ alone: 2, served: 5 }, false],
  [{ alone: 1, served: 1 }, false],
  [{ alone: 0, served: 0 }, false],
])('of %j an identity carries much: %s', (load, much) => {
  expect(carriesMuch(load)).toBe(much);
});
