import { expect, it } from 'vitest';
import { openStreamOf } from './open-streams.ts';

it('lets a person keep a dozen streams open, and another when one has ended, whatever others do', () => {
  const ends = Array.from({ length: 12 }, () => openStreamOf('nadia'));
  expect(ends).not.toContain(null);
  expect(openStreamOf('nadia')).toBeNull();
  expect(openStreamOf('ravi')).not.toBeNull();
  ends[0]?.();
  expect(openStreamOf('nadia')).not.toBeNull();
  expect(openStreamOf('nadia')).toBeNull();
});
