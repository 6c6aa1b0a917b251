import 'server-only';
import { requireActor } from '#lib/auth/request-actor.ts';
import { readReconcileSums } from '#lib/costfiles/reconcile-sums.ts';
import { requireDecimal, sum, type Decimal } from '#lib/core/money.ts';
import { dayOf, parsePeriod, periodOf, type Period } from '#lib/core/periods.ts';
import {
  compareSources,
  reconcile,
  summariseReconcile,
  type KeySum,
  type SourceComparison,
} from '#lib/core/reconcile.ts';
import { isOpen } from '#lib/core/sync-plan.ts';
import { listCustomerNets, type CustomerNet } from '#lib/db/import-list.ts';
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
  const read = (some: readonly Import[]): Promise<KeySum[]> =>
    readReconcileSums(
      deps.dataDir,
      some.map(({ id }) => id),
      period,
    );
  const open = isOpen(period, instant(deps));
  const usage = await read(files.usage);
  const invoiced = await read(files.invoices);
  const details = await read(files.details);
  const compares = files.usage.length > 0 && files.invoices.length > 0;
  const lines = compares ? reconcile(usage, invoiced, { isOpen: open }) : [];
  const nets = actor.customers.kind === 'all' ? await listCustomerNets(deps.db, period) : [];
  return {
    period: period satisfies Period,
    periods,
    open,
    files,
    lines,
    ...compared({ usage, details, nets }),
  };
}

type Held = { usage: readonly KeySum[]; details: readonly KeySum[]; nets: readonly CustomerNet[] };

function byCustomer(sums: readonly KeySum[]): Map<string, Decimal> {
  const grouped = Map.groupBy(sums, ({ tenantId, currency }) => `${tenantId}|${currency}`);
  return new Map([...grouped].map(([key, same]) => [key, sum(same.map(({ net }) => net))]));
}

function compared({ usage, details, nets }: Held) {
  const used = byCustomer(usage);
  const detailed = byCustomer(details);
  const ours = new Map(
    nets.map(({ tenantId, currency, net }) => [`${tenantId}|${currency}`, requireDecimal(net)]),
  );
  const keys = [...new Set([...used.keys(), ...detailed.keys()])];
  const names = new Map(nets.map(({ tenantId, name }) => [tenantId, name]));
  const totals = keys.map((key) => {
    const [tenantId = '', currency = ''] = key.split('|');
    return {
      ...{ tenantId, currency },
      usage: used.get(key) ?? null,
      details: detailed.get(key) ?? null,
      ours: ours.get(key) ?? null,
    };
  });
  return { comparisons: compareSources(totals), names };
}

export type Reconciled = Awaited<ReturnType<typeof reconcileImports>>;

const text = (value: Decimal | null): string | null => value?.toFixed() ?? null;
const weight = ({ detailsLessUsage, oursLessUsage }: SourceComparison): Decimal =>
  [detailsLessUsage, oursLessUsage].reduce<Decimal>(
    (most, one) => (one !== null && one.abs().gt(most) ? one.abs() : most),
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
        ...{ usage: text(one.usage), details: text(one.details), ours: text(one.ours) },
        detailsLessUsage: text(one.detailsLessUsage),
        oursLessUsage: text(one.oursLessUsage),
      })),
  };
}
