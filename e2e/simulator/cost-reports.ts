import { blobUrl, REPORT_PLACE, type Blob } from './blobs.ts';
import type { Clock } from './clock.ts';
import type { CostFiles } from './cost-files.ts';
import type { ReportRequest } from './cost-report-request.ts';
import type { Payer } from './cost-scopes.ts';
import { sasQuery } from './sas.ts';
import type { Limits } from './throttle.ts';
import { guidOf } from './worlds/seeded.ts';
import type { World } from './worlds/types.ts';
import { isCompressed, writeCosts, type Written, type WrittenCosts } from './write-costs.ts';

/** More lines than this, and a report fails (azure/limits.md, 2026-11-21). */
export const MOST_REPORT_ROWS = 2_000_000;
const VALID_MS = 12 * 3_600_000;

/** Seconds until a report is ready, and until one should ask again. */
const PACE: Readonly<Record<Limits, { ready: number; retryAfter: number }>> = {
  azure: { ready: 45, retryAfter: 30 },
  relaxed: { ready: 0, retryAfter: 1 },
  off: { ready: 0, retryAfter: 0 },
};

type Report = {
  id: string;
  scopePath: string;
  request: ReportRequest;
  readyAt: number;
  validTill: number;
  files: Promise<WrittenCosts>;
};

type ReportOrder = {
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

type ReportDeps = { clock: Clock; files: CostFiles; limits: Limits; mostRows: number };

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
