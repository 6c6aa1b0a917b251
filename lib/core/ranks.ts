import type { Cause } from './causes.ts';

/** No-reasons, nearest to earning first (diagnosis.md section 6, 2026-11-21). */
export const NO_RANK: readonly Cause[] = [
  'access-part-of-period',
  'time-bound-membership',
  'wrong-partner-organisation',
  'linked-in-customer-tenant-only',
  'linked-in-partner-tenant-only',
  'linked-identity-gone',
  'no-linked-group-member',
  'principal-not-linked',
  'just-in-time-only',
  'role-not-earning',
  'aobo-role-not-earning',
  'deny-assignment',
  'delegation-broken',
  'offer-bought-not-delegated',
  'transferred-in-without-access',
  'foreign-principal-of-another-partner',
  'delegated-to-another-tenant',
  'third-partner-only',
  'sold-without-access',
  'no-access',
];

/** Unknown-reasons, best first (diagnosis.md section 6, 2026-11-21). */
export const UNKNOWN_RANK: readonly Cause[] = [
  'global-partner-id',
  'marketplace-link-unverified',
  'role-not-listed',
  'link-unread',
  'access-unread',
];

const ALL = [...NO_RANK, ...UNKNOWN_RANK];

/** Position for breaking ties; a code without a rank comes last. */
export function rankOf(cause: Cause): number {
  const index = ALL.indexOf(cause);
  return index === -1 ? ALL.length : index;
}

export const bestRanked = (causes: Iterable<Cause>): Cause | null =>
  [...causes].sort((left, right) => rankOf(left) - rankOf(right))[0] ?? null;
