import 'server-only';
import { requireActor } from '#lib/auth/request-actor.ts';
import { readClassSums, readReconcileSums, type CustomerClassSum } from '#lib/costfiles/reconcile-sums.ts';
import { requireDecimal, sum, type Decimal } from '#lib/core/money.ts';
import { dayOf, parsePeriod, periodOf, type Period } from '#lib/core/periods.ts';
import {
  compareSources,
  reconcile,
  summariseClasses,
  summariseReconcile,
  type KeySum,
  type SourceComparison,
  type SourceDifference,
  type SourceTotals,
} from '#lib/core/reconcile.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { listCustomers } from '#lib/db/customers.ts';
import { listCustomerNets } from '#lib/db/import-list.ts';
import { listImports, periodsOf, type Import } from '#lib/db/imports.ts';
import { judgeDeps } from '#lib/sync/entry.ts';
import { instant } from '#lib/sync/deps.ts';

const MOST = 500;

/**
 * Of a kind the newest file of each currency: files of a month are one for each invoice, which has one currency, and
 * two of one currency would tell the same twice.
 */
function newestFiles(imports: readonly Import[], kinds: readonly string[], period: string): Import[] {
  const currencies = new Set<string>();
  return imports.filter(({ kind, totals, isAmortised, ...row }) => {
    const isOne =
      kinds.includes(kind) &&
      !isAmortised &&
      periodsOf({ kind, totals, isAmortised, ...row }).includes(period);
    if (!isOne || totals.some(({ currency }) => currencies.has(currency))) return false;
    for (const { currency } of totals) currencies.add(currency);
    return true;
  });
}

/** Holds the files of a month against each other and against what the pages show. null where no file is held. */
export async function reconcileImports(asked: string | null) {
  const actor = await requireActor('Pec.Viewer');
  const deps = await judgeDeps();
  const imports = await listImports(deps.db, actor.customers);
  const periods = [...new Set(imports.flatMap(periodsOf))].sort().toReversed();
  const period = parsePeriod(asked ?? periods[0] ?? '') ?? periodOf(dayOf(instant(deps)));
  const files = {
    usage: newestFiles(imports, ['daily-rated-usage', 'line-items'], period),
    invoices: newestFiles(imports, ['reconciliation'], period),
    details: newestFiles(imports, ['cost-details', 'focus'], period),
  };
  const { dataDir } = deps;
  const idsOf = (some: readonly Import[]): string[] => some.map(({ id }) => id);
  const open = isOpen(period, instant(deps));
  const usage = await readReconcileSums(dataDir, idsOf(files.usage), period);
  const invoiced = await readReconcileSums(dataDir, idsOf(files.invoices), period);
  const details = await readClassSums(dataDir, idsOf(files.details), period);
  const compares = files.usage.length > 0 && files.invoices.length > 0;
  const lines = compares ? reconcile(usage, invoiced, { isOpen: open }) : [];
  const seesAll = actor.customers.kind === 'all';
  const nets = seesAll ? await listCustomerNets(deps.db, period) : [];
  const ours = nets.map((row) => ({ ...row, net: requireDecimal(row.net) }));
  const known = await listCustomers(deps.db, actor.customers);
  return {
    period: period satisfies Period,
    periods,
    open,
    files,
    lines,
    comparisons: compareSources(totalsOf({ usage, details, ours }), { isOpen: open }),
    names: new Map<string, string>(known.map(({ tenantId, displayName }) => [tenantId, displayName])),
  };
}

type Held = {
  usage: readonly KeySum[];
  details: readonly CustomerClassSum[];
  ours: readonly CustomerClassSum[];
};
type OfCustomer = { tenantId: string; currency: string };

const keyOf = ({ tenantId, currency }: OfCustomer): string => `${tenantId}|${currency}`;

function byCustomer<Row extends OfCustomer, Result>(
  rows: readonly Row[],
  summarise: (rows: readonly Row[]) => Result,
): Map<string, Result> {
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, same]) => [key, summarise(same)]));
}

/** Of each customer that a file names. */
function totalsOf({ usage, details, ours }: Held): SourceTotals[] {
  const used = byCustomer(usage, (same) => ({
    net: sum(same.map(({ net }) => net)),
    lines: same.reduce((count, { lines }) => count + lines, 0),
  }));
  const detailed = byCustomer(details, summariseClasses);
  const shown = byCustomer(ours, summariseClasses);
  return [...new Set([...used.keys(), ...detailed.keys()])].map((key) => {
    const [tenantId = '', currency = ''] = key.split('|');
    return {
      ...{ tenantId, currency },
      usage: used.get(key) ?? null,
      details: detailed.get(key) ?? null,
      ours: shown.get(key) ?? null,
    };
  });
}

export type Reconciled = Awaited<ReturnType<typeof reconcileImports>>;

const text = (value: Decimal | null): string | null => value?.toFixed() ?? null;
const shownDifference = (one: SourceDifference | null) =>
  one === null || one.reason === null ? null : { amount: one.amount.toFixed(), reason: one.reason };
const weight = ({ detailsLessUsage, oursLessUsage }: SourceComparison): Decimal =>
  [detailsLessUsage, oursLessUsage].reduce<Decimal>(
    (most, one) => (one !== null && one.amount.abs().gt(most) ? one.amount.abs() : most),
    requireDecimal('0'),
  );

/** In the shape of the API. */
export function showReconciled({ period, periods, open, files, lines, comparisons, names }: Reconciled) {
  const differing = lines.filter(({ reason }) => reason !== null);
  const named = (some: readonly Import[]) => some.map(({ id, name }) => ({ id, name }));
  return {
    ...{ period, periods, open },
    ...{ usage: named(files.usage), invoices: named(files.invoices), details: named(files.details) },
    totals: summariseReconcile(lines).map((total) => ({
      ...total,
      usage: total.usage.toFixed(),
      invoiced: total.invoiced.toFixed(),
      difference: total.difference.toFixed(),
      byReason: total.byReason.map((one) => ({ ...one, difference: one.difference.toFixed() })),
    })),
    differing: differing.length,
    lines: differing
      .toSorted((left, right) => right.difference.abs().cmp(left.difference.abs()))
      .slice(0, MOST)
      .map((line) => ({
        ...line,
        customerName: names.get(line.tenantId) ?? null,
        usage: text(line.usage),
        invoiced: text(line.invoiced),
        difference: line.difference.toFixed(),
      })),
    customers: comparisons
      .filter((one) => weight(one).gt(0))
      .toSorted((left, right) => weight(right).cmp(weight(left)))
      .slice(0, MOST)
      .map((one) => ({
        ...{ tenantId: one.tenantId, name: names.get(one.tenantId) ?? null, currency: one.currency },
        usage: text(one.usage?.net ?? null),
        details: text(one.details?.net ?? null),
        ours: text(one.ours?.net ?? null),
        detailsLessUsage: shownDifference(one.detailsLessUsage),
        oursLessUsage: shownDifference(one.oursLessUsage),
      })),
  };
}
