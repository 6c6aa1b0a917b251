import 'server-only';
import { findImportJob, listImportJobs, type ImportJob } from '#lib/db/import-jobs.ts';
import { listImportCovers, listImportSums, type ImportCover } from '#lib/db/import-list.ts';
import { findImport, listImports, periodsOf, scopeOfImport, type Import } from '#lib/db/imports.ts';
import { queryContext, type QueryContext } from './context.ts';
import { moneyByMonth, type MonthMoney } from './month-money.ts';
import {
  costImport,
  importId,
  type CostImport,
  type CostImportList,
  type ImportMonth,
} from './schemas/imports.ts';

/** Files of cost that were given, newest first; only who may see all customers sees files, which are of many. */
export async function getImports(): Promise<CostImportList> {
  const context = await queryContext();
  const { db, visible } = context;
  const items = await showAll(context, {
    jobs: await listImportJobs(db, visible),
    imports: await listImports(db, visible),
  });
  return { items, total: items.length };
}

export async function getImport(id: string): Promise<CostImport | null> {
  const context = await queryContext();
  const { db, visible } = context;
  if (visible.kind !== 'all' || !importId.safeParse(id).success) return null;
  const job = await findImportJob(db, id);
  const held = await findImport(db, id);
  const [item] = await showAll(context, {
    jobs: job === null || job.state === 'undone' ? [] : [job],
    imports: held === null ? [] : [held],
  });
  return item ?? null;
}

type Given = { jobs: readonly ImportJob[]; imports: readonly Import[] };

async function showAll(context: QueryContext, { jobs, imports }: Given): Promise<CostImport[]> {
  const ids = imports.map(({ id }) => id);
  const sums = await listImportSums(context.db, ids);
  const money = await moneyByMonth(context, sums, ({ scope }) => scope);
  const covers = Map.groupBy(await listImportCovers(context.db, ids), ({ scope }) => scope);
  const held = new Map(
    imports.map((row) => {
      const scope = scopeOfImport(row.id);
      const months = monthsOf(money.get(scope) ?? [], covers.get(scope) ?? []);
      return [row.id, { row, months }] as const;
    }),
  );
  const ofJobs = jobs.map((job) => show(job, held.get(job.id) ?? null));
  const known = new Set(jobs.map(({ id }) => id));
  const direct = [...held.values()].filter(({ row }) => !known.has(row.id));
  const items = [...ofJobs, ...direct.map((one) => show(jobOf(one.row), one))];
  return items.toSorted((left, right) => right.startedAt.localeCompare(left.startedAt));
}

/** The command without a server imports without a job. */
const jobOf = ({ id, name, importedAt, importedBy }: Import) => ({
  id,
  name,
  way: 'command' as const,
  state: 'done' as const,
  bytes: null,
  bytesRead: null,
  reason: null,
  startedAt: importedAt,
  endedAt: importedAt,
  requestedBy: importedBy,
});

type Held = { row: Import; months: ImportMonth[] };

function show(job: ImportJob | ReturnType<typeof jobOf>, held: Held | null): CostImport {
  const { id, name, way, state, bytes, bytesRead, reason, startedAt, endedAt, requestedBy: importedBy } = job;
  const given = { id, name, way, state, bytes, bytesRead, reason, startedAt, endedAt, importedBy };
  if (held === null) return costImport.parse({ ...given, ...NOTHING_FOUND });
  const { row, months } = held;
  const { kind, lines: rows, rejected, withoutCustomer, isAmortised, tenantIds, lastDay, totals } = row;
  const found = { kind, rows, rejected, withoutCustomer, isAmortised, customers: tenantIds.length, lastDay };
  return costImport.parse({ ...given, ...found, periods: periodsOf(row), months, totals });
}

const NOTHING_FOUND = {
  ...{
    kind: null,
    rows: null,
    rejected: null,
    withoutCustomer: null,
    customers: null,
    lastDay: null,
    isAmortised: null,
  },
  ...{ periods: [], months: [], totals: [] },
};

const monthsOf = (money: readonly MonthMoney[], covers: readonly ImportCover[]): ImportMonth[] =>
  money.map(({ period, totals }) => {
    const count = (counts: ImportCover['counts']): number =>
      covers.find((cover) => cover.period === period && cover.counts === counts)?.customers ?? 0;
    const customers = { counting: count('this'), otherFile: count('other-file'), azure: count('azure') };
    return { period, totals, customers };
  });
