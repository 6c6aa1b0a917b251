import 'server-only';
import type { Grant } from '#lib/core/seen-access.ts';
import { dayOf, startOf } from '#lib/core/periods.ts';
import { countChanges, listChanges, type ChangeFilter, type ListedChange } from '#lib/db/changes.ts';
import { BadQuery } from './bad-query.ts';
import { queryContext, type QueryContext } from './context.ts';
import { findNames, type Names } from './names.ts';
import type { Change, ChangeList, ChangeSide, ChangesQuery } from './schemas/changes.ts';

/** What changed between syncs, newest first. */
export async function getChanges(query: ChangesQuery): Promise<ChangeList> {
  const context = await queryContext();
  const { db, visible } = context;
  const filter: ChangeFilter = {
    since: sinceOf(query.since),
    tenantId: query.customer?.toLowerCase() ?? null,
    subscriptionId: query.subscription?.toLowerCase() ?? null,
    kind: query.kind ?? null,
    visible,
  };
  const { changes, total, more } = await listWindow(context, filter, query);
  const last = changes.at(-1);
  return {
    items: await showChanges(context, changes),
    nextCursor: more && last !== undefined ? Buffer.from(String(last.id)).toString('base64url') : null,
    total,
    byKind: (await countChanges(db, filter)).sort((left, right) => right.changes - left.changes),
  };
}

/** The cursor is the last change shown: new ones at the top push none out of sight. */
async function listWindow(
  { db }: QueryContext,
  filter: ChangeFilter,
  { limit, cursor }: Pick<ChangesQuery, 'limit' | 'cursor'>,
): Promise<{ changes: ListedChange[]; total: number; more: boolean }> {
  const before = cursor === undefined ? null : Number(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (before !== null && (!Number.isSafeInteger(before) || before < 1)) {
    throw new BadQuery('cursor', 'cursor is not one that this list gave; leave it out to start over');
  }
  const { changes, total } = await listChanges(db, filter, { limit: limit + 1, before });
  return { changes: changes.slice(0, limit), total, more: changes.length > limit };
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
