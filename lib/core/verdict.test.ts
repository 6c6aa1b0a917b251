import { describe, expect, it } from 'vitest';
import type { DayAccess } from './access.ts';
import type { Cause } from './causes.ts';
import type { CreditSigns } from './credit.ts';
import { unread } from './evidence.ts';
import { ZERO, requireDecimal } from './money.ts';
import { boundsOf } from './periods.ts';
import type { GroupSplit } from './resource-groups.ts';
import type { Access, Basis, Verdict } from './statuses.ts';
import { missed, parsedDay } from './testing/cause-case.ts';
import { madeFacts } from './testing/made-facts.ts';
import { verdictOfDay, type DayQuestion } from './verdict.ts';

const day = { day: parsedDay('2026-10-05'), ...boundsOf(parsedDay('2026-10-05')) };
const signs = (rest: Partial<CreditSigns>): CreditSigns => ({
  earned: false,
  missed: false,
  unknown: false,
  ineligible: false,
  ...rest,
});
const SIGNS = {
  credited: signs({ earned: true }),
  partly: signs({ earned: true, missed: true }),
  'not-credited': signs({ missed: true }),
  unknown: signs({ unknown: true }),
  'earned in part, the rest unknown': signs({ earned: true, unknown: true }),
  'missed in part, the rest unknown': signs({ missed: true, unknown: true }),
  'not-applicable': signs({}),
};
const access = (status: Access, rest: Partial<DayAccess> = {}): DayAccess => ({
  access: status,
  cause: status === 'covered' ? null : PATH_CAUSE[status],
  aoboOnly: false,
  alsoCauses: [],
  ...rest,
});
const PATH_CAUSE: Record<Exclude<Access, 'covered'>, Cause> = {
  partly: 'resource-group-delegation-only',
  'not-covered': 'principal-not-linked',
  unknown: 'link-unread',
};
const split = (inside: string, outside: string, followsGroups = false): GroupSplit => ({
  missedInside: requireDecimal(inside),
  missedOutside: requireDecimal(outside),
  followsGroups,
});

const ruled = (rest: Partial<DayQuestion>) => {
  const { verdict, basis, cause, beside } = verdictOfDay({
    day,
    isSettled: true,
    isLate: false,
    access: access('covered'),
    signs: SIGNS.credited,
    split: () => null,
    facts: madeFacts({ costs: missed }),
    ...rest,
  });
  return [verdict, basis, cause, beside];
};

type Row = [keyof typeof SIGNS, Access, Verdict, Basis, Cause];

/** The table of diagnosis.md section 6 (2026-11-21), written out by hand. */
const TABLE: Row[] = [
  ['credited', 'covered', 'earning', 'both', 'earning'],
  ['credited', 'partly', 'earning', 'both', 'earning'],
  ['credited', 'not-covered', 'earning', 'cost', 'credited-by-unseen-access'],
  ['credited', 'unknown', 'earning', 'cost', 'earning'],
  ['partly', 'covered', 'partial', 'both', 'access-good-cost-uncredited'],
  ['partly', 'partly', 'partial', 'both', 'resource-group-delegation-only'],
  ['partly', 'not-covered', 'partial', 'cost', 'credited-by-unseen-access'],
  ['partly', 'unknown', 'partial', 'cost', 'link-unread'],
  ['not-credited', 'covered', 'not-earning', 'both', 'access-good-cost-uncredited'],
  ['not-credited', 'partly', 'not-earning', 'both', 'resource-group-delegation-only'],
  ['not-credited', 'not-covered', 'not-earning', 'both', 'principal-not-linked'],
  ['not-credited', 'unknown', 'not-earning', 'cost', 'link-unread'],
  ['unknown', 'covered', 'unverified', 'access', 'no-billing-scope-data'],
  ['unknown', 'partly', 'unverified', 'access', 'resource-group-delegation-only'],
  ['unknown', 'not-covered', 'not-earning', 'access', 'principal-not-linked'],
  ['unknown', 'unknown', 'unknown', 'access', 'link-unread'],
  ['earned in part, the rest unknown', 'not-covered', 'unverified', 'cost', 'credited-by-unseen-access'],
  ['not-applicable', 'covered', 'not-applicable', 'cost', 'no-chargeable-usage'],
];

describe('the table of access and credit', () => {
  it.each(TABLE)('%s cost under access %s is %s by %s: %s', (credit, status, verdict, basis, cause) => {
    expect(ruled({ signs: SIGNS[credit], access: access(status) })).toEqual([verdict, basis, cause, null]);
  });

  it('names admin on behalf of where it alone covers', () => {
    const aobo = access('covered', { aoboOnly: true });
    expect(ruled({ signs: SIGNS['not-credited'], access: aobo })[2]).toBe('aobo-intact-cost-uncredited');
  });

  it('blames the part of the subscription where more is missed, and names the other beside it', () => {
    const partly = { access: access('partly') };
    const [inside, outside] = ['access-good-cost-uncredited', 'resource-group-delegation-only'];
    const cases: [keyof typeof SIGNS, GroupSplit, unknown[]][] = [
      ['not-credited', split('3', '2'), ['not-earning', 'both', inside, outside]],
      ['not-credited', split('2', '2'), ['not-earning', 'both', outside, inside]],
      ['not-credited', split('2', '3'), ['not-earning', 'both', outside, inside]],
      ['not-credited', split('0', '3'), ['not-earning', 'both', outside, null]],
      ['partly', split('3', '2'), ['partial', 'both', inside, outside]],
      ['partly', split('0', '2'), ['partial', 'both', outside, null]],
    ];
    for (const [credit, groups, expected] of cases) {
      expect(ruled({ ...partly, signs: SIGNS[credit], split: () => groups })).toEqual(expected);
    }
    const aobo = { access: access('partly', { aoboOnly: true }), signs: SIGNS['not-credited'] };
    expect(ruled({ ...aobo, split: () => split('3', '2') })[2]).toBe('aobo-intact-cost-uncredited');
  });

  it('takes credit that follows resource groups for a scope too narrow, where access is unknown', () => {
    const unknown = { signs: SIGNS.partly, access: access('unknown') };
    expect(ruled({ ...unknown, split: () => split('0', '3', true) })[2]).toBe('scope-too-narrow');
    expect(ruled({ ...unknown, split: () => split('0', '3') })[2]).toBe('link-unread');
  });

  it('calls a Marketplace offer without a link unverified while credit is unknown', () => {
    const offer = access('unknown', { cause: 'marketplace-link-unverified' });
    expect(ruled({ signs: SIGNS.unknown, access: offer })[0]).toBe('unverified');
    expect(ruled({ signs: SIGNS['not-credited'], access: offer })[0]).toBe('not-earning');
    expect(ruled({ signs: SIGNS.credited, access: offer })[0]).toBe('earning');
  });

  it('blames nobody for access unknown without a reason but what was unread', () => {
    const unread = access('unknown', { cause: null });
    expect(ruled({ signs: SIGNS['not-credited'], access: unread })[2]).toBe('access-unread');
  });

  it('calls a customer of unknown billing not earning only where eligible cost was seen', () => {
    const facts = madeFacts({ costs: unread('forbidden'), customer: { billedByUs: null } });
    const gone = { facts, access: access('not-covered') };
    expect(ruled({ ...gone, signs: null })).toEqual(['unknown', 'access', 'principal-not-linked', null]);
    expect(ruled({ ...gone, signs: SIGNS['missed in part, the rest unknown'] })[0]).toBe('not-earning');
  });
});

describe('before the table', () => {
  const reseller = madeFacts({ costs: missed, profile: { type: 'indirect-reseller' } });

  it('an indirect reseller never earns, however young the day', () => {
    expect(ruled({ facts: reseller, isSettled: false })).toEqual([
      'not-applicable',
      'access',
      'indirect-reseller',
      null,
    ]);
  });

  it('a day too young waits, and so does one that the data has not reached', () => {
    expect(ruled({ isSettled: false })).toEqual(['pending', 'both', 'too-recent', null]);
    expect(ruled({ isLate: true, signs: SIGNS['not-applicable'] })).toEqual([
      'pending',
      'cost',
      'unbilled-data-late',
      null,
    ]);
  });

  it('products that cannot earn are named before absence of usage', () => {
    expect(ruled({ signs: signs({ ineligible: true }) })[2]).toBe('only-ineligible-products');
    expect(ruled({ signs: SIGNS['not-applicable'] })[2]).toBe('no-chargeable-usage');
  });

  it('somebody else who bills is named only while no credit was seen', () => {
    const facts = madeFacts({ costs: [], customer: { billedByUs: false } });
    expect(ruled({ facts, signs: SIGNS['not-applicable'] })).toEqual([
      'not-applicable',
      'access',
      'not-billed-by-us',
      null,
    ]);
    expect(ruled({ facts, signs: null })[2]).toBe('not-billed-by-us');
    expect(ruled({ facts, signs: SIGNS.credited })[2]).toBe('earning');
  });

  it('an unread partner type takes back every green word, and nothing else', () => {
    const facts = madeFacts({ costs: missed, profile: { type: null } });
    expect(ruled({ facts })).toEqual(['unverified', 'both', 'no-billing-scope-data', 'earning']);
    expect(ruled({ facts, signs: SIGNS.partly })).toEqual([
      'unverified',
      'both',
      'no-billing-scope-data',
      'access-good-cost-uncredited',
    ]);
    expect(ruled({ facts, signs: SIGNS['not-credited'] })[0]).toBe('not-earning');
    expect(ruled({ facts, signs: SIGNS.unknown, access: access('unknown') })[0]).toBe('unknown');
  });

  it('keeps day, access and credit beside the verdict', () => {
    const told = verdictOfDay({
      day,
      isSettled: true,
      isLate: false,
      access: access('partly'),
      signs: null,
      split: () => ({ missedInside: ZERO, missedOutside: ZERO, followsGroups: false }),
      facts: madeFacts({ costs: missed }),
    });
    expect(told).toMatchObject({ day: '2026-10-05', credit: 'unknown', access: { access: 'partly' } });
  });
});
