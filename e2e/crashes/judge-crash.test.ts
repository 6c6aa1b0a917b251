import { expect, test } from 'vitest';
import type { ProcessEnd, Synced } from './crash-lab.ts';
import { judgeCrash } from './judge-crash.ts';

const asked = (counts: Record<string, number>): Map<string, number> => new Map(Object.entries(counts));
const ended = (counts: Record<string, number>, more: Partial<ProcessEnd> = {}): ProcessEnd => ({
  ...{ left: [], status: null, questions: asked(counts) },
  ...more,
});
const synced = (processes: ProcessEnd[], more: Partial<Synced> = {}): Synced => ({
  ...{ status: 'complete', dump: 'one\ntwo\n', processes },
  ...more,
});

const UNDISTURBED = synced([ended({ a: 1, b: 1, c: 1, poll: 3 }, { status: 'complete' })]);
const step = (source: string, way: string | null = null) => ({ source, way });
const judge = (...processes: ProcessEnd[]) => judgeCrash(UNDISTURBED, synced(processes));

test('a sync that asks again for the page that its step had under way is as good as undisturbed', () => {
  const left = [step('costs')];
  expect(judge(ended({ a: 1, b: 1 }), ended({ b: 1, c: 1, poll: 3 }, { left }))).toEqual({
    ...{ problems: [], repeated: 1 },
  });
});

test('a second page of the same step, or one where no step was under way, is one too many', () => {
  const first = ended({ a: 1, b: 1 });
  for (const left of [[step('costs')], []]) {
    const { problems } = judge(first, ended({ a: 1, b: 1, c: 1 }, { left }));
    expect(problems).toEqual([expect.stringContaining('2 pages were asked for again')]);
  }
});

test('what is asked more than once by any sync, such as how far a report is, is no repeat', () => {
  expect(judge(ended({ a: 1, poll: 1 }), ended({ b: 1, c: 1, poll: 2 })).repeated).toBe(0);
});

test('each kill has pages of its own: what one left under way excuses nothing after the next', () => {
  const left = [step('costs'), step('costs')];
  const { problems } = judge(ended({ a: 1, b: 1 }), ended({ c: 1 }, { left }), ended({ a: 1, b: 1 }));
  expect(problems).toHaveLength(1);
});

test('lists of eight subscriptions that are asked for together are one page of their step', () => {
  const all = { a: 1, b: 1, c: 1 };
  expect(judge(ended(all), ended(all, { left: [step('deny-assignments')] })).problems).toEqual([]);
  expect(judge(ended(all), ended(all, { left: [step('delegations', 'list')] })).problems).toEqual([]);
});

test('another store and another end are told', () => {
  const ending = [ended({ a: 1 }, { status: 'partial' })];
  const killed = synced(ending, { status: 'partial', dump: 'one\nthree\n' });
  expect(judgeCrash(UNDISTURBED, killed).problems).toEqual([
    'ended partial, and undisturbed complete',
    expect.stringMatching(/lacks two\s+has {3}three/),
  ]);
});
