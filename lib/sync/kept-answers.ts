import type { KeptAnswers } from '#lib/azure/room.ts';
import { findKeptAnswer, saveKeptAnswer } from '#lib/db/kept-answers.ts';
import type { ReadKey } from '#lib/db/reads.ts';
import type { RunContext } from './run-step.ts';
import type { StepContext } from './step-context.ts';

/** Answers of a step that are no facts yet: a step taken up again does not ask for them a second time. */
export const keptAnswers = (
  { deps, runId }: RunContext,
  key: ReadKey,
  context: () => Pick<StepContext, 'done' | 'storePage'>,
): KeptAnswers => ({
  find: (question) => findKeptAnswer(deps.db, { runId, key, question }),
  async keep(question, answer) {
    const { done, storePage } = context();
    await storePage((tx) => saveKeptAnswer(tx, { runId, key, question }, answer), { done });
  },
});
