import { describe, expect, it } from 'vitest';
import { no, unknown, yes, type Answer } from './answers.ts';
import type { Cause } from './causes.ts';
import { read, unread } from './evidence.ts';
import { notesOf } from './notes.ts';
import { parsePeriod } from './periods.ts';
import { ALWAYS, line } from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';
import { madePath } from './testing/made-path.ts';

const parsed = parsePeriod('2026-10');
if (parsed === null) throw new Error('period');
const october = parsed;
type Ground = Parameters<typeof notesOf>[0];
const notes = (of: made.Made, rest: Partial<Ground> = {}) =>
  notesOf({
    facts: made.madeFacts(of),
    paths: [],
    lines: [],
    period: october,
    now: made.NOW,
    causes: new Set(),
    ...rest,
  });
const path = (owner: Ground['paths'][number]['owner'], answer: Answer = yes(ALWAYS)) =>
  madePath({ owner }, [answer]);
const OURS = path('us');
const THEIRS = path('third-party', no('delegated-to-another-tenant'));
const RESELLERS = path('reseller-of-record');

describe('what explains without ever leading', () => {
  it('is nothing where there is nothing to say', () => {
    expect(notes({})).toEqual([]);
    expect(notes({}, { paths: [OURS] })).toEqual([]);
  });

  it("is the reseller of record's access where no other counts", () => {
    expect(notes({}, { paths: [RESELLERS] })).toEqual(['reseller-of-record-access']);
    expect(notes({}, { paths: [RESELLERS, path('us', no('principal-not-linked'))] })).toEqual([
      'reseller-of-record-access',
    ]);
    expect(notes({}, { paths: [RESELLERS, OURS] })).toEqual([]);
    expect(notes({}, { paths: [path('reseller-of-record', unknown('link-unread'))] })).toEqual([]);
  });

  it("is another partner beside us, not beside nothing, and not the customer's own people", () => {
    expect(notes({}, { paths: [OURS, THEIRS] })).toEqual(['third-partner-also-present']);
    expect(notes({}, { paths: [{ ...THEIRS, kind: 'aobo' }, OURS] })).toEqual(['third-partner-also-present']);
    expect(notes({}, { paths: [OURS, { ...THEIRS, kind: 'direct' }] })).toEqual([]);
    expect(notes({}, { paths: [THEIRS] })).toEqual([]);
    expect(notes({}, { paths: [path('third-party')] })).toEqual([]);
  });

  it('is access that began less than 72 hours ago', () => {
    const began = (at: string) => [path('us', yes({ ...ALWAYS, begins: Date.parse(at) }))];
    expect(notes({}, { paths: began('2026-11-18T09:00:00.001Z') })).toEqual(['too-recent']);
    expect(notes({}, { paths: began('2026-11-18T09:00:00.000Z') })).toEqual([]);
    expect(notes({}, { paths: [OURS, ...began('2026-11-20T09:00:00.000Z')] })).toEqual(['too-recent']);
  });

  it('is a delegated admin relationship that ended while access stands', () => {
    const gdap = (...states: string[]) => ({
      customer: {
        gdap: read(
          states.map((status) => ({
            id: status,
            customerTenantId: made.CUSTOMER,
            displayName: null,
            status,
            activeFrom: null,
            endAt: null,
          })),
          made.NOW,
        ),
      },
    });
    const ended: Cause[] = ['gdap-removed-rbac-intact'];
    for (const status of ['expired', 'Terminated', 'terminating'])
      expect(notes(gdap(status), { paths: [OURS] })).toEqual(ended);
    for (const status of ['active', 'terminationRequested', 'notExpired', 'expiredSoon'])
      expect(notes(gdap(status), { paths: [OURS] })).toEqual([]);
    expect(notes(gdap('expired', 'active'), { paths: [OURS] })).toEqual([]);
    expect(notes(gdap(), { paths: [OURS] })).toEqual([]);
    expect(notes({ customer: { gdap: unread('forbidden') } }, { paths: [OURS] })).toEqual([]);
    expect(notes(gdap('expired'))).toEqual([]);
  });

  it('is an Azure credit that paid, all of it or a part', () => {
    const lines = (net: string) => [
      line('2026-10-05', '5', 'EARNED'),
      line('2026-10-05', net, 'OFFSET_BY_AZURE_CREDIT'),
    ];
    expect(notes({}, { lines: lines('3') })).toEqual(['offset-by-azure-credit']);
    expect(notes({}, { lines: lines('-3') })).toEqual(['offset-by-azure-credit']);
    expect(notes({}, { lines: lines('0') })).toEqual(['offset-by-azure-credit']);
    expect(notes({}, { lines: [line('2026-10-05', '0', 'ZERO_PRICE')] })).toEqual([]);
    expect(notes({}, { lines: [line('2026-10-05', '5', 'EARNED')] })).toEqual([]);
  });

  it('is a price below the market without credit, where it was compared', () => {
    const price = (lowerPriceUnflagged: ReturnType<typeof read<boolean>>) =>
      notes({ rest: { lowerPriceUnflagged } });
    expect(price(read(true, made.NOW))).toEqual(['price-lower-but-flag-absent']);
    expect(price(read(false, made.NOW))).toEqual([]);
    expect(price(unread('not-asked'))).toEqual([]);
  });

  it('is an enrolment that moved in the month of a contradiction', () => {
    const moved = (at: string | null, ...causes: Cause[]) =>
      notes({ managing: { enrolmentMovedAt: read(at, made.NOW) } }, { causes: new Set(causes) });
    for (const cause of [
      'access-good-cost-uncredited',
      'aobo-intact-cost-uncredited',
      'credited-by-unseen-access',
    ] as const)
      expect(moved('2026-10-31T12:00:00.000Z', 'earning', cause)).toEqual(['enrolment-moved-organisation']);
    expect(moved('2026-09-30T12:00:00.000Z', 'access-good-cost-uncredited')).toEqual([]);
    expect(moved(null, 'access-good-cost-uncredited')).toEqual([]);
    expect(moved('2026-10-31T12:00:00.000Z', 'earning')).toEqual([]);
    const unseen = { managing: { enrolmentMovedAt: unread('not-visible') } } as const;
    expect(notes(unseen, { causes: new Set<Cause>(['access-good-cost-uncredited']) })).toEqual([]);
  });
});
