import { describe, expect, it } from 'vitest';
import { chooseCostReads, chooseRead, type Candidate, type CostCandidate } from './choose-reads.ts';
import { CUSTOMER } from './testing/made-facts.ts';

const NOW = '2026-11-21T09:00:00.000Z';
const EARLY = '2026-11-20T09:00:00.000Z';
const LATE = '2026-11-21T08:00:00.000Z';

describe('the read of a subscription that counts', () => {
  const candidate = (asOf: string, rest: Partial<Candidate> = {}): Candidate => ({
    ...{ asOf, outcome: 'done', incomplete: false, unreadReason: null },
    ...rest,
  });

  it('is the newer of the bulk read and the refresh of its customer', () => {
    const [bulk, refresh] = [candidate(EARLY), candidate(LATE)];
    expect(chooseRead([bulk, refresh], NOW)).toBe(refresh);
    expect(chooseRead([refresh, bulk], NOW)).toBe(refresh);
  });

  it('is an older one that still counts, where the newer was refused it or may no longer look', () => {
    const bulk = candidate(EARLY);
    expect(chooseRead([bulk, candidate(LATE, { unreadReason: 'forbidden' })], NOW)).toBe(bulk);
    expect(chooseRead([bulk, candidate(LATE, { outcome: 'forbidden' })], NOW)).toBe(bulk);
  });

  it('is the newest that says why, where none counts', () => {
    const old = candidate('2026-11-01T00:00:00.000Z');
    const refused = candidate(LATE, { unreadReason: 'forbidden' });
    expect(chooseRead([old, refused], NOW)).toBe(refused);
    expect(chooseRead([], NOW)).toBeNull();
  });
});

describe('the reads that a month of cost comes from', () => {
  const SCOPES = ['account/euro'];
  const profile = (asOf: string, way: CostCandidate['way'], scope = 'account/euro'): CostCandidate => ({
    ...{ tenantId: '', scope, asOf, way },
  });
  const own = (asOf: string, way: CostCandidate['way']): CostCandidate => ({
    ...{ tenantId: CUSTOMER, scope: '', asOf, way },
  });
  const open = { closed: false };

  it("are the customer's own or those of its profiles, whichever are newer, never both", () => {
    const [ofProfile, ofCustomer] = [profile(EARLY, 'report-profile'), own(LATE, 'query-customer')];
    expect(chooseCostReads([ofProfile, ofCustomer], SCOPES, open).daily).toEqual([ofCustomer]);
    const later = profile(LATE, 'report-profile');
    expect(chooseCostReads([later, own(EARLY, 'query-customer')], SCOPES, open).daily).toEqual([later]);
  });

  it('of a closed month are those that tell the class of each line, though others are newer', () => {
    const [ofProfile, ofCustomer] = [profile(EARLY, 'report-profile'), own(LATE, 'query-customer')];
    expect(chooseCostReads([ofProfile, ofCustomer], SCOPES, { closed: true }).daily).toEqual([ofProfile]);
  });

  it('take resource groups from the newest read that has them', () => {
    const [ofProfile, ofCustomer] = [profile(EARLY, 'export'), own(LATE, 'query-customer')];
    expect(chooseCostReads([ofProfile, ofCustomer], SCOPES, open).grouped).toEqual([ofProfile]);
    expect(chooseCostReads([ofCustomer], SCOPES, open).grouped).toEqual([]);
  });

  it('are one file or what Azure answered, whichever is newer, never two of them', () => {
    const file = (asOf: string, scope: string): CostCandidate => ({ ...own(asOf, 'file'), scope });
    const [older, newer] = [file(EARLY, 'file/a'), file(LATE, 'file/b')];
    expect(chooseCostReads([older, newer], [], open).daily).toEqual([newer]);
    expect(chooseCostReads([older, own(LATE, 'report-customer')], [], open).daily).toEqual([
      own(LATE, 'report-customer'),
    ]);
    expect(chooseCostReads([own(EARLY, 'query-customer'), newer], [], open).daily).toEqual([newer]);
  });

  it('are amortised amounts only where there are no others', () => {
    const amortised: CostCandidate = { ...own(LATE, 'amortised-file'), scope: 'file/a' };
    const billed: CostCandidate = { ...own(EARLY, 'file'), scope: 'file/b' };
    expect(chooseCostReads([amortised, billed], [], open).daily).toEqual([billed]);
    expect(chooseCostReads([amortised, own(EARLY, 'query-customer')], [], open).daily).toEqual([
      own(EARLY, 'query-customer'),
    ]);
    expect(chooseCostReads([amortised], [], open).daily).toEqual([amortised]);
  });

  it('of two files as new are the same, in whatever order they came', () => {
    const [first, second] = ['file/a', 'file/b'].map((scope): CostCandidate => ({
      ...own(LATE, 'file'),
      scope,
    }));
    if (first === undefined || second === undefined) throw new Error('two files');
    expect(chooseCostReads([first, second], [], open).daily).toEqual([first]);
    expect(chooseCostReads([second, first], [], open).daily).toEqual([first]);
  });

  it('of a closed month are a file, where Azure only told flags', () => {
    const file: CostCandidate = { ...own(EARLY, 'file'), scope: 'file/a' };
    const chosen = chooseCostReads([file, own(LATE, 'query-customer')], [], { closed: true });
    expect(chosen.daily).toEqual([file]);
  });

  it('are never a part of the profiles that bill a customer', () => {
    const first = profile(LATE, 'export');
    expect(chooseCostReads([first], ['account/euro', 'account/dollar'], open).daily).toEqual([]);
    const second = profile(EARLY, 'export', 'account/dollar');
    const both = chooseCostReads([first, second], ['account/euro', 'account/dollar'], open);
    expect(both.daily).toEqual([first, second]);
  });

  it('never include a profile that does not bill the customer', () => {
    expect(chooseCostReads([profile(LATE, 'export', 'account/other')], SCOPES, open).daily).toEqual([]);
    expect(chooseCostReads([profile(LATE, 'export')], [], open).daily).toEqual([]);
  });
});
