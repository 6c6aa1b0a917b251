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

/** Answers that were asked for again, beyond what an undisturbed sync asks. */
export function repeatedQuestions(undisturbed: Questions, asked: Questions): string[] {
  return [...asked].flatMap(([question, count]) =>
    Array.from({ length: Math.max(0, count - (undisturbed.get(question) ?? 1)) }, () => question),
  );
}

/** What is wrong of a sync that was killed and taken up again, held against one that nobody disturbed. */
export function judgeCrash(undisturbed: Synced, killed: Synced): string[] {
  const problems: string[] = [];
  if (killed.status !== undisturbed.status) {
    problems.push(`ended ${killed.status ?? 'never'}, and undisturbed ${undisturbed.status ?? 'never'}`);
  }
  if (killed.dump !== undisturbed.dump)
    problems.push(`another store:\n${firstDifference(undisturbed.dump, killed.dump)}`);
  const repeated = repeatedQuestions(undisturbed.questions, killed.questions);
  const allowed = killed.left.reduce((sum, step) => sum + pagesUnderWay(step), 0);
  if (repeated.length > allowed) {
    const steps = killed.left.map(({ source }) => source).join(', ');
    problems.push(
      `${repeated.length} pages were asked for again where ${allowed} were under way (${steps}):\n${repeated
        .map((question) => `  ${question.slice(0, 260)}`)
        .slice(0, 12)
        .join('\n')}`,
    );
  }
  return problems;
}

function firstDifference(expected: string, found: string): string {
  const [left, right] = [new Set(expected.split('\n')), new Set(found.split('\n'))];
  const missing = [...left].find((line) => !right.has(line));
  const added = [...right].find((line) => !left.has(line));
  return `  lacks ${missing?.slice(0, 500) ?? 'nothing'}\n  has   ${added?.slice(0, 500) ?? 'nothing'}`;
}
