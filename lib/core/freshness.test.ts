import { expect, it } from 'vitest';
import { standingOf, type Attempted } from './freshness.ts';

const READ_AT = '2026-11-20T02:00:00.000Z';
const held = (rest: Partial<Attempted>): Attempted => ({
  asOf: READ_AT,
  outcome: 'done',
  incomplete: false,
  ...rest,
});

it.each([
  ['counts on the day it was read', held({}), '2026-11-20T20:00:00.000Z', 'known'],
  ['counts while a later try only failed', held({ outcome: 'failed' }), '2026-11-21T02:00:00.000Z', 'known'],
  [
    'no longer counts once we may not look any more',
    held({ outcome: 'forbidden' }),
    '2026-11-20T03:00:00.000Z',
    'forbidden',
  ],
  [
    'counts although a part of the same read was refused',
    held({ outcome: 'forbidden', incomplete: true }),
    '2026-11-20T03:00:00.000Z',
    'known',
  ],
  ['counts for two days', held({}), '2026-11-22T02:00:00.000Z', 'known'],
  ['is too old after two days', held({}), '2026-11-22T02:00:01.000Z', 'too-old'],
  ['was never read', held({ asOf: null }), READ_AT, 'too-old'],
])('a read of access %s', (_name, attempted, now, standing) => {
  expect(standingOf(attempted, now)).toBe(standing);
});
