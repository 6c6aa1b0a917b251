import { describe, expect, it } from 'vitest';
import { accessOfDays } from './access.ts';
import { no, unknown, yes, type Answer } from './answers.ts';
import { read, unread } from './evidence.ts';
import { judgeSubscription } from './judge.ts';
import { NOBODY, pathOf } from './paths/access-path.ts';
import type { PathOwner } from './paths/parties.ts';
import { boundsOf, parsePeriod } from './periods.ts';
import {
  ALWAYS,
  aobo,
  contributor,
  deny,
  denies,
  direct,
  grouped,
  groupsRead,
  identity,
  inCustomer,
  linked,
  linkedOne,
  membership,
  missed,
  notLinked,
  ofGroup,
  parsedDay,
  person,
  principal,
  ROLES,
  scheduled,
  scopeOf,
  toGroup,
} from './testing/cause-case.ts';
import * as made from './testing/made-facts.ts';

const october = parsePeriod('2026-10');
function judged(of: made.Made) {
  if (october === null) throw new Error('period');
  const { access, cause, days, paths } = judgeSubscription(
    made.madeFacts({ costs: missed, ...of }),
    october,
    made.NOW,
  );
  return { access, cause, paths, also: days[9]?.access.alsoCauses ?? [], aoboOnly: days[9]?.access.aoboOnly };
}
const answer = (of: made.Made) => {
  const { access, cause } = judged(of);
  return [access, cause];
};
const second = (
  rest: Parameters<typeof made.delegation>[0],
  more: Parameters<typeof made.delegation>[1] = {},
) => made.delegation(rest, { id: 'second', ...more });
const two = (other: ReturnType<typeof second>, links = [linked(1), notLinked(2)]): made.Made => ({
  delegations: [made.delegation({ authorizations: [contributor(1)] }), other],
  identities: [identity(1), identity(2)],
  links,
});
/** Principal 1 is denied the group `databricks`, principal 2 is not. */
const hole = denies(deny({ denied: [principal(1)] }));
const inHole = { resourceGroup: 'databricks' };

describe('a hole in covered access', () => {
  it('is filled by another path that is not denied there', () => {
    const both = [linked(1), linked(2)];
    expect(answer({ ...two(second({ authorizations: [contributor(2)] }), both), rest: hole })[0]).toBe(
      'covered',
    );
    expect(
      answer({ ...two(second({ authorizations: [contributor(2)] }, inHole), both), rest: hole })[0],
    ).toBe('covered');
    const elsewhere = second({ authorizations: [contributor(2)] }, { resourceGroup: 'web' });
    expect(answer({ ...two(elsewhere, both), rest: hole })).toEqual(['partly', 'deny-assignment']);
  });

  it('is explained by the path of ours that comes nearest to filling it', () => {
    expect(answer({ ...two(second({ authorizations: [contributor(2)] })), rest: hole })).toEqual([
      'partly',
      'principal-not-linked',
    ]);
    expect(answer({ ...two(second({ authorizations: [contributor(2)] }, inHole)), rest: hole })).toEqual([
      'partly',
      'principal-not-linked',
    ]);
    const beside = second({ authorizations: [contributor(2)] }, { resourceGroup: 'web' });
    expect(answer({ ...two(beside), rest: hole })).toEqual(['partly', 'deny-assignment']);
  });

  it('is explained by a path into any of several holes, and by one into a part of it', () => {
    const holes = denies(
      deny({ denied: [principal(1)] }),
      deny({ id: 'second', denied: [principal(1)], scope: scopeOf('web') }),
    );
    expect(answer({ ...two(second({ authorizations: [contributor(2)] }, inHole)), rest: holes })).toEqual([
      'partly',
      'principal-not-linked',
    ]);
    const resource = `${scopeOf('databricks')}/providers/microsoft.web/sites/shop`;
    const within = aobo({ scope: resource, scopeLevel: 'resource', roleDefinitionId: ROLES.reader });
    expect(answer({ ...linkedOne(), ...within, rest: hole })).toEqual(['partly', 'aobo-role-not-earning']);
  });

  it('may be none after all, while a path there is unknown or sources are unread', () => {
    const unknown = two(second({ authorizations: [contributor(2)] }, inHole), [linked(1)]);
    expect(answer({ ...unknown, rest: hole })).toEqual(['partly', 'link-unread']);
    expect(answer({ ...linkedOne(), roleAssignments: unread('forbidden'), rest: hole })).toEqual([
      'partly',
      'access-unread',
    ]);
  });
});

describe('narrow access', () => {
  it('is told by what it is held through', () => {
    expect(answer(linkedOne(ofGroup('web')))).toEqual(['partly', 'resource-group-delegation-only']);
    const group = { scope: scopeOf('data'), scopeLevel: 'resource-group' } as const;
    expect(answer(aobo(group))).toEqual(['partly', 'scope-too-narrow']);
    expect(answer({ ...linkedOne(ofGroup('web')), ...aobo(group) })).toEqual(['partly', 'scope-too-narrow']);
  });

  it('is explained by a path on the rest, unknown before no', () => {
    const narrow = (other: ReturnType<typeof second>, links = [linked(1), notLinked(2)]): made.Made => ({
      ...two(other, links),
      delegations: [made.delegation({ authorizations: [contributor(1)] }, ofGroup('web')), other],
    });
    expect(answer(narrow(second({ authorizations: [contributor(2)] })))).toEqual([
      'partly',
      'principal-not-linked',
    ]);
    expect(answer(narrow(second({ authorizations: [contributor(2)] }), [linked(1)]))).toEqual([
      'partly',
      'link-unread',
    ]);
    const within = second({ authorizations: [contributor(2)] }, ofGroup('web'));
    expect(answer(narrow(within))).toEqual(['partly', 'resource-group-delegation-only']);
    const twoGroups = narrow(within);
    const data = made.delegation({ authorizations: [contributor(1)] }, { id: 'data', ...ofGroup('data') });
    const delegations = [made.delegation({ authorizations: [contributor(1)] }, ofGroup('web')), data, within];
    expect(answer({ ...twoGroups, delegations })).toEqual(['partly', 'resource-group-delegation-only']);
    expect(answer({ ...linkedOne(ofGroup('web')), roleAssignments: unread('failed') })).toEqual([
      'partly',
      'access-unread',
    ]);
  });

  it('by admin on behalf of alone keeps that name where the covered part lacks credit', () => {
    const group = { scope: scopeOf('data'), scopeLevel: 'resource-group' } as const;
    const rest = groupsRead(
      grouped('data', '9', 'ELIGIBLE_NOT_EARNED'),
      grouped('web', '1', 'ELIGIBLE_NOT_EARNED'),
    );
    expect(answer({ ...aobo(group), rest })[1]).toBe('aobo-intact-cost-uncredited');
    expect(answer({ ...linkedOne(ofGroup('data')), rest })[1]).toBe('access-good-cost-uncredited');
  });
});

describe('the days of a month', () => {
  const statuses = (of: made.Made) => {
    if (october === null) throw new Error('period');
    const { days } = judgeSubscription(made.madeFacts({ costs: missed, ...of }), october, made.NOW);
    return [8, 9, 18, 19, 30].map((index) => days[index]?.access.access);
  };

  it('turn with the first whole day of what begins', () => {
    const begun = (createdAt: string) => statuses(linkedOne({ createdAt }));
    const after = ['covered', 'covered', 'covered'];
    expect(begun('2026-10-10T00:00:00.000Z')).toEqual(['not-covered', 'covered', ...after]);
    expect(begun('2026-10-10T00:00:01.000Z')).toEqual(['not-covered', 'not-covered', ...after]);
  });

  it('turn with the first whole day that we saw', () => {
    const seen = { rest: { firstReadAt: new Map([['first', '2026-10-10T00:00:00.000Z']]) } };
    expect(statuses({ ...linkedOne({ id: 'first', createdAt: null }), ...seen })).toEqual([
      'unknown',
      'covered',
      'covered',
      'covered',
      'covered',
    ]);
  });

  it('turn after the last whole day of a membership that ends, and again where another begins', () => {
    const group = toGroup([person(8), person(9)]);
    const until = membership(8, { endAt: '2026-10-20T00:00:00.000Z' });
    const both = [linked(8), linked(9)];
    const covered = ['covered', 'covered', 'covered'];
    expect(statuses({ ...group, links: [linked(8), notLinked(9)], managing: scheduled(until) })).toEqual([
      ...covered,
      'not-covered',
      'not-covered',
    ]);
    const next = membership(9, { startAt: '2026-10-20T00:00:00.000Z' });
    expect(statuses({ ...group, links: both, managing: scheduled(until, next) })).toEqual([
      ...covered,
      'covered',
      'covered',
    ]);
    const late = membership(9, { startAt: '2026-10-20T12:00:00.000Z' });
    expect(statuses({ ...group, links: both, managing: scheduled(until, late) })).toEqual([
      ...covered,
      'not-covered',
      'covered',
    ]);
  });
});

describe('access from day to day', () => {
  const OTHER_DAYS = ['2026-10-01', '2026-10-09', '2026-10-10', '2026-10-19', '2026-10-20', '2026-10-31'];
  const bounds = OTHER_DAYS.map((day) => boundsOf(parsedDay(day)));
  const ms = Date.parse;
  const path = (owner: PathOwner, ...answers: Answer[]) =>
    pathOf(
      {
        kind: 'lighthouse',
        sourceId: 'delegation',
        narrowScope: null,
        inherited: false,
        owner,
        origin: 'template',
        readAt: made.NOW,
      },
      answers.map((one) => ({ ...NOBODY, answer: one })),
    );
  const facts = made.madeFacts();

  it('is judged anew only where something begins, is first seen or ends', () => {
    const changing = path(
      'us',
      yes({ ...ALWAYS, begins: ms('2026-10-10T00:00:00Z'), ends: ms('2026-10-20T00:00:00Z') }),
    );
    const coverages = accessOfDays(bounds, [changing], facts);
    expect(coverages.map(({ access }) => access.access)).toEqual([
      'not-covered',
      'not-covered',
      'covered',
      'covered',
      'not-covered',
      'not-covered',
    ]);
    expect(coverages.map((one) => coverages.indexOf(one))).toEqual([0, 0, 2, 2, 4, 4]);
    const seen = path('us', yes({ ...ALWAYS, seenSince: ms('2026-10-20T00:00:00Z') }));
    const since = accessOfDays(bounds, [seen], facts);
    expect(since.map((one) => since.indexOf(one))).toEqual([0, 0, 0, 0, 4, 4]);
    const always = accessOfDays(bounds, [path('us', yes(ALWAYS))], facts);
    expect(new Set(always).size).toBe(1);
  });

  it("never counts a third partner's path, whatever is said of it", () => {
    const [day] = accessOfDays(bounds, [path('third-party', yes(ALWAYS))], facts);
    expect(day).toMatchObject({ access: { access: 'not-covered', alsoCauses: [] }, reaches: [] });
  });

  it('unknown so far is explained by what earns on other days, before what never does', () => {
    const later = yes({ ...ALWAYS, seenSince: ms('2026-10-20T00:00:00Z') });
    const muchLater = yes({ ...ALWAYS, seenSince: ms('2026-11-20T00:00:00Z') });
    const of = (...answers: Answer[]) =>
      accessOfDays(bounds, [path('us', ...answers)], facts)[0]?.access.cause ?? null;
    expect(of(unknown('link-unread'), later, muchLater)).toBe('access-unread');
    expect(of(later, unknown('link-unread'))).toBe('access-unread');
    const begins = yes({ ...ALWAYS, begins: ms('2026-10-20T00:00:00Z') });
    expect(of(unknown('link-unread'), begins)).toBe('link-unread');
    expect(of(no('principal-not-linked'), begins)).toBe('access-part-of-period');
  });

  it('does not name its own reason a second time', () => {
    const [day] = accessOfDays(bounds, [path('us', no('principal-not-linked'))], facts);
    expect(day?.access).toMatchObject({ cause: 'principal-not-linked', alsoCauses: [] });
  });
});

describe('paths', () => {
  it('of a whole subscription beside narrow ones decide whether admin on behalf of alone covers', () => {
    expect(judged(aobo()).aoboOnly).toBe(true);
    expect(judged({ ...linkedOne(ofGroup('web')), ...aobo() }).aoboOnly).toBe(true);
    expect(judged({ ...linkedOne(), ...aobo() }).aoboOnly).toBe(false);
    expect(judged({}).aoboOnly).toBe(false);
  });

  it('say in order of kind and place, whatever the order of the answers', () => {
    const roleAssignments = [
      made.roleAssignment({ id: 'b' }),
      made.roleAssignment({ id: 'a', roleDefinitionId: ROLES.reader }),
    ];
    const told = judged({ ...linkedOne(), roleAssignments }).paths.map(({ kind, sourceId }) => [
      kind,
      sourceId,
    ]);
    expect(told.map(([kind]) => kind)).toEqual(['aobo', 'aobo', 'lighthouse']);
    expect(told.slice(0, 2).map(([, id]) => id)).toEqual(['a', 'b']);
  });

  it('tell their scope, their link and whether they are held above the subscription', () => {
    const [path] = judged({
      ...direct({ appOwnerTenantId: made.US }, { scope: '/providers/management', scopeLevel: 'above' }),
      links: [inCustomer(linked(60))],
    }).paths;
    expect(path).toMatchObject({
      narrowScope: null,
      inherited: true,
      owner: 'us',
      permanent: true,
      origin: null,
    });
    expect(path?.link?.tenantId).toBe(made.CUSTOMER);
    const [narrow] = judged(linkedOne(ofGroup('web'))).paths;
    expect(narrow).toMatchObject({ narrowScope: scopeOf('web'), inherited: false, origin: 'template' });
  });

  it('of ours that fail are named beside one that covers; third partners are not', () => {
    const theirs = second({ managedByTenantId: made.STRANGER, authorizations: [contributor(50)] });
    expect(judged({ ...two(second({ authorizations: [contributor(2)] })) }).also).toEqual([
      'principal-not-linked',
    ]);
    expect(judged(two(theirs)).also).toEqual([]);
  });

  it('count from when they were first read, where Azure tells no start', () => {
    const since = (at: string) => ({ rest: { firstReadAt: new Map([['first', at]]) } });
    const undated = { ...linkedOne({ id: 'first', createdAt: null }) };
    expect(judged({ ...undated, ...since('2026-09-30T00:00:00.000Z') }).access).toBe('covered');
    expect(judged({ ...undated, ...since('2026-10-15T00:00:00.000Z') }).access).toBe('unknown');
    expect(judged(undated).access).toBe('unknown');
    const group = aobo({ id: 'first', createdAt: null });
    expect(judged({ ...group, ...since('2026-09-30T00:00:00.000Z') }).access).toBe('covered');
    expect(judged(group).access).toBe('unknown');
    const untold = { ...linkedOne(), links: [linked(1, made.OUR_PARTNER_ID, null)] };
    expect(judged(untold).access).toBe('unknown');
    const checked = { ...linked(1, made.OUR_PARTNER_ID, null), checkedAt: '2026-09-30T00:00:00.000Z' };
    expect(judged({ ...untold, links: [checked] }).access).toBe('covered');
  });

  it('to an identity whose directory is unread count by its own token, not by a word', () => {
    const blind = { ...linkedOne(), identities: unread('forbidden') };
    expect(judged(blind).access).toBe('covered');
    const attested = { ...linked(1), how: 'attested' as const };
    expect(answer({ ...blind, links: [attested] })).toEqual(['unknown', 'access-unread']);
    expect(answer({ ...blind, links: [] })).toEqual(['unknown', 'access-unread']);
    expect(judged({ ...linkedOne(), links: [attested] }).access).toBe('covered');
    const disabled = read(new Map([[principal(1), identity(1, { enabled: null })]]), made.NOW);
    expect(judged({ ...linkedOne(), identities: disabled }).access).toBe('covered');
  });
});
