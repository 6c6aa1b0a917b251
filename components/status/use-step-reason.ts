import { useFormats, useTexts } from '#language';
import type { Reason } from '#lib/core/reasons.ts';
import { readStepReason, type StepReasonCode } from '#lib/core/step-reasons.ts';

type Say = (key: `told.${StepReasonCode}`, values: Record<string, string | number>) => string;

const AMOUNTS: Partial<Record<StepReasonCode, readonly string[]>> = {
  'costs-differ': ['own', 'profile'],
  'totals-differ': ['lines', 'query'],
};

/** What we ourselves said of a read, a run or a check, in the reader's language. */
export function useStepReason(): (reason: Reason<StepReasonCode>) => string {
  const t = useTexts('stepReasons');
  const { money, month } = useFormats();
  // Each code has its text, whose values the sentence holds: failure-words.test.tsx.
  const say = t as Say;
  return ({ code, values }) => {
    const currency = String(values['currency'] ?? '');
    const written = Object.entries(values).map(([name, value]): [string, string | number] => {
      if (typeof value === 'number') return [name, value];
      const text = String(value);
      if (AMOUNTS[code]?.includes(name)) return [name, money(text, currency)];
      return [name, name === 'period' ? month(text) : text];
    });
    return say(`told.${code}`, Object.fromEntries(written));
  };
}

/** The same where a sentence is not one of ours: as it is. */
export function useStepWords(): (sentence: string) => string {
  const words = useStepReason();
  return (sentence) => {
    const read = readStepReason(sentence);
    return read === null ? sentence : words(read);
  };
}
