import 'server-only';
import { includesRole } from '#lib/auth/roles.ts';
import type { Cause } from '#lib/core/causes.ts';
import { listFindingsByCause, type FindingSort } from '#lib/db/finding-list.ts';
import { listUnlinkedDelegations } from '#lib/db/unlinked-delegations.ts';
import { LISTED_ROLES } from '#lib/core/roles.ts';
import { queryContext, type QueryContext } from './context.ts';
import {
  customerOf,
  findingFilter,
  getFindingFrame,
  getFindings,
  narrow,
  parseFindingSort,
} from './findings.ts';
import type { FindingGroup } from './schemas/findings.ts';
import type { Gaps, GapsQuery } from './schemas/gaps.ts';
import { listOwners } from './owner-choice.ts';
import { getAppInfo } from './app-info.ts';
import { keptAnswer, versionOf } from './kept-answers.ts';
import { showFindings } from './show-finding.ts';

const OF_EACH_CAUSE = 5;

/** Findings as support staff work through them: by cause while none is chosen, worst money first unless asked. */
export async function getGaps(query: GapsQuery): Promise<Gaps> {
  const asked = { ...query, state: query.state ?? ('active' as const) };
  const context = await queryContext();
  const mayChange = includesRole(context.actor.roles, 'Pec.Support');
  const people = mayChange ? await listOwners(context.db) : [];
  if (query.cause !== undefined)
    return { ...(await getFindings(asked)), byCause: null, unlinked: null, mayChange, people };
  const filter = findingFilter(asked, context);
  const version = await versionOf(context);
  const frame = await getFindingFrame(context, filter);
  const sort = parseFindingSort(query.sort);
  const items = await keptAnswer(context, `of each cause ${JSON.stringify([filter, sort])}`, async () => {
    const page = { sort, ofEach: OF_EACH_CAUSE };
    const listed = await listFindingsByCause(context.db, await narrow(context, filter), page);
    return showFindings(
      context,
      listed.flatMap(({ findings }) => findings),
    );
  });
  const byCause = Map.groupBy(items, ({ cause }) => cause);
  return {
    ...frame,
    items,
    nextCursor: null,
    ...{ offset: 0, version },
    total: frame.groups.reduce((total, { findings }) => total + findings, 0),
    customer: await customerOf(filter, context),
    byCause: inOrder(frame.groups, [...byCause.keys()], sort).map((group) => ({
      ...group,
      items: byCause.get(group.cause) ?? [],
    })),
    unlinked: isWhole(query) ? await unlinkedOf(context) : null,
    mayChange,
    people,
  };
}

/** Causes by all that they missed, worst first; else each stands where the first of its findings does. */
function inOrder(
  groups: readonly FindingGroup[],
  causes: readonly Cause[],
  { by, descending }: FindingSort,
): FindingGroup[] {
  if (by === 'missed') return descending ? [...groups] : groups.toReversed();
  return groups.toSorted((left, right) => causes.indexOf(left.cause) - causes.indexOf(right.cause));
}

/** Nothing narrows what is shown. */
const isWhole = ({ state, customer, subscription, owner, q }: GapsQuery): boolean =>
  [state, customer, subscription, owner, q].every((filter) => filter === undefined);

const MOST_DELEGATIONS = 20;
const EARNING_ROLES = LISTED_ROLES.filter(({ earns }) => earns === 'yes').map(
  ({ roleDefinitionId }) => roleDefinitionId,
);

async function unlinkedOf(context: QueryContext): Promise<Gaps['unlinked']> {
  const { db, visible, managingTenantId } = context;
  if (managingTenantId === null) return null;
  const { partnerIds } = getAppInfo();
  const { delegations, total } = await keptAnswer(context, 'unlinked delegations', () =>
    listUnlinkedDelegations(db, {
      ...{ managingTenantId, visible, partnerIds },
      ...{ earningRoles: EARNING_ROLES, limit: MOST_DELEGATIONS },
    }),
  );
  return { total, items: delegations };
}
