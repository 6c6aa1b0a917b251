import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { blobUrl, REPORT_PLACE, type Blob } from './blobs.ts';
import { csvForm, needsCreditType, type CsvLine, type Spelling } from './cost-details-csv.ts';
import type { CostFiles, CsvFiles } from './cost-files.ts';
import { daysOf } from './cost-query.ts';
import type { Payer } from './cost-scopes.ts';
import type { Clock } from './clock.ts';
import { armError, type Answer } from './http.ts';
import { sasQuery } from './sas.ts';
import type { Limits } from './throttle.ts';
import { costDays, daysBetween } from './worlds/costs.ts';
import { guidOf } from './worlds/seeded.ts';
import type { World } from './worlds/types.ts';

/** More lines than this, and a report fails (azure/limits.md, 2026-11-21). */
export const MOST_REPORT_ROWS = 2_000_000;
const ROWS_PER_BLOB = 100_000;
/** Large reports come compressed. */
const PLAIN_LINES = 20_000;
const VALID_MS = 12 * 3_600_000;
const DAY_MS = 86_400_000;

/** Seconds until a report is ready, and until one should ask again. */
const PACE: Readonly<Record<Limits, { ready: number; retryAfter: number }>> = {
  azure: { ready: 45, retryAfter: 30 },
  relaxed: { ready: 0, retryAfter: 1 },
  off: { ready: 0, retryAfter: 0 },
};

const day = z.iso.date();
const requestSchema = z.strictObject({
  metric: z.enum(['ActualCost', 'AmortizedCost']).optional(),
  timePeriod: z.strictObject({ start: day, end: day }).optional(),
  invoiceId: z.string().optional(),
  billingPeriod: z.string().optional(),
});

export type ReportRequest = { metric: string; from: string; to: string; body: unknown };

const badRequest = (message: string) => ({ refusal: armError(400, 'BadRequest', message) });

/** A month or less, no older than 13 months. */
export function parseReportRequest(
  text: string,
  nowMs: number,
): { request: ReportRequest } | { refusal: Answer } {
  const parsed = requestSchema.safeParse(parseJson(text === '' ? '{}' : text));
  if (!parsed.success) return badRequest('Invalid Request Payload.');
  const { metric = 'ActualCost', timePeriod, invoiceId, billingPeriod } = parsed.data;
  const named = [timePeriod, invoiceId, billingPeriod].filter((held) => held !== undefined);
  if (named.length > 1) {
    return badRequest(
      'Invalid request payload: can only have either timePeriod or invoiceId or billingPeriod.',
    );
  }
  if (invoiceId !== undefined) return badRequest(`The invoice '${invoiceId}' was not found.`);
  if (billingPeriod !== undefined)
    return badRequest('billingPeriod is supported for enterprise agreements only.');
  const { first, last } = costDays(nowMs);
  const { start: from, end: to } = timePeriod ?? { start: `${last.slice(0, 7)}-01`, end: last };
  if (to < from) return badRequest('Invalid Request Payload: the end date is before the start date.');
  if (from < first) return badRequest(`Start date must be after ${first}.`);
  if (Date.parse(to) - Date.parse(from) > 30 * DAY_MS) {
    return badRequest('The maximum allowed date range is 1 months.');
  }
  return { request: { metric, from, to, body: parsed.data } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Written = { kind: 'written' } & CsvFiles;
/** What became of an order for cost data. */
export type WrittenCosts = Written | { kind: 'too-large' };

type Report = {
  id: string;
  scopePath: string;
  request: ReportRequest;
  readyAt: number;
  validTill: number;
  files: Promise<WrittenCosts>;
};

export type ReportOrder = {
  scopePath: string;
  payers: readonly Payer[];
  request: ReportRequest;
  world: World;
};

export type CostReports = {
  retryAfter: number;
  begin(order: ReportOrder): Report;
  find(id: string, scopePath: string): Report | null;
  /** Once it is ready: what the poll answers, its blobs registered and linked. */
  result(report: Report, origin: string): Promise<unknown>;
  blob(path: string): Blob | null;
};

export type ReportDeps = { clock: Clock; files: CostFiles; limits: Limits; mostRows: number };

export function makeCostReports({ clock, files, limits, mostRows }: ReportDeps): CostReports {
  const reports = new Map<string, Report>();
  const blobs = new Map<string, Blob>();
  const { ready, retryAfter } = PACE[limits];
  return {
    retryAfter,
    begin({ scopePath, payers, request, world }) {
      const id = guidOf('cost report', scopePath, reports.size);
      const now = clock.now();
      const report: Report = {
        id,
        scopePath,
        request,
        readyAt: now + ready * 1000,
        validTill: now + VALID_MS,
        files: writeCosts(files, { scopePath, payers, request, world, now, mostRows, spelling: 'report' }),
      };
      // Whoever polls learns of a failure.
      report.files.catch(() => undefined);
      reports.set(id, report);
      return report;
    },
    find(id, scopePath) {
      const report = reports.get(id.toLowerCase());
      return report?.scopePath.toLowerCase() === scopePath.toLowerCase() ? report : null;
    },
    async result(report, origin) {
      const written = await report.files;
      const name = { id: `${report.scopePath}/${OPERATION}/${report.id}`, name: report.id };
      const validTill = new Date(report.validTill).toISOString();
      if (written.kind === 'too-large') return { ...name, status: 'Failed', validTill, error: TOO_LARGE };
      if (written.rows === 0) return { ...name, status: 'NoDataFound', validTill };
      for (const blob of blobsOf(report, written)) blobs.set(blob.path, blob);
      return { ...name, status: 'Completed', manifest: manifestOf(report, written, origin), validTill };
    },
    blob: (path) => blobs.get(path) ?? null,
  };
}

export const OPERATION = 'providers/Microsoft.CostManagement/costDetailsOperationResults';

/** No recording of it is known: code and wording are ours. */
const TOO_LARGE = {
  code: 'ReportTooLarge',
  message: 'The report exceeds 2000000 rows or 2 GB. Use Exports for larger amounts of data.',
};

const isCompressed = ({ rows }: Written): boolean => rows > PLAIN_LINES;

const pathOf = (report: Report, index: number, written: Written): string =>
  `${new Date(report.validTill - VALID_MS).toISOString().slice(0, 10).replaceAll('-', '')}/${report.id}_${index}.csv${isCompressed(written) ? '.gz' : ''}`;

const blobsOf = (report: Report, written: Written): Blob[] =>
  written.parts.map(({ file, bytes }, index) => ({
    path: pathOf(report, index, written),
    contentType: isCompressed(written) ? 'application/x-gzip' : 'text/csv',
    lastModifiedMs: report.readyAt,
    file,
    bytes,
  }));

const manifestOf = (report: Report, written: Written, origin: string) => ({
  manifestVersion: '2023-11-01',
  dataFormat: 'Csv',
  byteCount: written.parts.reduce((sum, { bytes }) => sum + bytes, 0),
  blobCount: written.parts.length,
  compressData: isCompressed(written),
  requestContext: { requestScope: report.scopePath, requestBody: report.request.body },
  blobs: written.parts.map(({ bytes }, index) => {
    const path = pathOf(report, index, written);
    const query = sasQuery(`${REPORT_PLACE.account}/${REPORT_PLACE.container}/${path}`, report.validTill);
    return { blobLink: `${blobUrl(origin, REPORT_PLACE, path)}?${query}`, byteCount: bytes };
  }),
});

export type CostOrder = {
  scopePath: string;
  payers: readonly Payer[];
  request: Pick<ReportRequest, 'from' | 'to'>;
  world: World;
  /** The data ends with the day before it. */
  now: number;
  mostRows: number;
  spelling: Spelling;
};

/** Lines of these days as CSV files. */
export async function writeCosts(files: CostFiles, order: CostOrder): Promise<WrittenCosts> {
  const { scopePath, payers, request, world, now, mostRows, spelling } = order;
  const { from, to } = daysOf(request, now);
  const days = daysBetween(from, to);
  const count = await countLines(payers, days, mostRows);
  if (count > mostRows) return { kind: 'too-large' };
  const written = await files.write({
    key: [spelling, scopePath.toLowerCase(), from, to].join(' '),
    form: csvForm(world, spelling, needsCreditType(payers)),
    lines: () => linesOf(payers, days),
    compressed: spelling === 'report' && count > PLAIN_LINES,
    byteOrderMark: spelling === 'export',
    rowsPerPart: ROWS_PER_BLOB,
  });
  return { kind: 'written', ...written };
}

function* linesOf(payers: readonly Payer[], days: readonly string[]): Generator<CsvLine> {
  for (const payer of payers) {
    for (const day of days) for (const line of payer.linesOf(day)) yield { line, payer };
  }
}

const PAYERS_AT_ONCE = 200;

/** Counted before anything is written; other calls are answered meanwhile. */
async function countLines(payers: readonly Payer[], days: readonly string[], most: number): Promise<number> {
  let count = 0;
  for (const [index, payer] of payers.entries()) {
    for (const day of days) count += payer.linesOf(day).length;
    if (count > most) return count;
    if (index % PAYERS_AT_ONCE === 0) await breathe();
  }
  return count;
}
