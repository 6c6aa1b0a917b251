import { expect, it } from 'vitest';
import { wordsOf } from '#components/language/testing/words-of.tsx';
import type { RunStatus } from '#lib/core/sync-run.ts';
import { EndOfReading } from './refresh-button.tsx';
import { RUN_END_TONES, runEndOf } from './run-end.ts';

const endOf = (status: RunStatus, forbidden = 0) => runEndOf({ status, stepCounts: { forbidden } });

it('tells no end of a run that is under way', () => {
  expect([endOf('queued'), endOf('running'), endOf('paused')]).toEqual([null, null, null]);
});

it('calls nothing whole but a run that read all it asked for', () => {
  const ends = (['complete', 'partial', 'failed', 'cancelled', 'interrupted'] as const).map((one) =>
    endOf(one),
  );
  const whole = [...ends, endOf('complete', 2)].filter(
    (end) => end !== null && RUN_END_TONES[end] === 'earn',
  );
  expect(whole).toEqual(['complete']);
});

it('says after a refresh what was not read, and only of a whole one that it was read', () => {
  expect(wordsOf(<EndOfReading end="complete" />)).toBe('Read just now.');
  expect(wordsOf(<EndOfReading end="notAllowed" />)).toContain('not everything may be read');
  expect(wordsOf(<EndOfReading end="partial" />)).toContain('not everything could be read');
  expect(wordsOf(<EndOfReading end="cancelled" />)).toBe(
    'The reading was cancelled. What was read to the end stays.',
  );
});
