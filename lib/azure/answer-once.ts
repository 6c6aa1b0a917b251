import type { KeptAnswers } from './caller.ts';

/** The answer that is kept of a question; else Azure's, which is kept from then on. */
export async function answerOnce(
  { find, keep }: KeptAnswers,
  question: string,
  ask: () => Promise<string>,
): Promise<string> {
  const kept = await find(question);
  if (kept !== null) return kept;
  const answer = await ask();
  await keep(question, answer);
  return answer;
}
