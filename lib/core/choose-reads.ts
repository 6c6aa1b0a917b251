import { standingOf, type Attempted } from './freshness.ts';
import type { CostWay } from './facts.ts';
import type { TenantId } from './ids.ts';
import type { Instant } from './periods.ts';
import type { UnreadReason } from './statuses.ts';
import { byText } from './text-order.ts';

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

/** Imported files of amounts as they are billed, or with the price of commitments spread over their days. */
export const FILE_WAYS = ['file', 'amortised-file'] as const;
export type FileWay = (typeof FILE_WAYS)[number];
export type CostReadWay = CostWay | FileWay;

const isFile = (way: CostReadWay | null): way is FileWay => FILE_WAYS.some((one) => one === way);

export type CostCandidate = {
  /** The customer whose own read it is; '' for a read of a billing profile. */
  tenantId: TenantId | '';
  scope: string;
  asOf: Instant;
  way: CostReadWay | null;
};

const LINE_BY_LINE: readonly (CostReadWay | null)[] = [
  'export',
  'report-profile',
  'report-customer',
  ...FILE_WAYS,
];

/** Cost details and exports tell the class of each line, and its resource group. */
export const isLineByLine = ({ way }: Pick<CostCandidate, 'way'>): boolean => LINE_BY_LINE.includes(way);

type CostChoice<Row> = { daily: Row[]; grouped: Row[] };

const oldestOf = (rows: readonly CostCandidate[]): number =>
  Math.min(...rows.map(({ asOf }) => Date.parse(asOf)));

const isAmortised = (rows: readonly CostCandidate[]): boolean =>
  rows.some(({ way }) => way === 'amortised-file');

/**
 * The customer's own read, those of all its billing profiles, or one imported file, never two of them: the newest;
 * of a closed month rather those that tell each line's class. A profile that was not read leaves the customer to the
 * others. Amortised amounts count only where there are no others, and of two as new the order in which they came
 * never decides.
 */
export function chooseCostReads<Row extends CostCandidate>(
  reads: readonly Row[],
  profileScopes: readonly string[],
  { closed }: { closed: boolean },
): CostChoice<Row> {
  const own = reads.filter(({ tenantId, way }) => tenantId !== '' && !isFile(way));
  const files = reads.filter(({ way }) => isFile(way)).map((file) => [file]);
  const ofProfiles = reads.filter(({ tenantId, scope }) => tenantId === '' && profileScopes.includes(scope));
  const sets = [own, profileScopes.length === ofProfiles.length ? ofProfiles : [], ...files].filter(
    (set) => set.length > 0,
  );
  const byNewestSet = sets.toSorted(
    (left, right) =>
      Number(isAmortised(left)) - Number(isAmortised(right)) ||
      oldestOf(right) - oldestOf(left) ||
      byText(left[0]?.scope ?? '', right[0]?.scope ?? ''),
  );
  const detailed = byNewestSet.find((set) => set.every(isLineByLine));
  const newest = byNewestSet[0] ?? [];
  return { daily: closed ? (detailed ?? newest) : newest, grouped: detailed ?? [] };
}
