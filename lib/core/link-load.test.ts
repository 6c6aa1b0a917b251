import { expect, test } from 'vitest';
import { carriesMuch } from './link-load.ts';

test.each([
  [{ alone: 10, served: 500 }, 10, true],
  [{ alone: 9, served: 500 }, 10, false],
  [{ alone: 9, served: 500 }, 9, true],
  [{ alone: 2, served: 4 }, 10, true],
  [{ alone: 2, served: 5 }, 10, false],
  [{ alone: 1, served: 1 }, 10, false],
  [{ alone: 0, served: 0 }, 10, false],
])('of %j, where %i are many, an identity carries much: %s', (load, many, much) => {
  expect(carriesMuch(load, many)).toBe(much);
});
