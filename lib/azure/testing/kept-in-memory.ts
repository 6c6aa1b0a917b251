import type { KeptAnswers } from '../caller.ts';

/** Answers as the store of a step keeps them. */
export function keepInMemory(): KeptAnswers {
  const kept = new Map<string, string>();
  return {
    find: (question) => Promise.resolve(kept.get(question) ?? null),
    keep: (question, answer) => Promise.resolve(void kept.set(question, answer)),
  };
}
