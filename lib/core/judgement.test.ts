import { describe, expect, it } from 'vitest';
import { read, unread } from './evidence.ts';
import { judgeSubscription } from './judge.ts';
import { decimalText } from './money.ts';
import { parsePeriod } from './periods.ts';
import { RULES_VERSION } from './rules.ts';
import { CAUSES } from './causes.ts';
import { RULES, SOURCE_DOCUMENTS } from './rules.ts';
import {
  deny,
  earned,
  from,
  grouped,
  line,
  linked,
  linkedOne,
  notLinked,
  ofGroup,
  parsedDay,
  scopeOf,
  toOne,
} from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';

const parsedOctober = parsePeriod('2026-10');
if (parsedOctober === null) throw new Error('period');
const october = parsedOctober;
const judge = (of: made.Made, now = made.NOW) => judgeSubscription(made.madeFacts(of), october, now);
const amounts = (
  rows: readonly { currency: string; costClass: string; net: Parameters<typeof decimalText>[0] }[],
) => rows.map(({ currency, costClass, net }) => [currency, costClass, decimalText(net)]);

describe('a judgement', () => {
  it('keeps the versions of the rules and of the role list', () => {
    expect(judge({})).toMatchObject({ rulesVersion: RULES_VERSION, roleListVersion: '2022-11-08' });
  });

  it('holds the amounts of each day and of the period by class, exact and per currency', () => {
    const costs = [
      line('2026-10-05', '0.1', 'EARNED'),
      line('2026-10-05', '0.2', 'EARNED', '0.03'),
      line('2026-10-05', '0.7', 'INELIGIBLE_SPOT'),
      { ...line('2026-10-06', '0.4', 'EARNED', '0.07'), currency: 'USD' },
    ];
    const judged = judge({ ...linkedOne(), costs });
    expect(amounts(judged.days[4]?.amounts ?? [])).toEqual([
      ['EUR', 'EARNED', '0.3'],
      ['EUR', 'INELIGIBLE_SPOT', '0.7'],
    ]);
    expect(amounts(judged.classes)).toEqual([
      ['EUR', 'EARNED', '0.3'],
      ['EUR', 'INELIGIBLE_SPOT', '0.7'],
      ['USD', 'EARNED', '0.4'],
    ]);
    // A credit that lacks a part is not known.
    expect(judged.classes.map(({ credit }) => credit?.toFixed() ?? null)).toEqual([null, null, '0.07']);
  });

  it('estimates missed credit by the rate of the period, of its own lines, or the assumed one, and says which', () => {
    const rate = (of: made.Made) => {
      const { fraction, basis } = judge(of).rate;
      return [fraction.toFixed(), basis];
    };
    const told = line('2026-10-05', '90', 'EARNED', '10');
    expect(rate({ costs: [told], rest: { rateSeen: null } })).toEqual(['0.1', 'seen']);
    expect(rate({ costs: [line('2026-10-05', '90', 'EARNED')] })).toEqual(['0.15', 'assumed']);
    expect(rate({ costs: [line('2026-10-05', '90', 'EARNED', '0')] })).toEqual(['0.15', 'assumed']);
    expect(rate({ costs: [told, { ...line('2026-10-05', '80', 'EARNED', '20'), currency: 'USD' }] })).toEqual(
      ['0.2', 'seen'],
    );
    expect(rate({ costs: [told], rest: { rateSeen: told.net.div('400') } })).toEqual(['0.225', 'seen']);
  });

  it('leaves out of the further causes what explains nothing, and keeps the smaller part', () => {
    const also = (of: made.Made) => judge(of).alsoCauses;
    const half = from('2026-10-16');
    expect(also({ ...linkedOne(), costs: half })).not.toContain('earning');
    expect(also({ ...linkedOne(), costs: half.slice(0, 20) })).not.toContain('no-chargeable-usage');
    const groups = read(
      [grouped('web', '200', 'ELIGIBLE_NOT_EARNED'), grouped('data', '300', 'ELIGIBLE_NOT_EARNED')],
      made.NOW,
    );
    const narrow = { ...linkedOne(ofGroup('web')), costs: half, rest: { groupedCosts: groups } };
    expect(also(narrow)).toContain('access-good-cost-uncredited');
  });

  it('calls data late only for days that were read, without a line, after the last that came', () => {
    const rest = { costDataUntil: parsedDay('2026-10-09') };
    const causesOf = ({ days }: { days: readonly { cause: string }[] }) =>
      new Set(days.map(({ cause }) => cause));
    const whole = judge({ ...linkedOne(), costs: earned, rest });
    expect([whole.verdict, causesOf(whole)]).toEqual(['earning', new Set(['earning'])]);
    const unseen = judge({ ...linkedOne(), costs: unread('forbidden'), rest });
    expect([unseen.verdict, causesOf(unseen)]).toEqual(['unverified', new Set(['no-billing-scope-data'])]);
    const late = judge({ ...linkedOne(), costs: earned.slice(0, 9), rest });
    expect(late.days.map(({ cause }) => cause).slice(8, 10)).toEqual(['earning', 'unbilled-data-late']);
  });

  it('names each further cause once, with its evidence, as of the cost that it judges', () => {
    const november = parsePeriod('2026-11');
    if (november === null) throw new Error('period');
    const began = { ...toOne({ createdAt: '2026-11-17T10:00:00.000Z' }), links: [linked(1)] };
    const costs = read([line('2026-11-05', '5', 'ELIGIBLE_NOT_EARNED')], '2026-11-19T10:00:00.000Z');
    const judged = judgeSubscription(made.madeFacts({ ...began, costs }), november, made.NOW);
    expect(judged.cause).toBe('access-part-of-period');
    // 48 hours before the cost was read, and 95 before it was judged.
    expect(judged.alsoCauses.filter((cause) => cause === 'too-recent')).toEqual(['too-recent']);
    expect(judged.evidence.map(({ rule }) => rule)).toEqual([judged.cause, ...judged.alsoCauses]);
  });

  it('is pending, and too recent, before its month has begun', () => {
    expect(judge({ ...linkedOne(), costs: [] }, '2026-09-30T12:00:00.000Z')).toMatchObject({
      cause: 'too-recent',
      days: [],
    });
  });

  it('tells access of the settled days, and of all while none is', () => {
    const at = '2026-10-20T10:00:00.000Z';
    const later = { ...toOne({ createdAt: '2026-10-18T00:00:00.000Z' }), links: [linked(1)] };
    expect(judge({ ...later, costs: read([], at) }, at).access).toBe('not-covered');
    const young = '2026-10-03T10:00:00.000Z';
    expect(judge({ ...linkedOne(), costs: read([], young) }, young).access).toBe('covered');
  });

  it('tells for each rule that fired its document, and when and how its facts were read', () => {
    const judged = judge({ ...toOne(), links: [notLinked(1)], costs: unread('forbidden', 'a billing role') });
    const fired = judged.evidence.find(({ rule }) => rule === 'principal-not-linked');
    expect(fired).toMatchObject({ documentDate: '2023-05-23', inferred: false });
    expect(fired?.facts).toContainEqual({ fact: 'delegations', state: 'read', at: made.NOW, way: null });
    expect(fired?.facts).toContainEqual({
      fact: `partner-link of identity 1 (${made.principal(1)})`,
      state: 'read',
      at: made.NOW,
      way: 'link-credential',
    });
    const unnamed = { ...linkedOne(), identities: unread('forbidden') };
    expect(JSON.stringify(judge({ ...unnamed, costs: unread('not-asked') }).evidence)).not.toContain(
      'identity 1',
    );
    const blind = judge({ ...linkedOne(), costs: unread('forbidden', 'a billing role') });
    expect(blind.evidence[0]).toMatchObject({
      rule: 'no-billing-scope-data',
      facts: [{ fact: 'costs', state: 'unread', reason: 'forbidden', missingRight: 'a billing role' }],
    });
  });

  it('has a document for every cause', () => {
    for (const cause of CAUSES)
      expect(SOURCE_DOCUMENTS[RULES[cause].document].date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('says when a month can be judged', () => {
    expect(judge({ costs: read([], '2026-10-03T00:00:00.000Z') }, '2026-10-03T00:00:00.000Z')).toMatchObject({
      verdict: 'pending',
      judgeableFrom: '2026-10-05T00:00:00Z',
    });
    expect(judge({ rest: { costDataUntil: parsedDay('2026-09-30') } })).toMatchObject({
      verdict: 'pending',
      judgeableFrom: '2026-11-08T00:00:00Z',
    });
    expect(judge(linkedOne()).judgeableFrom).toBeNull();
    // Days too new wait beside days that the data has not reached; neither has an amount.
    const late = judge(
      { costs: read([], '2026-10-15T10:00:00.000Z'), rest: { costDataUntil: parsedDay('2026-09-30') } },
      '2026-10-15T10:00:00.000Z',
    );
    expect(late).toMatchObject({
      verdict: 'pending',
      cause: 'too-recent',
      alsoCauses: expect.arrayContaining(['unbilled-data-late']),
      judgeableFrom: '2026-11-08T00:00:00Z',
    });
  });

  it('takes billing that ended for a move where the subscription lives on', () => {
    const endedAt = (until: string) => ({
      billing: read(
        {
          billingAccountName: 'account',
          subscriptionId: made.SUBSCRIPTION,
          customerId: null,
          billingProfileName: null,
          displayName: null,
          status: 'Deleted',
          offer: null,
          plan: 'azure-plan' as const,
          reseller: null,
          since: null,
          until,
        },
        made.NOW,
      ),
    });
    expect(judge({ ...linkedOne(), rest: endedAt('2026-09-30T00:00:00.000Z') })).toMatchObject({
      verdict: 'not-applicable',
      cause: 'transferred-away',
    });
    const inMonth = judge({ ...linkedOne(), rest: endedAt('2026-10-11T00:00:00.000Z') });
    const days = inMonth.days.map(({ cause }) => cause);
    expect(days[9]).toBe('no-chargeable-usage');
    expect(days[10]).toBe('transferred-away');
  });

  it('judges up to today, and leaves out what has not come yet', () => {
    const judged = judge({ costs: read([], '2026-10-09T10:00:00.000Z') }, '2026-10-09T10:00:00.000Z');
    expect(judged.days.map(({ day }) => day)).toEqual(
      Array.from({ length: 9 }, (_, index) => `2026-10-0${index + 1}`),
    );
    expect(judged.days.map(({ verdict }) => verdict).slice(4, 6)).toEqual(['not-applicable', 'pending']);
  });
});

describe('resource groups', () => {
  const named = (of: made.Made) =>
    judge(of).resourceGroups?.map(({ name, coverage }) => [name, coverage]) ?? null;

  it('are covered or not, with their cost, and those without cost too', () => {
    const groupedCosts = read(
      [grouped('web', '5', 'EARNED'), grouped('web', '1', 'EARNED'), grouped('', '2', 'ELIGIBLE_NOT_EARNED')],
      made.NOW,
    );
    const of = {
      ...linkedOne(ofGroup('web')),
      rest: { groupedCosts, resourceGroups: read(['idle'], made.NOW) },
    };
    expect(named(of)).toEqual([
      ['', 'not-covered'],
      ['idle', 'not-covered'],
      ['web', 'covered'],
    ]);
    expect(amounts(judge(of).resourceGroups?.[2]?.amounts ?? [])).toEqual([['EUR', 'EARNED', '6']]);
  });

  it('are covered with the whole subscription, save what is denied', () => {
    const rest = {
      groupedCosts: read([grouped('', '2', 'EARNED'), grouped('databricks', '2', 'EARNED')], made.NOW),
      denyAssignments: read([deny({ scope: scopeOf('databricks') })], made.NOW),
    };
    expect(named({ ...linkedOne(), rest })).toEqual([
      ['', 'covered'],
      ['databricks', 'not-covered'],
    ]);
  });

  it('are covered for a part of the month where access came in it', () => {
    const rest = { resourceGroups: read(['web'], made.NOW) };
    const links = [linked(1, made.OUR_PARTNER_ID, '2026-10-10T12:00:00.000Z')];
    expect(named({ ...toOne(), links, costs: from('2026-10-11'), rest })).toEqual([['web', 'partly']]);
  });

  it('are unknown where access is', () => {
    const rest = { resourceGroups: read(['web'], made.NOW) };
    expect(named({ delegations: unread('forbidden'), rest })).toEqual([['web', 'unknown']]);
  });

  it('other groupings of cost are no resource groups', () => {
    const storage = { ...grouped('storage', '5', 'EARNED'), grouping: 'service' as const };
    expect(named({ rest: { groupedCosts: read([storage], made.NOW) } })).toEqual([]);
    expect(named({ costs: earned, rest: { resourceGroups: unread('not-asked') } })).toBeNull();
  });
});
