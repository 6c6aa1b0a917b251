import { standingOf, type Attempted } from './freshness.ts';
import type { CostWay } from './facts.ts';
import type { TenantId } from './ids.ts';
import type { Instant } from './periods.ts';
import type { UnreadReason } from './statuses.ts';

/** A read that covered a subscription, or was refused it. */
export type Candidate = Attempted & { asOf: Instant; unreadReason: UnreadReason | null };

const byNewest = (left: Candidate, right: Candidate): number =>
  Date.parse(right.asOf) - Date.parse(left.asOf);

/**
 * Of the reads of a subscription, in bulk or of its customer alone, the newest that still counts; where none does,
 * the newest there is, whose standing says why.
 */
export function chooseRead<Row extends Candidate>(reads: readonly Row[], now: Instant): Row | null {
  const sorted = reads.toSorted(byNewest);
  const known = sorted.find((row) => row.unreadReason === null && standingOf(row, now) === 'known');
  return known ?? sorted[0] ?? null;
}

export type CostReadWay = CostWay | 'file';

export type CostCandidate = {
  /** The customer whose own read it is; '' for a read of a billing profile. */
  tenantId: TenantId | '';
  scope: string;
  asOf: Instant;
  way: CostReadWay | null;
};

const LINE_BY_LINE: readonly (CostReadWay | null)[] = ['export', 'report-profile', 'report-customer', 'file'];

/** Cost details and exports tell the class of each line, and its resource group. */
export const isLineByLine = ({ way }: Pick<CostCandidate, 'way'>): boolean => LINE_BY_LINE.includes(way);

type CostChoice<Row> = { daily: Row[]; grouped: Row[] };

const oldestOf = (rows: readonly CostCandidate[]): number =>
  Math.min(...rows.map(({ asOf }) => Date.parse(asOf)));

/**
 * The customer's own read, those of all its billing profiles, or one imported file, never two of them: the newest;
 * of a closed month rather those that tell each line's class. A profile that was not read leaves the customer to the
 * others.
 */
export function chooseCostReads<Row extends CostCandidate>(
  reads: readonly Row[],
  profileScopes: readonly string[],
  { closed }: { closed: boolean },
): CostChoice<Row> {
  const own = reads.filter(({ tenantId, way }) => tenantId !== '' && way !== 'file');
  const files = reads.filter(({ way }) => way === 'file').map((file) => [file]);
  const ofProfiles = reads.filter(({ tenantId, scope }) => tenantId === '' && profileScopes.includes(scope));
  const sets = [own, profileScopes.length === ofProfiles.length ? ofProfiles : [], ...files].filter(
    (set) => set.length > 0,
  );
  const byNewestSet = sets.toSorted((left, right) => oldestOf(right) - oldestOf(left));
  const detailed = byNewestSet.find((set) => set.every(isLineByLine));
  const newest = byNewestSet[0] ?? [];
  return { daily: closed ? (detailed ?? newest) : newest, grouped: detailed ?? [] };
}
