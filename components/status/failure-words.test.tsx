import { describe, expect, it } from 'vitest';
import { wordsOf } from '#components/language/testing/words-of.tsx';
import { FILE_REASONS } from '#lib/core/file-reasons.ts';
import { STEP_REASONS } from '#lib/core/step-reasons.ts';
import { LANGUAGES } from '#lib/texts/languages.ts';
import { FailureWords } from './failure-words.tsx';
import { useFileReason } from './use-file-reason.ts';
import { useStepWords } from './use-step-reason.ts';

const filled = (sentence: string): string =>
  sentence
    .replaceAll(/\{(?:months?|period)\}/g, '2026-10')
    .replaceAll(/\{(?:own|profile)\}/g, '12.50')
    .replaceAll('{currency}', 'EUR')
    .replaceAll(/\{\w+~\}/g, 'The file has no lines.')
    .replaceAll(/\{\w+#\}/g, '7')
    .replaceAll(/\{\w+\}/g, 'november.csv');

const FileReason = ({ of }: { of: string }) => useFileReason()(of);
const StepWords = ({ of }: { of: string }) => useStepWords()(of);

const shown = (kind: string, message: string, code: string | null = null) =>
  wordsOf(<FailureWords failure={{ kind, message, code }} open={false} />);

describe.each(LANGUAGES.filter((language) => language !== 'en'))('in %s', (language) => {
  it('every reason of a file has words of its own', () => {
    for (const sentence of Object.values(FILE_REASONS)) {
      if (sentence === FILE_REASONS['in-file']) continue;
      const words = wordsOf(<FileReason of={filled(sentence)} />, language);
      expect(words).not.toBe(wordsOf(<FileReason of={filled(sentence)} />));
      expect(words).not.toMatch(/[{}]|\b(the|is no|of its)\b/);
    }
  });

  it('every sentence of a run has words of its own', () => {
    for (const sentence of Object.values(STEP_REASONS)) {
      const words = wordsOf(<StepWords of={filled(sentence)} />, language);
      expect(words).not.toBe(wordsOf(<StepWords of={filled(sentence)} />));
      expect(words).not.toMatch(/[{}]|\b(the|customers|see the log)\b/);
    }
  });
});

it('shows as Azure’s words only what Azure said', () => {
  expect(shown('forbidden', 'You shall not pass.', 'AuthorizationFailed')).toContain('What Azure said');
  for (const [kind, message] of [
    ['wrong-count', 'Azure announced 900 rows and sent 400'],
    ['malformed', 'rows[3].UsageDate: not understood'],
    ['timeout', 'no complete answer in time'],
    ['unavailable', 'HTTP status 503'],
    ['malformed', 'The file has no lines.'],
    ['internal', 'an internal error ended this step; see the log'],
  ] as const) {
    expect(shown(kind, message)).not.toContain('What Azure said');
  }
});

it('says of how many subscriptions, and then what Azure said of the first', () => {
  const words = shown('forbidden', '2 of 5 subscriptions: You shall not pass.');
  expect(words).toContain('2 of 5 subscriptions could not be read.');
  expect(words).toMatch(/What Azure said\s*You shall not pass\./);
});

it('leaves a sentence that is none of ours as it was kept', () => {
  expect(wordsOf(<FileReason of="Something of an older release." />, 'nl')).toBe(
    'Something of an older release.',
  );
});
