import { z } from 'zod';
import { AzureFailure } from '#lib/azure/failure.ts';
import { readDelegations } from '#lib/azure/lighthouse/read.ts';
import {
  readBulkAssignments,
  readBulkDefinitions,
  readBulkResourceGroups,
  readBulkRoleAssignments,
  readBulkSubscriptions,
  type GraphPage,
  type GraphQuestion,
  type OfTenant,
} from '#lib/azure/resource-graph/read.ts';
import { readRoleAssignments } from '#lib/azure/role-assignments/read.ts';
import { readSubscriptions } from '#lib/azure/subscriptions/read.ts';
import type { Caller } from '#lib/azure/room.ts';
import type { Delegation } from '#lib/core/facts.ts';
import type { SubscriptionId, TenantId } from '#lib/core/ids.ts';
import { compareDelegations, sampleOf } from '#lib/core/source-checks.ts';
import { groupSubscriptions, planSubscriptionGroups } from '#lib/core/subscription-groups.ts';
import { listVisibleSubscriptions, saveSubscriptions } from '#lib/db/customers.ts';
import type { Db } from '#lib/db/db.ts';
import { findDefinitions, saveDefinitions } from '#lib/db/definitions.ts';
import { listNarrowlyDelegated, saveDelegations } from '#lib/db/delegations.ts';
import { listLinks } from '#lib/db/directory.ts';
import { findSourceRead, ownRead } from '#lib/db/reads.ts';
import { saveResourceGroups } from '#lib/db/restrictions.ts';
import { listDelegationIds, saveSourceCheck } from '#lib/db/source-checks.ts';
import { saveRoleAssignments } from '#lib/db/role-assignments.ts';
import { coverVisibleSubscriptions, saveSubscriptionReads } from '#lib/db/subscription-reads.ts';
import { tellStepReason } from '#lib/core/step-reasons.ts';
import { instant } from '../deps.ts';
import { failureOf, WrongCount } from '../failures.ts';
import { complete, requireCount, storeRows, type StepContext, type StepResult } from '../step-context.ts';
import { readEachSubscription } from './lists.ts';

type Ask<Row> = (question: GraphQuestion) => AsyncIterable<GraphPage<Row>>;

/** A failed token or a stop would end the other way too, and a foreign host ends the step. */
const ENDS_BOTH_WAYS = new Set(['aborted', 'credential', 'no-consent', 'unauthorized', 'foreign-host']);

/**
 * Resource Graph first; where it refuses or fails, the lists of Resource Manager, and the read says so. A step
 * taken up again goes on by the way it was on.
 */
async function byGraphElseList(
  context: StepContext,
  ways: { graph: () => Promise<StepResult>; list: () => Promise<StepResult> },
): Promise<StepResult> {
  if (context.way === 'list') return ways.list();
  context.way = 'resource-graph';
  try {
    const result = await ways.graph();
    requireCount(context);
    return result;
  } catch (error) {
    const isLost = error instanceof WrongCount;
    if (!isLost && (!(error instanceof AzureFailure) || ENDS_BOTH_WAYS.has(error.kind))) throw error;
    context.deps.log.warn(
      { source: context.key.source, err: error },
      'Resource Graph failed; lists are read',
    );
    await context.startOver('list');
    return ways.list();
  }
}

/** What is asked of all subscriptions (null), or of some. */
type Question<Row> = { ask: Ask<Row>; subscriptions: readonly SubscriptionId[] | null };

type Keeping<Row, Kept> = {
  /** Whatever has to be asked before a page can be stored. */
  prepare: (rows: Row[]) => Promise<Kept[]>;
  save: (tx: Db, readId: string, rows: Kept[]) => Promise<unknown>;
};

/** All pages of all questions; the cursor is '<question> <token>'. */
async function storeGraphPages<Row, Kept>(
  context: StepContext,
  questions: readonly Question<Row>[],
  { prepare, save }: Keeping<Row, Kept>,
): Promise<void> {
  const [first = '0', token = ''] = context.cursor?.split(' ', 2) ?? [];
  for (const [index, { ask, subscriptions }] of questions.entries()) {
    if (index < Number(first)) continue;
    const resume = index === Number(first) && token !== '' ? token : null;
    for await (const { rows, next } of ask({ subscriptions, resume })) {
      const kept = await prepare(rows);
      context.done += rows.length;
      const cursor = next === null ? `${index + 1} ` : `${index} ${next}`;
      await context.storePage((tx) => save(tx, context.readId, kept), { done: context.done, cursor });
    }
  }
}

const asRead = <Row>(rows: Row[]): Promise<Row[]> => Promise.resolve(rows);

/** Of all that the managing tenant sees, at once or in the groups that Resource Graph needs. */
async function ofVisible<Row>({ deps }: StepContext, ask: Ask<Row>): Promise<Question<Row>[]> {
  const ids = (await listManaged(deps.db)).map(({ subscriptionId }) => subscriptionId);
  return planSubscriptionGroups(ids).map((subscriptions) => ({ ask, subscriptions }));
}

/** What the managing tenant's token sees. */
const listManaged = async (db: Db) =>
  (await listVisibleSubscriptions(db)).filter(({ source }) => source === 'subscriptions');

export const readDelegatedSubscriptions = (context: StepContext): Promise<StepResult> =>
  byGraphElseList(context, {
    graph: async () => {
      const caller = context.caller();
      const ask = (question: GraphQuestion) => readBulkSubscriptions(caller, question);
      await storeGraphPages(context, [{ ask, subscriptions: null }], {
        prepare: asRead,
        save: saveSubscriptions,
      });
      // Resource Graph answers an empty page where a token sees nothing, and also where it is behind.
      if (context.done === 0) throw nothingInGraph();
      return complete;
    },
    list: async () => {
      await storeRows(context, [{ read: readSubscriptions }], (tx, rows) =>
        saveSubscriptions(tx, context.readId, rows),
      );
      return complete;
    },
  });

const nothingInGraph = () =>
  new AzureFailure({
    kind: 'malformed',
    source: 'resource-graph',
    message: tellStepReason('graph-shows-nothing', {}),
  });

/** Only Resource Graph lists definitions by themselves: the lists bring each delegation with its own. */
export async function readDefinitions(context: StepContext): Promise<StepResult> {
  context.way = 'resource-graph';
  const caller = context.caller();
  const questions = await ofVisible(context, (question) => readBulkDefinitions(caller, question));
  await storeGraphPages(context, questions, { prepare: asRead, save: saveDefinitions });
  return complete;
}

export const readAllDelegations = (context: StepContext): Promise<StepResult> =>
  byGraphElseList(context, {
    graph: async () => {
      await requireFreshDefinitions(context);
      const caller = context.caller();
      const questions = await ofVisible(context, (question) => readBulkAssignments(caller, question));
      const prepare = (rows: OfTenant<Delegation>[]) => withDefinitions(context, rows);
      await storeGraphPages(context, questions, { prepare, save: saveDelegations });
      await coverVisibleSubscriptions(context.deps.db, context.readId);
      return compareWithLists(context);
    },
    list: () => readListOfAll(context, readDelegations, saveDelegations),
  });

/** Asks beside the list that the step reads, whose rows are counted. */
const uncounted = (caller: Caller): Caller => ({ ...caller, onPage: () => undefined });

/** Resource Graph is a copy: of a few subscriptions, others each time, the lists say whether it is a true one. */
const SAMPLES = 3;

async function compareWithLists(context: StepContext): Promise<StepResult> {
  const { deps, readId } = context;
  const visible = (await listManaged(deps.db)).map(({ subscriptionId }) => subscriptionId);
  const samples: Parameters<typeof compareDelegations>[0][number][] = [];
  for (const subscriptionId of sampleOf(visible, readId, SAMPLES)) {
    const list = await listIds(context, subscriptionId);
    if (list instanceof AzureFailure) return { incomplete: failureOf(list, context.key) };
    if (list === null) continue;
    samples.push({ subscriptionId, list, graph: await listDelegationIds(deps.db, readId, subscriptionId) });
  }
  const found = compareDelegations(samples);
  const key = { check: 'delegations-by-list', tenantId: '', period: '' } as const;
  await context.storePage((tx) => saveSourceCheck(tx, key, found, instant(deps)), { done: context.done });
  if (found.example === null) return complete;
  const failure = { kind: 'sources-differ', message: found.example, missingRight: null };
  return { incomplete: { ...failure, status: null, code: null } };
}

/**
 * What one list fails with takes nothing from what Resource Graph showed: null where it cannot be had, which is not
 * compared then; the failure where it leads to a host that is not Azure, which ends the step.
 */
async function listIds(
  context: StepContext,
  subscriptionId: SubscriptionId,
): Promise<string[] | AzureFailure | null> {
  const caller = uncounted(context.caller());
  const { answers } = caller.resumed;
  const question = `list of ${subscriptionId}`;
  const kept = await answers.find(question);
  if (kept !== null) return z.array(z.string()).parse(JSON.parse(kept));
  try {
    const ids: string[] = [];
    for await (const page of readDelegations(caller, subscriptionId)) ids.push(...page.map(({ id }) => id));
    await answers.keep(question, JSON.stringify(ids));
    return ids;
  } catch (error) {
    if (!(error instanceof AzureFailure) || error.kind === 'aborted') throw error;
    return error.kind === 'foreign-host' ? error : null;
  }
}

/** Without definitions every delegation would look broken. */
async function requireFreshDefinitions({ deps }: StepContext): Promise<void> {
  const read = await findSourceRead(deps.db, ownRead('delegation-definitions'));
  if (read?.currentReadId && read.outcome === 'done') return;
  throw new AzureFailure({
    kind: 'unavailable',
    source: 'resource-graph',
    message: tellStepReason('no-definitions', {}),
  });
}

/** A delegation whose definition Resource Graph lacks is asked for by itself: it may only be behind. */
async function withDefinitions(
  { deps, caller }: StepContext,
  rows: readonly OfTenant<Delegation>[],
): Promise<OfTenant<Delegation>[]> {
  const definitions = await findDefinitions(
    deps.db,
    rows.map(({ definitionId }) => definitionId),
  );
  const lacking = rows.filter(({ definitionId }) => !definitions.has(definitionId));
  const listed = new Map<string, Delegation>();
  for (const subscriptionId of new Set(lacking.map((row) => row.subscriptionId))) {
    for await (const page of readDelegations(uncounted(caller()), subscriptionId)) {
      for (const row of page) listed.set(row.id, row);
    }
  }
  return rows.map((row) => ({
    ...row,
    definition: definitions.get(row.definitionId) ?? listed.get(row.id)?.definition ?? null,
  }));
}

/** Besides what the question itself keeps: roles of identities whose link we know. */
export const readAllRoleAssignments = (context: StepContext): Promise<StepResult> =>
  byGraphElseList(context, {
    graph: async () => {
      const links = await listLinks(context.deps.db);
      const principals = [...new Set(links.map(({ principalId }) => principalId))];
      const caller = context.caller();
      const questions = await ofVisible(context, (question) =>
        readBulkRoleAssignments(caller, { ...question, principals }),
      );
      await storeGraphPages(context, questions, { prepare: asRead, save: saveRoleAssignments });
      await coverVisibleSubscriptions(context.deps.db, context.readId);
      return complete;
    },
    list: () => readListOfAll(context, readRoleAssignments, saveRoleAssignments),
  });

/** The list of every subscription that the managing tenant sees, some at a time. */
async function readListOfAll<Row extends object>(
  context: StepContext,
  readOne: (caller: Caller, id: SubscriptionId) => AsyncIterable<Row[]>,
  save: (tx: Db, readId: string, rows: (Row & { tenantId: TenantId })[]) => Promise<unknown>,
): Promise<StepResult> {
  const targets = (await listManaged(context.deps.db)).map(({ subscriptionId, tenantId }) => ({
    subscriptionId,
    tenantId,
    ways: [{ via: 'managing-tenant' as const, caller: context.caller() }],
  }));
  return readEachSubscription(context, targets, { readOne, save });
}

/** Groups that something else manages; and all groups where a delegation is at a group. */
export async function readGroups(context: StepContext): Promise<StepResult> {
  context.way = 'resource-graph';
  const { db } = context.deps;
  const caller = context.caller();
  const narrow = await listNarrowlyDelegated(db);
  const managed = await ofVisible(context, (question) =>
    readBulkResourceGroups(caller, { ...question, which: 'managed' }),
  );
  const all = groupSubscriptions(narrow).map((subscriptions) => ({
    ask: (question: GraphQuestion) => readBulkResourceGroups(caller, { ...question, which: 'all' }),
    subscriptions,
  }));
  await storeGraphPages(context, [...managed, ...all], { prepare: asRead, save: saveResourceGroups });
  const covered = narrow.map((subscriptionId) => ({
    subscriptionId,
    via: 'managing-tenant' as const,
    unreadReason: null,
    missingRight: null,
  }));
  await saveSubscriptionReads(db, context.readId, covered);
  return complete;
}
