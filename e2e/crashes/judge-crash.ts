import type { Left, Questions, Synced } from './crash-lab.ts';

/** Steps that ask for the lists of eight subscriptions at once: a page of theirs is those eight. */
const SIDE_BY_SIDE = new Set([
  'customer-delegations',
  'customer-role-assignments',
  'deny-assignments',
  'role-schedules',
]);
const LISTS_AT_ONCE = 8;

const pagesUnderWay = ({ source, way }: Left): number =>
  SIDE_BY_SIDE.has(source) || way === 'list' ? LISTS_AT_ONCE : 1;

/**
 * Answers that a process asked for though one before it had got them: beyond what an undisturbed sync asks for more
 * than once, such as how far a report is.
 */
export function repeatedQuestions(
  undisturbed: Questions,
  before: readonly Questions[],
  now: Questions,
): string[] {
  return [...now].flatMap(([question, count]) => {
    const got = before.reduce((sum, questions) => sum + (questions.get(question) ?? 0), 0);
    const again = Math.min(count, got, count + got - (undisturbed.get(question) ?? 1));
    return Array.from({ length: Math.max(0, again) }, () => question);
  });
}

export type Judged = { problems: string[]; repeated: number };

/** What is wrong of a sync that was killed and taken up again, held against one that nobody disturbed. */
export function judgeCrash(undisturbed: Synced, killed: Synced): Judged {
  const problems: string[] = [];
  if (killed.status !== undisturbed.status) {
    problems.push(`ended ${killed.status ?? 'never'}, and undisturbed ${undisturbed.status ?? 'never'}`);
  }
  if (killed.dump !== undisturbed.dump)
    problems.push(`another store:\n${firstDifference(undisturbed.dump, killed.dump)}`);
  const [usual = new Map<string, number>()] = undisturbed.processes.map(({ questions }) => questions);
  const before: Questions[] = [];
  let repeated = 0;
  for (const { left, questions } of killed.processes) {
    const again = repeatedQuestions(usual, before, questions);
    problems.push(...tooMany(again, left));
    repeated += again.length;
    before.push(questions);
  }
  return { problems, repeated };
}

/** At most one page of each step that was under way. */
function tooMany(repeated: readonly string[], left: readonly Left[]): string[] {
  const allowed = left.reduce((sum, step) => sum + pagesUnderWay(step), 0);
  if (repeated.length <= allowed) return [];
  const steps = left.map(({ source }) => source).join(', ');
  const shown = repeated.map((question) => `  ${question.slice(0, 260)}`).slice(0, 12);
  return [
    `${repeated.length} pages were asked for again where ${allowed} were under way (${steps}):\n${shown.join('\n')}`,
  ];
}

function firstDifference(expected: string, found: string): string {
  const [left, right] = [new Set(expected.split('\n')), new Set(found.split('\n'))];
  const missing = [...left].find((line) => !right.has(line));
  const added = [...right].find((line) => !left.has(line));
  return `  lacks ${missing?.slice(0, 500) ?? 'nothing'}\n  has   ${added?.slice(0, 500) ?? 'nothing'}`;
}
