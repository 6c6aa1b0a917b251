import type { StepStatus } from '#lib/core/sync-run.ts';
import type { DumpLine } from '#lib/db/testing/canonical-dump.ts';
import { ORPHAN } from '#lib/db/testing/canonical-dump.ts';

/** What a read says of itself in the store. */
export type ReadState = { outcome: StepStatus; incomplete: boolean; way: string | null };

export type Store = {
  lines: readonly DumpLine[];
  /** By '<source>/<tenant>/<month>/<scope>'. */
  reads: ReadonlyMap<string, ReadState>;
  /** What is said of a customer or a subscription, by '<month> <tenant> <subscription> <what>'. */
  said: ReadonlyMap<string, string>;
};

const FACTS_OF_READS = (line: DumpLine): boolean => line.read !== null && line.table !== 'source_reads';

const textOf = (lines: readonly DumpLine[]): string => lines.map(({ text }) => text).join('\n');

const NAME_LENGTH = 160;
const SHOWN = 300;

/** The beginning, which says what it is, and the place where two differ. */
const shorten = (text: string, from: number): string =>
  from <= NAME_LENGTH
    ? text.slice(0, NAME_LENGTH + SHOWN)
    : `${text.slice(0, NAME_LENGTH)} ... ${text.slice(from, from + SHOWN)}`;

function sharedStart(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}

/** The first line that one has and the other has not, for people. */
export function firstDifference(expected: readonly DumpLine[], found: readonly DumpLine[]): string | null {
  const [left, right] = [new Set(expected.map(({ text }) => text)), new Set(found.map(({ text }) => text))];
  const missing = expected.find(({ text }) => !right.has(text));
  const added = found.find(({ text }) => !left.has(text));
  if (missing === undefined && added === undefined)
    return expected.length === found.length ? null : 'doubled rows';
  const from = Math.max(0, sharedStart(missing?.text ?? '', added?.text ?? '') - 80);
  return [missing && `lacks ${shorten(missing.text, from)}`, added && `has   ${shorten(added.text, from)}`]
    .filter((part) => part !== undefined)
    .map((part) => `  ${part}`)
    .join('\n');
}

/**
 * Sources whose questions are made of what others brought: while those are not whole, fewer things are asked for. What
 * was asked for is whole all the same.
 */
const ASKED_BY: Readonly<Record<string, readonly string[]>> = {
  'billing-profiles': ['billing-accounts'],
  'billing-customers': ['billing-accounts'],
  'billing-subscriptions': ['billing-accounts'],
  'billing-transfers': [
    'billing-accounts',
    'billing-profiles',
    'billing-customers',
    'delegations',
    'role-assignments',
  ],
  'delegation-definitions': ['subscriptions'],
  delegations: ['subscriptions', 'delegation-definitions'],
  'role-assignments': ['subscriptions', 'partner-links'],
  'resource-groups': ['subscriptions', 'delegations'],
  'role-definitions': ['subscriptions'],
  identities: [
    'delegations',
    'delegation-definitions',
    'subscriptions',
    'customer-delegations',
    'customer-subscriptions',
  ],
  'group-schedules': ['identities', 'delegations', 'subscriptions'],
  'customer-delegations': ['customer-subscriptions', 'subscriptions'],
  'customer-role-assignments': ['customer-subscriptions', 'subscriptions'],
  'customer-identities': ['role-assignments', 'customer-role-assignments', 'subscriptions'],
  'deny-assignments': ['resource-groups', 'subscriptions', 'customer-subscriptions', 'role-assignments'],
  'role-schedules': ['customer-identities', 'role-assignments', 'customer-role-assignments'],
  'partner-links': ['customer-identities', 'identities', 'delegations'],
  costs: ['cost-dimensions', 'billing-customers', 'billing-subscriptions', 'billing-profiles'],
};

const sourceOf = (read: string): string => read.slice(0, read.indexOf('/'));

const isWhole = (state: ReadState | undefined): boolean => state?.outcome === 'done' && !state.incomplete;

/** Sources of which any read is not whole, compared with the store that met no fault. */
function brokenSources(expected: Store, found: Store): Set<string> {
  const broken = new Set<string>();
  for (const [read, state] of expected.reads) {
    const now = found.reads.get(read);
    if (now === undefined || (isWhole(state) && !isWhole(now))) broken.add(sourceOf(read));
  }
  return broken;
}

/** True where what is asked of this source hung on another one that is broken. */
function hungOnOthers(source: string, broken: ReadonlySet<string>, seen = new Set<string>()): boolean {
  if (seen.has(source)) return false;
  seen.add(source);
  return (ASKED_BY[source] ?? []).some((one) => broken.has(one) || hungOnOthers(one, broken, seen));
}

/** Reads that call themselves whole and hold something else than what Azure has; but for what was `lost` unseen. */
export function wrongReads(expected: Store, found: Store, lost: ReadonlySet<string>): string[] {
  const broken = brokenSources(expected, found).union(lost);
  const byRead = (lines: readonly DumpLine[]) =>
    Map.groupBy(lines.filter(FACTS_OF_READS), ({ read }) => read ?? '');
  const [left, right] = [byRead(expected.lines), byRead(found.lines)];
  const problems: string[] = [];
  for (const [read, state] of found.reads) {
    const source = sourceOf(read);
    // Another way brings other columns, and of role assignments those too that do not matter.
    if (!isWhole(state) || expected.reads.get(read)?.way !== state.way) continue;
    if (lost.has(source) || hungOnOthers(source, broken)) continue;
    const difference = firstDifference(left.get(read) ?? [], right.get(read) ?? []);
    if (difference !== null) problems.push(`${read} says that it is whole, and is not:\n${difference}`);
  }
  return problems;
}

/**
 * False where a run may be complete and hold something else: Resource Graph failed and the lists were read, which tell
 * more of some things and less of others, or a right was missing, which is a result and is shown as one.
 */
export const isReadAlike = (expected: Store, found: Store): boolean =>
  [...found.reads].every(([read, { way, outcome }]) => {
    const then = expected.reads.get(read);
    return then?.way === way && (outcome !== 'forbidden' || then.outcome === 'forbidden');
  });

export function orphans(found: Store): string[] {
  const left = found.lines.filter(({ read, text }) => read === ORPHAN || text.includes(`"${ORPHAN}"`));
  const [first] = left;
  return first === undefined
    ? []
    : [`${left.length} rows belong to no current read: ${first.text.slice(0, 300)}`];
}

const GREENNESS: Readonly<Record<string, number>> = {
  ...{ earning: 2, covered: 2, credited: 2, yes: 2, automatic: 2 },
  ...{ partial: 1, partly: 1 },
};
const greennessOf = (word: string | undefined): number => GREENNESS[word ?? ''] ?? 0;

const differing = (
  expected: Store,
  found: Store,
  isWrong: (word: string, truth: string | undefined) => boolean,
): string[] =>
  [...found.said].flatMap(([key, word]) => {
    const truth = expected.said.get(key);
    return isWrong(word, truth) ? [`${key} is ${word}, and in truth ${truth ?? 'not there'}`] : [];
  });

/** What is better than the truth; unknown is never better. */
export const falseGreens = (expected: Store, found: Store): string[] =>
  differing(expected, found, (word, truth) => greennessOf(word) > greennessOf(truth));

const NO: ReadonlySet<string> = new Set(['no', 'not-covered', 'not-credited', 'not-earning']);

/** A plain no where the truth is none: what could not be read is unknown. */
export const falseNos = (expected: Store, found: Store): string[] =>
  differing(expected, found, (word, truth) => NO.has(word) && truth !== undefined && !NO.has(truth));

const WAYS_OF_ACCESS = /"way":"(?:list|resource-graph)"/g;
const WHY_UNREAD = /"reason":"[a-z-]+","source":"([a-z-]+)","missingRight":(?:null|"(?:[^"\\]|\\.)*")/g;

/**
 * A closed month is judged once: by which way access was read then, or why cost was not, is of that time. And what any
 * customer may answer for all, such as the columns of cost, tells by its own failure why that of another is unread.
 */
export const withoutThen = (line: DumpLine): DumpLine =>
  line.table === 'subscription_details'
    ? {
        ...line,
        text: line.text.replaceAll(WAYS_OF_ACCESS, '"way":"<any>"').replaceAll(WHY_UNREAD, '"source":"$1"'),
      }
    : line;

/** Customers that met no fault are as if there had been none. */
export function touchedOthers(
  expected: Store,
  found: Store,
  { tenantId, customers }: { tenantId: string; customers: ReadonlySet<string> },
): string[] {
  const others = ({ lines }: Store) =>
    lines.filter(
      (line) =>
        line.tenantId !== tenantId && customers.has(line.tenantId ?? '') && line.table !== 'source_reads',
    );
  const difference = firstDifference(others(expected).map(withoutThen), others(found).map(withoutThen));
  return difference === null ? [] : [`customers other than ${tenantId} are affected:\n${difference}`];
}

export function differences(expected: Store, found: Store, why: string): string[] {
  if (textOf(expected.lines) === textOf(found.lines)) return [];
  return [`${why}:\n${firstDifference(expected.lines, found.lines) ?? '  the order of lines'}`];
}
