import 'server-only';
import { parseTenantId, type TenantId } from '#lib/core/ids.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { listCostedTenants } from '#lib/db/cost-list.ts';
import { everyChange, listChanges } from '#lib/db/changes.ts';
import { listDaySums } from '#lib/db/costs.ts';
import { findCustomer } from '#lib/db/customers.ts';
import { listDelegations } from '#lib/db/delegations.ts';
import { everyFinding, listFindings } from '#lib/db/finding-list.ts';
import { findCustomerPeriod } from '#lib/db/verdicts.ts';
import { listOwners } from '#lib/db/people.ts';
import { listSourceReads } from '#lib/db/reads.ts';
import { getCompleteness, unreadSources } from './completeness.ts';
import { showChanges } from './changes.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { countsOf } from './customer-summary.ts';
import { getRates, moneyOf } from './money.ts';
import { findNames } from './names.ts';
import { daysOf } from './overview.ts';
import { wordsFor, type Reader } from './reader-words.ts';
import type { CustomerDetail } from './schemas/customers.ts';
import { showFindings, unresolvedFirst } from './show-finding.ts';
import { showDelegation } from './show-delegation.ts';
import { showAnswers, showPath } from './show-subscription.ts';

const MOST_FINDINGS = 200;
const MOST_CHANGES = 50;

async function findingsOf(context: QueryContext, tenantId: string): Promise<CustomerDetail['findings']> {
  const filter = { ...everyFinding(context.visible), tenantId };
  const page = { sort: { by: 'missed' as const, descending: true }, limit: MOST_FINDINGS, offset: 0 };
  const findings = await listFindings(context.db, filter, page);
  return unresolvedFirst(await showFindings(context, findings));
}

async function timelineOf(context: QueryContext, tenantId: string): Promise<CustomerDetail['timeline']> {
  const filter = { ...everyChange(context.visible), tenantId };
  return showChanges(context, await listChanges(context.db, filter, { limit: MOST_CHANGES }));
}

async function ownerOf({ db }: QueryContext, tenantId: string): Promise<CustomerDetail['owner']> {
  const [owner] = await listOwners(db, [tenantId]);
  return owner === undefined ? null : { personId: owner.personId, name: owner.name };
}

const firstJudgeable = (rows: readonly { verdict: string; judgeableFrom: string | null }[]): string | null =>
  rows
    .flatMap(({ verdict, judgeableFrom }) => (verdict === 'pending' ? (judgeableFrom ?? []) : []))
    .sort()[0] ?? null;

/** Everything held about one customer's month; null when no such customer is known. */
export async function getCustomer(
  tenantId: string,
  { period: asked }: { period?: string | undefined },
  reader: Reader = 'program',
): Promise<CustomerDetail | null> {
  const context = await queryContext();
  const id = parseTenantId(tenantId);
  const customer = id === null ? null : await findCustomer(context.db, id, context.visible);
  if (customer === null) return null;
  const { period, periods } = await choosePeriod(context, asked);
  const rates = await getRates(context, period);
  const costed = await listCostedTenants(context.db, period, [customer.tenantId]);
  const judged = await findCustomerPeriod(context.db, customer.tenantId, period);
  // The row was stored under a parsed tenant id.
  const delegations = await listDelegations(context.db, [customer.tenantId as TenantId]);
  const names = await findNames(context, judged.subscriptions, delegations);
  const reads = (await listSourceReads(context.db, [customer.tenantId])).filter(
    (row) => row.period === '' || row.period === period,
  );
  return {
    tenantId: customer.tenantId,
    displayName: customer.displayName,
    domain: customer.domain,
    owner: await ownerOf(context, customer.tenantId),
    period,
    periods,
    open: isOpen(period, context.now),
    billed: customer.billingCustomerId === null ? null : true,
    verdict: judged.customer?.verdict ?? 'unknown',
    mainCause: judged.customer?.mainCause ?? null,
    judgeableFrom: judged.customer?.verdict === 'pending' ? firstJudgeable(judged.subscriptions) : null,
    asOf: judged.customer?.asOf ?? null,
    unread: unreadSources(reads, customer, costed.has(customer.tenantId)),
    totals: moneyOf(judged.costs, rates),
    subscriptionCounts: countsOf(judged.subscriptions.map((row) => ({ ...row, subscriptions: 1 }))),
    subscriptions: judged.subscriptions.map((row) => ({
      ...showAnswers(row, customer.displayName, {
        sums: judged.costs.filter(({ subscriptionId }) => subscriptionId === row.subscriptionId),
        rates,
        words: wordsFor(reader),
      }),
      paths: row.paths.map((path) => showPath(path, names)),
    })),
    withoutSubscription: moneyOf(
      judged.costs.filter(({ subscriptionId }) => subscriptionId === ''),
      rates,
    ),
    delegations: delegations.map((row) => showDelegation(row, names, context)),
    findings: await findingsOf(context, customer.tenantId),
    timeline: await timelineOf(context, customer.tenantId),
    days: daysOf(await listDaySums(context.db, period, customer.tenantId), context),
    completeness: await getCompleteness(context, period, customer.tenantId),
  };
}
