import 'server-only';
import { parseTenantId } from '#lib/core/ids.ts';
import type { Grant } from '#lib/core/seen-access.ts';
import { dayOf, periodOf, startOf } from '#lib/core/periods.ts';
import {
  countChanges,
  countMatchingChanges,
  everyChange,
  listChanges,
  type ChangeFilter,
  type ListedChange,
} from '#lib/db/changes.ts';
import { badCursor, nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { queryContext, type QueryContext } from './context.ts';
import { findCustomer } from '#lib/db/customers.ts';
import { keptAnswer, versionOf } from './kept-answers.ts';
import { findNames, type Names } from './names.ts';
import type {
  Change,
  ChangeList,
  ChangeSide,
  ChangesPage,
  ChangesPageQuery,
  ChangesQuery,
} from './schemas/changes.ts';
import type { RowsQuery, RowsWindow } from './schemas/rows.ts';

/** What changed between syncs, newest first. */
export async function getChanges(query: ChangesQuery): Promise<ChangeList> {
  const context = await queryContext();
  const { db } = context;
  const filter = changeFilter(query, context);
  const { changes, more } = await listWindow(context, filter, query);
  const last = changes.at(-1);
  return {
    items: await showChanges(context, changes),
    nextCursor: more && last !== undefined ? Buffer.from(String(last.id)).toString('base64url') : null,
    total: await countMatchingChanges(db, filter),
    byKind: (await countChanges(db, filter)).sort((left, right) => right.changes - left.changes),
  };
}

/** One window of the changes that match, and how many there are in all. */
export async function getChangesPage(query: PageQuery): Promise<ChangesPage> {
  const context = await queryContext();
  const offset = parseCursor(query.cursor);
  const window = await readWindow(context, { ...query, offset });
  const completeness = await getCompleteness(context, periodOf(dayOf(context.now)));
  return {
    ...window,
    nextCursor: nextCursor(offset, window.items.length, window.total),
    unfilteredTotal: await countKept(context, everyChange(context.visible)),
    customer: await findChosen(context, query.customer),
    completeness,
  };
}

/** Further rows of the same view. */
export const getChangeRows = async (query: RowsQuery<'changes'>): Promise<RowsWindow<Change>> =>
  readWindow(await queryContext(), query);

type PageQuery = Omit<ChangesPageQuery, 'columns'>;
type WindowQuery = Omit<PageQuery, 'cursor'> & { offset: number };

async function readWindow(
  context: QueryContext,
  { offset, limit, ...query }: WindowQuery,
): Promise<RowsWindow<Change>> {
  const filter = changeFilter(query, context);
  const version = await versionOf(context);
  const total = await countKept(context, filter);
  const items = await keptAnswer(context, `changes ${JSON.stringify([filter, limit, offset])}`, async () =>
    showChanges(context, await listChanges(context.db, filter, { limit, offset })),
  );
  return { items, total, offset, version };
}

const countKept = (context: QueryContext, filter: ChangeFilter): Promise<number> =>
  keptAnswer(context, `changes counted ${JSON.stringify(filter)}`, () =>
    countMatchingChanges(context.db, filter),
  );

/** The customer that a view is narrowed to; null where it is not, or none may be seen by that id. */
async function findChosen({ db, visible }: QueryContext, asked: string | undefined) {
  const id = asked === undefined ? null : parseTenantId(asked);
  return id === null ? null : await findCustomer(db, id, visible);
}

type ChangeFilters = Omit<ChangesQuery, 'limit' | 'cursor'>;

export const changeFilter = (query: ChangeFilters, { visible }: QueryContext): ChangeFilter => ({
  since: sinceOf(query.since),
  tenantId: query.customer?.toLowerCase() ?? null,
  subscriptionId: query.subscription?.toLowerCase() ?? null,
  kind: query.kind ?? null,
  q: query.q?.trim() || null,
  visible,
});

/** The cursor is the last change shown: new ones at the top push none out of sight. */
async function listWindow(
  { db }: QueryContext,
  filter: ChangeFilter,
  { limit, cursor }: Pick<ChangesQuery, 'limit' | 'cursor'>,
): Promise<{ changes: ListedChange[]; more: boolean }> {
  const before = cursor === undefined ? null : Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (before !== null && (!Number.isSafeInteger(before) || before < 1)) {
    throw badCursor();
  }
  const changes = await listChanges(db, filter, { limit: limit + 1, before });
  return { changes: changes.slice(0, limit), more: changes.length > limit };
}

const sinceOf = (since: string | undefined): string | null => {
  if (since === undefined) return null;
  return since.includes('T') ? since : startOf(dayOf(`${since}T00:00:00Z`));
};

export async function showChanges(
  context: QueryContext,
  changes: readonly ListedChange[],
): Promise<Change[]> {
  const grants = changes.flatMap(({ before, after }) => [...grantsOf(before), ...grantsOf(after)]);
  const links = changes.flatMap(({ before, after }) => [...linkedOf(before), ...linkedOf(after)]);
  const names = await findNames(context, [], [...grants, ...links]);
  return changes.map(({ before, after, ...change }) => ({
    ...change,
    before: showSide(before, names),
    after: showSide(after, names),
  }));
}

type StoredSide = ListedChange['before'];

const isGrants = (value: unknown): value is readonly Grant[] => Array.isArray(value);

const grantsOf = (side: StoredSide): Grant[] =>
  side === null ? [] : Object.values(side).flatMap((value) => (isGrants(value) ? [...value] : []));

/** A link names a principal and no role. */
const linkedOf = (side: StoredSide): { principalId: string; roleDefinitionId: string }[] => {
  const principalId = side?.principalId;
  return typeof principalId === 'string' ? [{ principalId, roleDefinitionId: '' }] : [];
};

function showSide(side: StoredSide, { roles, principals }: Names): ChangeSide | null {
  if (side === null) return null;
  const shown = Object.fromEntries(
    Object.entries(side).map(([name, value]) => [
      name,
      typeof value === 'string' || value === null
        ? value
        : value.map((grant) => ({
            ...grant,
            principalName: principals.get(grant.principalId)?.displayName ?? null,
            roleName: roles.get(grant.roleDefinitionId) ?? null,
          })),
    ]),
  );
  const { principalId } = side;
  if (typeof principalId !== 'string') return shown;
  return { ...shown, principalName: principals.get(principalId)?.displayName ?? null };
}
