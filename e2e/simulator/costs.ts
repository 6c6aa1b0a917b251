import { makeCostFiles, type CostFiles } from './cost-files.ts';
import { makeRowPages } from './cost-pages.ts';
import { makeCostReports, MOST_REPORT_ROWS, type CostReports } from './cost-reports.ts';
import type { Row } from './cost-table.ts';
import { permittedBy, USUAL_WAYS, type CostWays, type Permitted } from './cost-ways.ts';
import type { Clock } from './clock.ts';
import type { Limits } from './throttle.ts';
import { principalId } from './worlds/partner.ts';

/** What Cost Management remembers between calls. */
export type Costs = {
  ways: Permitted;
  pages: ReturnType<typeof makeRowPages<Row>>;
  reports: CostReports;
  files: CostFiles;
  /** Object ids that hold the role Storage Blob Data Reader where exports are delivered. */
  readers: ReadonlySet<string>;
};

type CostsOptions = {
  clock: Clock;
  limits: Limits;
  /** Absent: the usual ones at every scope. */
  ways?: CostWays | undefined;
  /** Absent: Azure's own. */
  mostReportRows?: number | undefined;
};

const USUAL: CostWays = { everywhere: USUAL_WAYS, at: new Map() };

export function makeCosts({ clock, limits, ways = USUAL, mostReportRows }: CostsOptions): Costs {
  const files = makeCostFiles();
  return {
    ways: permittedBy(ways),
    pages: makeRowPages<Row>(),
    reports: makeCostReports({ clock, files, limits, mostRows: mostReportRows ?? MOST_REPORT_ROWS }),
    files,
    readers: new Set([principalId('pecboard')]),
  };
}
