import 'server-only';
import { includesRole } from '#lib/auth/roles.ts';
import { listFindingsByCause } from '#lib/db/finding-list.ts';
import { queryContext } from './context.ts';
import { customerOf, findingFilter, getFindingFrame, getFindings } from './findings.ts';
import type { Gaps, GapsQuery } from './schemas/gaps.ts';
import { showFindings } from './show-finding.ts';

const OF_EACH_CAUSE = 5;

/** Findings as support staff work through them: by cause while none is chosen, worst money first. */
export async function getGaps(query: GapsQuery): Promise<Gaps> {
  const asked = { ...query, state: query.state ?? ('active' as const) };
  const context = await queryContext();
  const mayChange = includesRole(context.actor.roles, 'Pec.Support');
  if (query.cause !== undefined) return { ...(await getFindings(asked)), byCause: null, mayChange };
  const filter = findingFilter(asked, context);
  const frame = await getFindingFrame(context, filter);
  const listed = await listFindingsByCause(context.db, filter, OF_EACH_CAUSE);
  const items = await showFindings(
    context,
    listed.flatMap(({ findings }) => findings),
  );
  const byCause = Map.groupBy(items, ({ cause }) => cause);
  return {
    ...frame,
    items,
    nextCursor: null,
    total: frame.groups.reduce((total, { findings }) => total + findings, 0),
    customer: await customerOf(filter, context),
    byCause: frame.groups.map((group) => ({ ...group, items: byCause.get(group.cause) ?? [] })),
    mayChange,
  };
}
