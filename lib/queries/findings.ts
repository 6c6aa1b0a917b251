import 'server-only';
import { addMoney } from '#lib/core/add-money.ts';
import type { FindingState } from '#lib/core/statuses.ts';
import { FINDING_STATES } from '#lib/core/statuses.ts';
import { findCustomer } from '#lib/db/customers.ts';
import {
  countFindingsByCause,
  countFindingsByState,
  countMatchingFindings,
  everyFinding,
  findFewFindings,
  listCauseSums,
  listFindings,
  type FindingFilter,
  type FindingSort,
} from '#lib/db/finding-list.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { keptAnswer, versionOf } from './kept-answers.ts';
import { moneyByMonth } from './month-money.ts';
import type { Finding, FindingGroup, FindingList, FindingsQuery } from './schemas/findings.ts';
import type { RowsQuery, RowsWindow } from './schemas/rows.ts';
import { showFindings } from './show-finding.ts';

/** States in which somebody still has to do something. */
const ACTIVE: readonly FindingState[] = ['open', 'in-progress', 'waiting'];

/** One window of the findings that match, with the groups and totals of all that do. */
export async function getFindings(query: FindingsQuery): Promise<FindingList> {
  const context = await queryContext();
  const { db, visible } = context;
  const offset = parseCursor(query.cursor);
  const window = await readWindow(context, { ...query, offset });
  const filter = findingFilter(query, context);
  return {
    ...window,
    nextCursor: nextCursor(offset, window.items.length, window.total),
    ...(await getFindingFrame(context, filter)),
    customer: await customerOf(filter, { db, visible }),
  };
}

/** Further rows of the same view. */
export const getFindingRows = async (query: RowsQuery<'findings'>): Promise<RowsWindow<Finding>> =>
  readWindow(await queryContext(), query);

type WindowQuery = Omit<FindingsQuery, 'cursor'> & { offset: number };

async function readWindow(
  context: QueryContext,
  { limit, offset, ...query }: WindowQuery,
): Promise<RowsWindow<Finding>> {
  const { db } = context;
  const asked = findingFilter(query, context);
  // Asked first: what is written meanwhile makes the rows newer than they say, never older.
  const version = await versionOf(context);
  const filter = await narrow(context, asked);
  const total = await keptAnswer(context, `findings counted ${JSON.stringify(asked)}`, () =>
    countMatchingFindings(db, filter),
  );
  const page = { sort: parseFindingSort(query.sort), limit, offset };
  const items = await keptAnswer(context, `findings ${JSON.stringify([asked, page])}`, async () =>
    showFindings(context, await listFindings(db, filter, page)),
  );
  return { items, total, offset, version };
}

type Frame = Pick<FindingList, 'totals' | 'groups' | 'byState' | 'asOf' | 'completeness'>;

/** What stands around any window of findings. */
export async function getFindingFrame(context: QueryContext, wanted: FindingFilter): Promise<Frame> {
  const { db, visible } = context;
  const asked = JSON.stringify(wanted);
  const filter = await narrow(context, wanted);
  const counts = await keptAnswer(context, `causes ${asked}`, () => countFindingsByCause(db, filter));
  const sums = await keptAnswer(context, `causes' sums ${asked}`, () => listCauseSums(db, filter));
  const months = await moneyByMonth(context, sums, ({ cause }) => cause);
  const groups = counts.map(({ cause, findings, customers }): FindingGroup => ({
    cause,
    findings,
    customers,
    missed: addMoney((months.get(cause) ?? []).map(({ totals }) => totals)),
  }));
  const { period } = await choosePeriod(context, undefined);
  const completeness = await getCompleteness(context, period);
  const byState = Object.fromEntries(FINDING_STATES.map((state) => [state, 0])) as Frame['byState'];
  const states = await keptAnswer(context, `findings by state ${filter.tenantId ?? ''}`, () =>
    countFindingsByState(db, { ...everyFinding(visible), tenantId: filter.tenantId }),
  );
  for (const { state, findings } of states) byState[state] = findings;
  return {
    totals: addMoney(groups.map(({ missed }) => missed)),
    groups,
    byState,
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

export async function customerOf(
  { tenantId }: FindingFilter,
  { db, visible }: Pick<QueryContext, 'db' | 'visible'>,
): Promise<FindingList['customer']> {
  const customer = tenantId === null ? null : await findCustomer(db, tenantId, visible);
  return customer === null ? null : { tenantId: customer.tenantId, displayName: customer.displayName };
}

export const findingFilter = (
  query: Omit<FindingsQuery, 'limit' | 'cursor'> & { only?: string[] | undefined },
  { actor, visible }: QueryContext,
): FindingFilter => ({
  states: statesOf(query.state),
  cause: query.cause ?? null,
  tenantId: query.customer?.toLowerCase() ?? null,
  subscriptionId: query.subscription?.toLowerCase() ?? null,
  owner: query.owner === 'me' ? actor.id : (query.owner ?? null),
  q: query.q?.trim() || null,
  only: query.only ?? null,
  among: null,
  visible,
});

/** A search looks at every name; it does so once for all that is asked of what it finds. */
export const narrow = async (context: QueryContext, filter: FindingFilter): Promise<FindingFilter> =>
  filter.q === null
    ? filter
    : {
        ...filter,
        among: await keptAnswer(context, `findings found ${JSON.stringify(filter)}`, () =>
          findFewFindings(context.db, filter),
        ),
      };

function statesOf(state: FindingsQuery['state']): FindingFilter['states'] {
  if (state === undefined || state === 'all') return null;
  return state === 'active' ? ACTIVE : [state];
}

export function parseFindingSort(sort: FindingsQuery['sort']): FindingSort {
  const text = sort ?? '-missed';
  const descending = text.startsWith('-');
  // The schema lists each key with and without the sign.
  return { by: (descending ? text.slice(1) : text) as FindingSort['by'], descending };
}
