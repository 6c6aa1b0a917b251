import { CAUSES, type Cause } from './causes.ts';

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

const RANKED = [...NO_RANK, ...UNKNOWN_RANK];
const ORDER: ReadonlyMap<Cause, number> = new Map(
  [...RANKED, ...CAUSES.filter((cause) => !RANKED.includes(cause))].map((cause, index) => [cause, index]),
);

/** Position for breaking ties; codes without a rank follow as diagnosis.md section 8 (2026-11-21) lists them. */
export const rankOf = (cause: Cause): number => ORDER.get(cause) ?? ORDER.size;

export const bestRanked = (causes: Iterable<Cause>): Cause | null =>
  [...causes].sort((left, right) => rankOf(left) - rankOf(right))[0] ?? null;
