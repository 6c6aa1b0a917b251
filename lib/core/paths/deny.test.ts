import { describe, expect, it } from 'vitest';
import { no, unknown, yes, type Answer } from '../answers.ts';
import { read, unread, type Facts } from '../evidence.ts';
import type { DenyAssignment } from '../facts.ts';
import { ALWAYS, deny, principal, scopeOf } from '../testing/cause-case.ts';
import { madeFacts, NOW, SUBSCRIPTION } from '../testing/made-facts.ts';
import { NOBODY, pathOf } from './access-path.ts';
import { withoutDenied } from './deny.ts';

const grounds = {
  kind: 'lighthouse' as const,
  sourceId: 'delegation',
  inherited: false,
  owner: 'us' as const,
  origin: null,
  readAt: NOW,
};
const candidate = (answer: Answer = yes(ALWAYS)) => ({
  ...NOBODY,
  principalId: principal(8),
  throughGroup: principal(7),
  answer,
});
const left = (
  narrowScope: string | null,
  denyAssignments: Facts['subscription']['denyAssignments'],
  answer?: Answer,
) => {
  const path = pathOf({ ...grounds, narrowScope }, [candidate(answer)]);
  const [first] = withoutDenied(path, madeFacts({ rest: { denyAssignments } })).candidates;
  return [first?.answer, first?.holes];
};
const after = (narrowScope: string | null, ...denies: DenyAssignment[]) =>
  left(narrowScope, read(denies, NOW));
const subscriptionWide = { scope: `/subscriptions/${SUBSCRIPTION}`, scopeLevel: 'subscription' as const };
const whole = [yes(ALWAYS), []];
const gone = [no('deny-assignment'), []];
const WEB = scopeOf('web');

describe('what deny assignments leave of a path', () => {
  it('is all of it where nothing is denied, or nothing was to be asked', () => {
    expect(after(null)).toEqual(whole);
    expect(left(null, unread('not-asked'))).toEqual(whole);
  });

  it('is unknown where they could not be read, and only of what would be yes', () => {
    expect(left(null, unread('forbidden'))).toEqual([unknown('access-unread'), []]);
    expect(left(null, unread('forbidden'), no('principal-not-linked'))).toEqual([
      no('principal-not-linked'),
      [],
    ]);
  });

  it('leaves a candidate that is no for another reason with its reason', () => {
    const answered = (answer: Answer) => left(null, read([deny(subscriptionWide)], NOW), answer);
    expect(answered(no('principal-not-linked'))).toEqual([no('principal-not-linked'), []]);
    expect(answered(unknown('link-unread'))).toEqual([unknown('link-unread'), []]);
  });

  it('is judged candidate by candidate: the best that is left stands for the path', () => {
    const path = pathOf({ ...grounds, narrowScope: null }, [
      { ...candidate(), principalId: principal(1), throughGroup: null },
      { ...candidate(no('principal-not-linked')), principalId: principal(2) },
    ]);
    const denied = deny({ ...subscriptionWide, denied: [principal(1)] });
    const rest = { denyAssignments: read([denied], NOW) };
    const judged = withoutDenied(path, madeFacts({ rest }));
    expect(judged.candidates.map(({ answer }) => answer)).toEqual([
      no('deny-assignment'),
      no('principal-not-linked'),
    ]);
    expect(judged).toMatchObject({ answer: no('principal-not-linked'), principalId: principal(2) });
    const doubted = withoutDenied(path, madeFacts({ rest: { denyAssignments: unread('failed') } }));
    expect(doubted).toMatchObject({ answer: unknown('access-unread'), principalId: principal(1) });
  });

  it('is all but the denied scopes, in order', () => {
    expect(after(null, deny({ scope: WEB }), deny({}))).toEqual([yes(ALWAYS), [scopeOf('databricks'), WEB]]);
  });

  it('is nothing where the denied scope holds the path', () => {
    expect(after(null, deny(subscriptionWide))).toEqual(gone);
    expect(after(null, deny({ scope: '/providers/management', scopeLevel: 'above' }))).toEqual(gone);
    expect(after(WEB, deny({ scope: WEB }))).toEqual(gone);
    expect(after(`${WEB}/providers/microsoft.web/sites/shop`, deny({ scope: WEB }))).toEqual(gone);
  });

  it('is untouched by a scope beside it', () => {
    expect(after(scopeOf('data'), deny({ scope: WEB }))).toEqual(whole);
    expect(
      after(WEB, deny({ scope: `${WEB}/providers/microsoft.web/sites/shop`, scopeLevel: 'resource' })),
    ).toEqual([yes(ALWAYS), [`${WEB}/providers/microsoft.web/sites/shop`]]);
  });

  it.each([
    ['everything', ['*'], [], true],
    ['everything but reading', ['*'], ['*/read'], true],
    ['every write', ['*/write'], [], true],
    ['support', ['Microsoft.Support/*'], [], true],
    ['opening tickets', ['microsoft.support/supportTickets/write'], [], true],
    ['every reading', ['*/read'], [], false],
    ['nothing, since all is excepted', ['*'], ['*'], false],
    ['one operation of a service', ['Microsoft.Storage/storageAccounts/delete'], [], false],
    ['no action at all', [], [], false],
    ['reading, and writing', ['*/read', '*/write'], [], true],
  ])('a deny of %s', (_name, actions, notActions, matters) => {
    expect(after(null, deny({ ...subscriptionWide, actions, notActions }))).toEqual(matters ? gone : whole);
  });

  it('concerns everyone, or the principal or the group it is a member of, unless they are left out', () => {
    const denied = (rest: Partial<DenyAssignment>) => after(null, deny({ ...subscriptionWide, ...rest }));
    expect(denied({ denied: [principal(8)] })).toEqual(gone);
    expect(denied({ denied: [principal(7)] })).toEqual(gone);
    expect(denied({ denied: [principal(9)] })).toEqual(whole);
    expect(denied({ excludedIds: [principal(8)] })).toEqual(whole);
    expect(denied({ excludedIds: [principal(7)] })).toEqual(whole);
    expect(denied({ excludedIds: [principal(9)] })).toEqual(gone);
  });

  it('reaches resources: a deny on a group alone takes nothing, one on a resource does', () => {
    const alone = { coversChildScopes: false };
    expect(after(null, deny({ scope: WEB, ...alone }))).toEqual(whole);
    expect(after(WEB, deny({ scope: WEB, scopeLevel: 'resource', ...alone }))).toEqual(gone);
  });
});
