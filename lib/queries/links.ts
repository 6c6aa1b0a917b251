import 'server-only';
import { isStillKnown } from '#lib/core/freshness.ts';
import { carriesMuch } from '#lib/core/link-load.ts';
import { dayOf, periodOf } from '#lib/core/periods.ts';
import { LISTED_ROLES } from '#lib/core/roles.ts';
import type { Settings } from '#lib/core/settings.ts';
import { countLinkUses, listLinkUses, type LinkUse } from '#lib/db/link-list.ts';
import { findSettings } from '#lib/db/settings.ts';
import { getAppInfo } from './app-info.ts';
import { nextCursor, parseCursor } from './bad-query.ts';
import { getCompleteness } from './completeness.ts';
import { queryContext, type QueryContext } from './context.ts';
import { keptAnswer, versionOf } from './kept-answers.ts';
import { LINK_STATES, type Link, type LinkList, type LinksQuery, type LinkState } from './schemas/links.ts';
import type { RowsQuery, RowsWindow } from './schemas/rows.ts';

const NEEDED = new Set([
  'partner-links',
  'delegations',
  'role-assignments',
  'identities',
  'customer-identities',
  'customer-role-assignments',
]);

const DAY_MS = 24 * 60 * 60_000;

const EARNING_ROLES = LISTED_ROLES.filter(({ earns }) => earns === 'yes').map(
  ({ roleDefinitionId }) => roleDefinitionId,
);

/** Identities in use: whose link is known, how, and how much hangs on each. */
export async function getLinks(query: LinksQuery): Promise<LinkList> {
  const context = await queryContext();
  const offset = parseCursor(query.cursor);
  const { links, matching, served, ...window } = await readWindow(context, { ...query, offset });
  const completeness = (await getCompleteness(context, periodOf(dayOf(context.now)))).filter(({ source }) =>
    NEEDED.has(source),
  );
  return {
    ...window,
    nextCursor: nextCursor(offset, window.items.length, window.total),
    unfilteredTotal: links.length,
    byState: countStates(links),
    served,
    totalUses: await totalUsesOf(context, query, matching),
    heavy: heavyOf(links),
    asOf: completeness.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    completeness,
  };
}

/** Further rows of the same view. */
export async function getLinkRows(query: RowsQuery<'links'>): Promise<RowsWindow<Link> & { now: string }> {
  const context = await queryContext();
  const { items, total, offset, version } = await readWindow(context, query);
  return { now: context.now, items, total, offset, version };
}

type WindowQuery = Omit<LinksQuery, 'cursor'> & { offset: number };

async function readWindow(context: QueryContext, { offset, limit, ...query }: WindowQuery) {
  const version = await versionOf(context);
  const { links, served } = await listLinks(context);
  const matching = matchingLinks(links, query);
  const items = matching.slice(offset, offset + limit);
  return { items, total: matching.length, offset, version, links, matching, served };
}

/** One subscription may hang on several identities, so that their numbers do not add up; alone it hangs on one. */
async function totalUsesOf(
  context: QueryContext,
  { state, where, q }: LinksQuery,
  matching: readonly Link[],
): Promise<LinkList['totalUses']> {
  const alone = matching.reduce((total, link) => total + link.alone, 0);
  const asked = askedOf(context);
  const used = matching.filter(({ subscriptions }) => subscriptions > 0);
  if (asked === null || used.length === 0) return { subscriptions: 0, earning: 0, alone };
  // While nothing is written a link can only grow too old: as many that match are the same.
  const kept = JSON.stringify({ state, where, q, count: matching.length });
  const counted = await keptAnswer(context, `link totals ${kept}`, () =>
    countLinkUses(context.db, asked, used),
  );
  return { ...counted, alone };
}

/** Every identity in use, and how many subscriptions those linked to us serve. */
export async function listLinks(context: QueryContext): Promise<{ links: Link[]; served: number }> {
  const { partnerIds, partnerGlobalId } = getAppInfo();
  const asked = askedOf(context);
  const uses =
    asked === null ? [] : await keptAnswer(context, 'link uses', () => listLinkUses(context.db, asked));
  const around = { ...context, partnerIds, partnerGlobalId, settings: await findSettings(context.db) };
  const links = uses.map((use) => showLink(use, around)).sort(inOrder);
  return { links, served: uses[0]?.served ?? 0 };
}

function askedOf({ managingTenantId, visible }: QueryContext) {
  if (managingTenantId === null) return null;
  return { managingTenantId, visible, earningRoles: EARNING_ROLES, partnerIds: getAppInfo().partnerIds };
}

type Around = Pick<QueryContext, 'managingTenantId' | 'now'> & {
  partnerIds: readonly string[];
  partnerGlobalId: string | null;
  settings: Settings;
};

function showLink(use: LinkUse, around: Around): Link {
  const { tenantId, customerName, linked, type, served, ...rest } = use;
  return {
    ...rest,
    principalType: type,
    tenantId,
    tenantName: customerName,
    managingTenant: tenantId === around.managingTenantId,
    state: stateOf(use, around),
    ours: linked === true && use.partnerId !== null ? whoseId(use.partnerId, around) : null,
    carriesMuch: carriesMuch({ alone: use.alone, served }, around.settings.heavyLinkSubscriptions),
  };
}

/** What was read too long ago, or attested until a day that has passed, is no longer known. */
function stateOf({ linked, how, checkedAt, expiresAt }: LinkUse, { now, settings }: Around): LinkState {
  if (linked === null || checkedAt === null) return 'unknown';
  if (how === 'attested' && expiresAt !== null && expiresAt <= now) return 'unknown';
  const asked = how === 'own-token' || how === 'link-credential';
  if (asked && !isStillKnown(checkedAt, now)) return 'unknown';
  const forPerson = how === 'on-behalf-of';
  if (forPerson && Date.parse(now) - Date.parse(checkedAt) >= settings.ownLinkDays * DAY_MS) return 'unknown';
  if (!linked) return 'not-linked';
  return how === 'attested' ? 'attested' : 'linked';
}

function whoseId(partnerId: string, { partnerIds, partnerGlobalId }: Around): Link['ours'] {
  if (partnerIds.includes(partnerId)) return 'location';
  return partnerId === partnerGlobalId ? 'global' : 'other';
}

/** What carries most first, then what has most to win. */
const inOrder = (left: Link, right: Link): number =>
  Number(right.carriesMuch) - Number(left.carriesMuch) ||
  right.earning - left.earning ||
  right.subscriptions - left.subscriptions ||
  (left.displayName ?? left.principalId).localeCompare(right.displayName ?? right.principalId, 'en');

type LinkChoice = Omit<LinksQuery, 'limit' | 'cursor'>;

/** The links that match, in the order that is asked for. */
export function matchingLinks(links: readonly Link[], query: LinkChoice): Link[] {
  const matching = links.filter((link) => matchesLink(link, query));
  if (query.sort === undefined) return matching;
  const sign = query.sort.startsWith('-') ? -1 : 1;
  // The schema lists each key with and without the sign.
  const compare = COMPARE[query.sort.replace('-', '') as keyof typeof COMPARE];
  return matching.toSorted((left, right) => sign * compare(left, right));
}

const nameOf = ({ displayName, principalId }: Link): string => displayName ?? principalId;
const tenantOf = ({ managingTenant, tenantName, tenantId }: Link): string =>
  managingTenant ? '' : (tenantName ?? tenantId);

/** Those alike stay in the list's own order; what was never read is older than all that was. */
const COMPARE = {
  name: (left: Link, right: Link) => nameOf(left).localeCompare(nameOf(right), 'en'),
  tenant: (left: Link, right: Link) => tenantOf(left).localeCompare(tenantOf(right), 'en'),
  checked: (left: Link, right: Link) => (left.checkedAt ?? '').localeCompare(right.checkedAt ?? '', 'en'),
  subscriptions: (left: Link, right: Link) => left.subscriptions - right.subscriptions,
};

function matchesLink(link: Link, { state, where, q }: LinkChoice): boolean {
  const wanted = q?.trim().toLowerCase() ?? '';
  const texts = [link.displayName, link.principalId, link.tenantId, link.tenantName, link.partnerId];
  return (
    (state === undefined || link.state === state) &&
    (where === undefined || link.managingTenant === (where === 'managing')) &&
    (wanted === '' || texts.some((text) => text?.toLowerCase().includes(wanted)))
  );
}

function heavyOf(links: readonly Link[]): LinkList['heavy'] {
  const heavy = links.filter(({ carriesMuch: much }) => much);
  const [first] = heavy;
  return {
    identities: heavy.length,
    first: first === undefined ? null : { displayName: first.displayName, alone: first.alone },
  };
}

function countStates(links: readonly Link[]): Record<LinkState, number> {
  const counts = Object.fromEntries(LINK_STATES.map((state) => [state, 0])) as Record<LinkState, number>;
  for (const { state } of links) counts[state] += 1;
  return counts;
}
