import { describe, expect, test } from 'vitest';
import { ORPHAN, type DumpLine } from '#lib/db/testing/canonical-dump.ts';
import {
  differences,
  falseGreens,
  falseNos,
  isReadAlike,
  orphans,
  touchedOthers,
  wrongReads,
  type ReadState,
  type Store,
} from './compare-stores.ts';

const WHOLE: ReadState = { outcome: 'done', incomplete: false, way: null };
const NOTHING_LOST: ReadonlySet<string> = new Set();

const factOf = (read: string, text: string, tenantId: string | null = null): DumpLine => ({
  table: 'role_assignments',
  read,
  tenantId,
  text: `role_assignments ${read} ${text}`,
});

const OWN = 'role-assignments/a//';
const OTHER = 'role-assignments/b//';

const TRUTH: Store = {
  lines: [factOf(OWN, 'one', 'a'), factOf(OWN, 'two', 'a'), factOf(OTHER, 'one', 'b')],
  reads: new Map([
    [OWN, WHOLE],
    [OTHER, WHOLE],
    ['subscriptions///', WHOLE],
  ]),
  said: new Map([
    ['2026-11 a s verdict', 'not-earning'],
    ['2026-11 b s verdict', 'earning'],
    ['2026-11 b s access', 'partly'],
  ]),
};

const withLines = (...lines: DumpLine[]): Store => ({ ...TRUTH, lines });
const withRead = (read: string, state: ReadState, store = TRUTH): Store => ({
  ...store,
  reads: new Map([...store.reads, [read, state]]),
});
const saying = (key: string, word: string): Store => ({
  ...TRUTH,
  said: new Map([...TRUTH.said, [key, word]]),
});

test('a complete run is held against the truth, but for one that read by another way or lacked a right', () => {
  const state = (rest: Partial<ReadState>): Store => withRead(OWN, { ...WHOLE, ...rest });
  expect(isReadAlike(TRUTH, TRUTH)).toBe(true);
  expect(isReadAlike(TRUTH, state({ outcome: 'failed' }))).toBe(true);
  expect(isReadAlike(TRUTH, state({ way: 'list' }))).toBe(false);
  expect(isReadAlike(TRUTH, state({ outcome: 'forbidden' }))).toBe(false);
  expect(isReadAlike(state({ outcome: 'forbidden' }), state({ outcome: 'forbidden' }))).toBe(true);
});

describe('a read that calls itself whole', () => {
  const lacking = withLines(factOf(OWN, 'one', 'a'), factOf(OTHER, 'one', 'b'));

  test('is wrong where a row is missing, has another value or is there twice', () => {
    const doubled = withLines(...TRUTH.lines, factOf(OWN, 'two', 'a'));
    const other = withLines(factOf(OWN, 'one', 'a'), factOf(OWN, 'three', 'a'), factOf(OTHER, 'one', 'b'));
    for (const found of [lacking, doubled, other]) {
      expect(wrongReads(TRUTH, found, NOTHING_LOST)).toEqual([expect.stringContaining(`${OWN} says`)]);
    }
    expect(wrongReads(TRUTH, TRUTH, NOTHING_LOST)).toEqual([]);
  });

  test('is not held against what another way brings, nor one that admits what it lacks', () => {
    for (const state of [
      { ...WHOLE, way: 'list' as const },
      { ...WHOLE, incomplete: true },
      { ...WHOLE, outcome: 'failed' as const },
    ]) {
      expect(wrongReads(TRUTH, withRead(OWN, state, lacking), NOTHING_LOST)).toEqual([]);
    }
  });

  test('is excused by rows that nobody could miss, of its own source or of one that it hangs on, and by no others', () => {
    for (const excuse of ['role-assignments', 'subscriptions']) {
      expect(wrongReads(TRUTH, lacking, new Set([excuse]))).toEqual([]);
    }
    expect(wrongReads(TRUTH, lacking, new Set(['billing-profiles']))).toHaveLength(1);
  });

  test('is excused where what it was asked by has failed', () => {
    const failed = withRead('subscriptions///', { ...WHOLE, outcome: 'failed' }, lacking);
    expect(wrongReads(TRUTH, failed, NOTHING_LOST)).toEqual([]);
  });
});

test('a fact of no current read is an orphan', () => {
  expect(orphans(TRUTH)).toEqual([]);
  expect(orphans(withLines(factOf(ORPHAN, 'old')))).toHaveLength(1);
});

test('what is greener than the truth is a false green, and unknown never is', () => {
  expect(falseGreens(TRUTH, TRUTH)).toEqual([]);
  expect(falseGreens(TRUTH, saying('2026-11 b s verdict', 'unknown'))).toEqual([]);
  expect(falseGreens(TRUTH, saying('2026-11 b s verdict', 'partial'))).toEqual([]);
  expect(falseGreens(TRUTH, saying('2026-11 a s verdict', 'earning'))).toEqual([
    '2026-11 a s verdict is earning, and in truth not-earning',
  ]);
  expect(falseGreens(TRUTH, saying('2026-11 a s verdict', 'partial'))).toHaveLength(1);
  expect(falseGreens(TRUTH, saying('2026-11 b s access', 'covered'))).toHaveLength(1);
  expect(falseGreens(TRUTH, saying('2026-11 c s linked', 'yes'))).toEqual([
    '2026-11 c s linked is yes, and in truth not there',
  ]);
});

test('a no where the truth is none is a false no, and unknown never is', () => {
  expect(falseNos(TRUTH, TRUTH)).toEqual([]);
  expect(falseNos(TRUTH, saying('2026-11 b s verdict', 'unknown'))).toEqual([]);
  expect(falseNos(TRUTH, saying('2026-11 b s verdict', 'not-earning'))).toHaveLength(1);
  expect(falseNos(TRUTH, saying('2026-11 b s access', 'not-covered'))).toHaveLength(1);
});

test('a change of any customer but the one that met faults is told', () => {
  const customers = new Set(['a', 'b']);
  const changed = withLines(factOf(OWN, 'one', 'a'), factOf(OTHER, 'changed', 'b'));
  expect(touchedOthers(TRUTH, changed, { tenantId: 'b', customers })).toHaveLength(1);
  expect(touchedOthers(TRUTH, withLines(...TRUTH.lines.slice(1)), { tenantId: 'a', customers })).toEqual([]);
});

test('stores differ by a row that one lacks and by one that is there twice', () => {
  expect(differences(TRUTH, TRUTH, 'why')).toEqual([]);
  expect(differences(TRUTH, withLines(...TRUTH.lines.slice(1)), 'why')).toEqual([
    expect.stringContaining('lacks'),
  ]);
  expect(differences(TRUTH, withLines(...TRUTH.lines, ...TRUTH.lines.slice(2)), 'why')).toEqual([
    expect.stringContaining('doubled'),
  ]);
});
