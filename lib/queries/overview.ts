import 'server-only';
import { sum, requireDecimal, decimalText } from '#lib/core/money.ts';
import { grossOf, isIneligibleClass, isUnsettledClass, type CostClass } from '#lib/core/cost-classes.ts';
import { addDays, addMonths, dayOf, isSettled, parseDay, startOf, type Period } from '#lib/core/periods.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { countChanges, countMatchingChanges, everyChange, listChanges } from '#lib/db/changes.ts';
import { listDaySums, type DaySum } from '#lib/db/costs.ts';
import { everyCustomer, listCustomers, listMatrix } from '#lib/db/customer-list.ts';
import { showChanges } from './changes.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext, type QueryContext } from './context.ts';
import { countCustomers, summariseCustomers } from './customer-summary.ts';
import { totalsOf } from './customers.ts';
import { keptAnswer } from './kept-answers.ts';
import { amountOf, getRates, moneyOf } from './money.ts';
import { getTrend } from './trend.ts';
import { getTogether } from './together.ts';
import type { Overview } from './schemas/overview.ts';

const GAPS_SHOWN = 8;

/** Money, matrix, days and largest gaps of one month over all customers. */
export async function getOverview({ period: asked }: { period?: string | undefined }): Promise<Overview> {
  const context = await queryContext();
  const { period, periods } = await choosePeriod(context, asked);
  // Days count as judged, and changes as of this week, from one midnight to the next.
  const kept = await keptAnswer(context, `overview ${period} ${dayOf(context.now)}`, () =>
    readOverview(context, period),
  );
  const fresh = [{ period, totals: kept.totals }, kept.previous];
  const trend = await getTrend(context, period, fresh);
  return { period, open: isOpen(period, context.now), ...kept, trend, periods };
}

async function readOverview(context: QueryContext, period: Period) {
  const { db, visible } = context;
  const before = addMonths(period, -1);
  return {
    totals: await totalsOf(context, everyCustomer(period, visible)),
    together: await getTogether(context, everyCustomer(period, visible)),
    previous: { period: before, totals: await totalsOf(context, everyCustomer(before, visible)) },
    matrix: await matrixOf(context, period),
    customers: await countCustomers(context, period),
    days: daysOf(await listDaySums(db, period, visible), context),
    largestGaps: await largestGaps(context, period),
    changes: await changesOf(context),
    completeness: await getCompleteness(context, period),
  } satisfies Partial<Overview>;
}

async function matrixOf(context: QueryContext, period: Period): Promise<Overview['matrix']> {
  const { cells, sums } = await listMatrix(context.db, period, context.visible);
  const rates = await getRates(context, period);
  return cells.map((cell) => ({
    ...cell,
    eligibleGross: moneyOf(
      sums
        .filter(({ access, credit }) => access === cell.access && credit === cell.credit)
        .map(({ currency, costClass, net, received }) => ({ currency, costClass, net, credit: received })),
      rates,
    ),
  }));
}

/** Gross by day and currency: credited, and the rest that is not classified yet. */
export function daysOf(sums: readonly DaySum[], { rateFraction, now }: QueryContext): Overview['days'] {
  return [...Map.groupBy(sums, (row) => `${row.day} ${row.currency}`).values()].flatMap((rows) => {
    const [first] = rows;
    const day = first === undefined ? null : parseDay(first.day);
    if (first === undefined || day === null) return [];
    const gross = (isWanted: (costClass: CostClass) => boolean) =>
      sum(
        rows
          .filter(({ costClass }) => isWanted(costClass))
          .map((row) => grossOf(amountOf(row), rateFraction)),
      );
    return [
      {
        day,
        currency: first.currency,
        creditedGross: decimalText(gross((costClass) => costClass === 'EARNED').round(6)),
        notEarnedGross: decimalText(gross((costClass) => costClass === 'ELIGIBLE_NOT_EARNED').round(6)),
        unclassifiedGross: decimalText(gross(isUnsettledClass).round(6)),
        ineligibleGross: decimalText(gross(isIneligibleClass).round(6)),
        settled: isSettled(day, now),
      },
    ];
  });
}

const CHANGES_SHOWN = 8;
const DAYS_OF_CHANGES = 7;

async function changesOf(context: QueryContext): Promise<Overview['changes']> {
  const since = startOf(addDays(dayOf(context.now), -DAYS_OF_CHANGES));
  const filter = { ...everyChange(context.visible), since };
  const newest = await showChanges(context, await listChanges(context.db, filter, { limit: CHANGES_SHOWN }));
  const byKind = (await countChanges(context.db, filter)).sort((left, right) => right.changes - left.changes);
  const yesterday = startOf(addDays(dayOf(context.now), -1));
  return {
    ...{ since, total: await countMatchingChanges(context.db, filter), newest, byKind },
    sinceYesterday: {
      since: yesterday,
      total: await countMatchingChanges(context.db, { ...filter, since: yesterday }),
    },
  };
}

async function largestGaps(context: QueryContext, period: Period): Promise<Overview['largestGaps']> {
  const page = { sort: { by: 'missed' as const, descending: true }, limit: GAPS_SHOWN, offset: 0 };
  const customers = await listCustomers(context.db, everyCustomer(period, context.visible), page);
  const summaries = await summariseCustomers(context, period, customers);
  return summaries.filter(({ totals }) =>
    totals.some(({ missedAtMost }) => requireDecimal(missedAtMost).gt(0)),
  );
}
