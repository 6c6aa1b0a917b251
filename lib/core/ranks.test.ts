import { describe, expect, it } from 'vitest';
import { CAUSES, type Cause } from './causes.ts';
import { bestRanked, NO_RANK, rankOf, UNKNOWN_RANK } from './ranks.ts';

/** diagnosis.md section 6 (2026-11-21), written out by hand: nearest to earning first. */
const NO: readonly Cause[] = [
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
const UNKNOWN: readonly Cause[] = [
  'global-partner-id',
  'marketplace-link-unverified',
  'role-not-listed',
  'link-unread',
  'access-unread',
];

describe('the rank of causes', () => {
  it('is that of the two lists, one after the other, then that of all codes', () => {
    expect(NO_RANK).toEqual(NO);
    expect(UNKNOWN_RANK).toEqual(UNKNOWN);
    const ranked = [...NO, ...UNKNOWN];
    const expected = [...ranked, ...CAUSES.filter((cause) => !ranked.includes(cause))];
    expect([...CAUSES].sort((left, right) => rankOf(left) - rankOf(right))).toEqual(expected);
    expect(expected.map(rankOf)).toEqual(expected.map((_, index) => index));
  });

  it('picks the best, whatever the order, and none of none', () => {
    expect(bestRanked(['no-access', 'principal-not-linked'])).toBe('principal-not-linked');
    expect(bestRanked(['principal-not-linked', 'no-access'])).toBe('principal-not-linked');
    expect(bestRanked(new Set<Cause>(['access-unread']))).toBe('access-unread');
    expect(bestRanked([])).toBeNull();
  });
});
