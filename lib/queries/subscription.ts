import 'server-only';
import { CAUSES } from '#lib/core/causes.ts';
import { creditOfLine, grossOf } from '#lib/core/cost-classes.ts';
import { parseSubscriptionId, type TenantId } from '#lib/core/ids.ts';
import { decimalText, type Decimal } from '#lib/core/money.ts';
import { isSettled, parseDay, parsePeriod } from '#lib/core/periods.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { listCosts, type CostFilter } from '#lib/db/cost-list.ts';
import { everyFinding, listFindings } from '#lib/db/finding-list.ts';
import { listDelegations } from '#lib/db/delegations.ts';
import { listDenyAssignments, listRoleSchedules } from '#lib/db/restrictions.ts';
import type { StoredAmount } from '#lib/db/schema.ts';
import {
  listSubscriptionMonths,
  listSubscriptionPeriods,
  listSubscriptionSums,
  type SubscriptionPeriod,
} from '#lib/db/subscription-list.ts';
import { getCompleteness } from './completeness.ts';
import { queryContext, type QueryContext } from './context.ts';
import { amountOf, fractionsOf, getRates, moneyOf, type Rates, type StoredSum } from './money.ts';
import { findNames, type Names } from './names.ts';
import { daysOf } from './overview.ts';
import { wordsFor, type Reader, type ReaderWords } from './reader-words.ts';
import type { ClassAmount } from './schemas/shared.ts';
import type { SubscriptionDetail, SubscriptionQuery } from './schemas/subscriptions.ts';
import { showFindings, unresolvedFirst } from './show-finding.ts';
import { showDelegation, showRole } from './show-delegation.ts';
import { showAnswers, showPath } from './show-subscription.ts';

/** Everything held about one subscription's month; null when none is known, or none that may be seen. */
export async function getSubscription(
  subscriptionId: string,
  query: SubscriptionQuery,
  reader: Reader = 'program',
): Promise<SubscriptionDetail | null> {
  const context = await queryContext();
  const id = parseSubscriptionId(subscriptionId);
  const months = id === null ? [] : await listSubscriptionMonths(context.db, id, context.visible);
  const period = parsePeriod(query.period ?? months[0] ?? '');
  if (id === null || period === null) return null;
  const rows = await listSubscriptionPeriods(context.db, { period, visible: context.visible }, id);
  const asked = query.customer?.toLowerCase();
  const shown = rows.find(({ verdict }) => verdict.tenantId === asked) ?? rows[0];
  if (shown === undefined) return null;
  return {
    ...(await showJudgement(context, shown, wordsFor(reader))),
    period,
    open: isOpen(period, context.now),
    periods: months.flatMap((text) => parsePeriod(text) ?? []),
    otherCustomers: rows
      .filter((row) => row !== shown)
      .map(({ verdict, customerName }) => ({ tenantId: verdict.tenantId, displayName: customerName })),
    findings: await findingsOf(context, shown.verdict),
    completeness: await getCompleteness(context, period, shown.verdict.tenantId),
  };
}

async function findingsOf(
  context: QueryContext,
  { tenantId, subscriptionId }: SubscriptionPeriod['verdict'],
): Promise<SubscriptionDetail['findings']> {
  const filter = { ...everyFinding(context.visible), tenantId, subscriptionId };
  const page = { sort: { by: 'since' as const, descending: true }, limit: CAUSES.length, offset: 0 };
  const findings = await listFindings(context.db, filter, page);
  return unresolvedFirst(await showFindings(context, findings));
}

type Judged = Omit<
  SubscriptionDetail,
  'period' | 'open' | 'periods' | 'otherCustomers' | 'findings' | 'completeness'
>;

async function showJudgement(
  context: QueryContext,
  shown: SubscriptionPeriod,
  words: ReaderWords,
): Promise<Judged> {
  const { db, rateFraction, now } = context;
  const rates = await getRates(context, shown.verdict.period);
  const { verdict, customerName, detail } = shown;
  const access = await accessOf(context, verdict);
  const sums = (await listSubscriptionSums(db, verdict.period, [verdict.subscriptionId])).filter(
    ({ tenantId }) => tenantId === verdict.tenantId,
  );
  return {
    ...showAnswers(verdict, customerName, { sums, rates, words }),
    paths: verdict.paths.map((path) => showPath(path, access.names)),
    delegations: access.delegations,
    roleSchedules: access.roleSchedules,
    denyAssignments: access.denyAssignments,
    days: (detail?.days ?? []).map(({ amounts, ...day }) => {
      const parsed = parseDay(day.day);
      return { ...day, settled: parsed !== null && isSettled(parsed, now), amounts: amounts.map(showAmount) };
    }),
    costDays: daysOf(
      (detail?.days ?? []).flatMap(({ day, amounts }) => amounts.map((amount) => ({ day, ...amount }))),
      context,
    ),
    resourceGroups: (detail?.resourceGroups ?? []).map(({ amounts, ...group }) => ({
      ...group,
      totals: moneyOf(amounts, rates),
      amounts: amounts.map(showAmount),
    })),
    services: await servicesOf(context, verdict, rates),
    classes: sums.map((sum) => classAmountOf(sum, rateFraction)),
    rulesVersion: detail?.rulesVersion ?? null,
    roleListVersion: detail?.roleListVersion ?? null,
    evidence: (detail?.evidence ?? []).map(({ facts, ...rest }) => ({ ...rest, facts: [...facts] })),
    reads: [...(detail?.reads ?? [])],
  };
}

const showAmount = ({ costClass, ...amount }: StoredAmount): ClassAmount => ({
  class: costClass,
  ...amount,
});

function classAmountOf(sum: StoredSum, rateFraction: Decimal): ClassAmount {
  const amount = amountOf(sum);
  return {
    currency: sum.currency,
    class: sum.costClass,
    net: sum.net,
    gross: decimalText(grossOf(amount, rateFraction).round(6)),
    credit: decimalText(creditOfLine(amount, rateFraction).round(6)),
  };
}

type OfSubscription = { tenantId: string; subscriptionId: string; period: string };

/** Delegations, schedules and denials of the subscription, with the names of whom and what they speak of. */
async function accessOf(
  context: QueryContext,
  verdict: SubscriptionPeriod['verdict'],
): Promise<Pick<Judged, 'delegations' | 'roleSchedules' | 'denyAssignments'> & { names: Names }> {
  const { db } = context;
  // The row was stored under a parsed tenant id.
  const tenantIds = [verdict.tenantId as TenantId];
  const isOwn = (row: { subscriptionId: string }): boolean => row.subscriptionId === verdict.subscriptionId;
  const delegations = (await listDelegations(db, tenantIds)).filter(isOwn);
  const schedules = (await listRoleSchedules(db, tenantIds)).filter(isOwn);
  const denials = (await listDenyAssignments(db, tenantIds)).filter(isOwn);
  const names = await findNames(context, [verdict], [...delegations, ...schedules]);
  return {
    names,
    delegations: delegations.map((row) => showDelegation(row, names, context)),
    roleSchedules: schedules.map(({ kind, scope, principalId, roleDefinitionId, startAt, endAt }) => ({
      ...{ kind, scope, startAt, endAt },
      principal: {
        id: principalId,
        displayName: names.principals.get(principalId)?.displayName ?? null,
      },
      role: showRole(roleDefinitionId, names),
    })),
    denyAssignments: denials.map(({ name, scope, denied, coversChildScopes, madeBySystem }) => ({
      ...{ name, scope, coversChildScopes, madeBySystem },
      deniesEveryone: denied === 'everyone',
    })),
  };
}

const MOST_SERVICES = 500;

async function servicesOf(
  { db, visible }: QueryContext,
  { tenantId, subscriptionId, period }: OfSubscription,
  rates: Rates,
): Promise<Judged['services']> {
  const filter: CostFilter = {
    ...{ period, visible, tenantId, subscriptionId },
    ...{ costClass: null, credited: null, day: null, name: null },
  };
  const { rows } = await listCosts(db, 'service', {
    filter,
    page: {
      groupBy: ['service', 'class'],
      sort: { by: 'cost', descending: true },
      limit: MOST_SERVICES,
      offset: 0,
    },
    rates: fractionsOf(rates),
  });
  return [...Map.groupBy(rows, ({ service }) => service ?? '')].map(([name, ofService]) => ({
    name,
    totals: moneyOf(
      ofService.flatMap(({ class: costClass, ...sum }) =>
        costClass === null ? [] : [{ ...sum, costClass }],
      ),
      rates,
    ),
    amounts: ofService.flatMap(({ currency, class: costClass, net, gross, credit }) =>
      costClass === null ? [] : [{ currency, class: costClass, net, gross, credit }],
    ),
  }));
}
