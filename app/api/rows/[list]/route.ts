import { answer, notFound, parseQuery, respond } from '#app/api/respond.ts';
import { auditRows } from '#components/audit/audit-columns.ts';
import { changeRows } from '#components/changes/change-columns.ts';
import { choiceOf } from '#components/costs/choice.ts';
import { costRows } from '#components/costs/cost-columns.ts';
import { customerCount, customerRows } from '#components/customers/customer-columns.ts';
import { findingRows } from '#components/gaps/finding-columns.ts';
import type { FoundRows, GridRow, GridWindow } from '#components/grid/grid-shape.ts';
import { wordingFor } from '#components/language/in-server.ts';
import { linkRows } from '#components/links/link-columns.ts';
import { roleRows } from '#components/roles/role-columns.ts';
import { subscriptionCount, subscriptionRows } from '#components/subscriptions/subscription-columns.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { includesRole, isRole } from '#lib/auth/roles.ts';
import { getAppInfo } from '#lib/queries/app-info.ts';
import { getAuditRows } from '#lib/queries/audit.ts';
import { getChangeRows } from '#lib/queries/changes.ts';
import { getCostRows } from '#lib/queries/costs.ts';
import { getCustomerRows, getFoundCustomers } from '#lib/queries/customers.ts';
import { getFindingRows } from '#lib/queries/findings.ts';
import { getLinkRows } from '#lib/queries/links.ts';
import { getRoleRows } from '#lib/queries/roles.ts';
import { rowsQueries, type RowsList } from '#lib/queries/schemas/rows.ts';
import { getSession } from '#lib/queries/session.ts';
import { getFoundSubscriptions, getSubscriptionRows } from '#lib/queries/subscriptions.ts';

const windowWith = ({ total, version }: Omit<GridWindow, 'rows'>, rows: GridRow[]): GridWindow => ({
  ...{ total, version, rows },
});

type Sought<Window, Found> = {
  read: () => Promise<Window>;
  find: () => Promise<Found>;
  rows: (window: Window) => GridRow[];
  count: (found: Found) => string;
};

/** Of a list whose search shows its rows before the page follows: then with what the page says of their number. */
async function readOrFind<Window extends Omit<GridWindow, 'rows'>, Found extends Window>(
  isSearch: boolean,
  { read, find, rows, count }: Sought<Window, Found>,
): Promise<GridWindow | FoundRows> {
  if (!isSearch) {
    const window = await read();
    return windowWith(window, rows(window));
  }
  const found = await find();
  return { ...windowWith(found, rows(found)), count: count(found) };
}

const LISTS: Readonly<Record<RowsList, (request: Request) => Promise<GridWindow | FoundRows>>> = {
  customers: (request) => {
    const { columns, found, ...asked } = parseQuery(request, rowsQueries.customers);
    const shown = { columns, wording: wordingFor(request) };
    return readOrFind(found !== undefined, {
      read: () => getCustomerRows(asked),
      find: () => getFoundCustomers(asked),
      rows: (window) => customerRows(window.items, window, shown),
      count: (window) => customerCount(shown.wording, asked, window),
    });
  },
  subscriptions: (request) => {
    const { columns, found, ...asked } = parseQuery(request, rowsQueries.subscriptions);
    const shown = { columns, wording: wordingFor(request) };
    return readOrFind(found !== undefined, {
      read: () => getSubscriptionRows(asked),
      find: () => getFoundSubscriptions(asked),
      rows: (window) => subscriptionRows(window.items, window, shown),
      count: (window) => subscriptionCount(shown.wording, asked, window),
    });
  },
  costs: async (request) => {
    const { columns, ...asked } = parseQuery(request, rowsQueries.costs);
    const { limit: _limit, offset: _offset, ...query } = asked;
    const window = await getCostRows(asked);
    const around = { choice: choiceOf({ ...query, columns }), now: window.now };
    const shape = { groupBy: window.groupBy, columns, wording: wordingFor(request) };
    return windowWith(window, costRows(window.items, shape, around));
  },
  links: async (request) => {
    const { columns, ...asked } = parseQuery(request, rowsQueries.links);
    const { roles } = await getSession();
    const attests = includesRole(roles.filter(isRole), 'Pec.Support') && getAppInfo().partnerIds.length > 0;
    const window = await getLinkRows(asked);
    const shown = { columns, wording: wordingFor(request) };
    return windowWith(window, linkRows(window.items, { now: window.now, attests }, shown));
  },
  findings: async (request) => {
    const { columns, ...asked } = parseQuery(request, rowsQueries.findings);
    const window = await getFindingRows({ ...asked, state: asked.state ?? 'active' });
    return windowWith(window, findingRows(window.items, { columns, wording: wordingFor(request) }));
  },
  roles: async (request) => {
    const { columns, ...asked } = parseQuery(request, rowsQueries.roles);
    const wording = wordingFor(request);
    const window = await getRoleRows(asked, wording.language);
    return windowWith(window, roleRows(window.items, window, { columns, wording }));
  },
  changes: async (request) => {
    const { columns, ...asked } = parseQuery(request, rowsQueries.changes);
    const window = await getChangeRows(asked);
    return windowWith(window, changeRows(window.items, { columns, wording: wordingFor(request) }));
  },
  audit: async (request) => {
    const { columns, ...asked } = parseQuery(request, rowsQueries.audit);
    const window = await getAuditRows(asked);
    return windowWith(window, auditRows(window.items, { columns, wording: wordingFor(request) }));
  },
};

const isList = (name: string): name is RowsList => Object.hasOwn(LISTS, name);

/** Rows as a list's page shows them, for whoever scrolls on. */
export const GET = (request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> =>
  respond(async () => {
    await requireActor('Pec.Viewer');
    const { list } = await params;
    return isList(list) ? answer(await LISTS[list](request)) : notFound('No list has this name.');
  });
