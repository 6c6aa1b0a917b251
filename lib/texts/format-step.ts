import { STEP_VALUES, type StepId, type StepValues } from '#lib/core/remedies/steps.ts';
import type { Translator } from './translator.ts';

type Words = Record<keyof StepValues, string>;

/** A step in words; what is not known is said to be so. */
export function formatStep(t: Translator<'remedies'>, id: StepId, values: StepValues): string {
  const words = Object.fromEntries(
    STEP_VALUES.map((name) => [name, values[name] ?? t(`unknown.${name}`)]),
  ) as Words; // One for each name.
  return t(`step.${id}`, words);
}
