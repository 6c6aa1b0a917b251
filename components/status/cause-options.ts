import { CAUSES } from '#lib/core/causes.ts';
import { causeWords } from './cause-words.ts';

/** All causes to choose from, by the names that people read. */
export const CAUSE_OPTIONS = CAUSES.map((cause) => ({
  value: cause,
  label: causeWords(cause).title,
})).toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
